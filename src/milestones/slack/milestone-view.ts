import type { Button, KnownBlock } from '@slack/types';
import { isDoubt } from '../../agreements/proposal.ts';
import { stillToSpeak } from '../../agreements/still-to-speak.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, fitting, onePrimary, section } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert, mention, quote } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen, isReopenable, type MilestoneStep, ownersOf, stateOf } from '../milestone.ts';
import { clashParagraphs, wayButtons } from './alignment-view.ts';
import { answersParagraph } from './answers-view.ts';
import { MILESTONES } from './ids.ts';
import {
  confidenceButton,
  datesButton,
  historyButton,
  planButton,
  proposeButton,
  reopenButton,
  shareButton,
  stanceButtons,
  updateButtons,
  withdrawButton,
} from './milestone-buttons.ts';
import { isSecretIn, type Paragraph, plain, textOf } from './paragraph.ts';
import { reasonsParagraph, reasonWords } from './reason-words.ts';
import {
  count,
  dayWords,
  hintFor,
  nameOf,
  namesOf,
  presentIn,
  type Scene,
  standWords,
} from './words.ts';

const MORE = 'There is more: `/partnership milestones`';

/** A milestone for one person: what is known of it, and what they can do now. */
export function milestoneMessage(seen: Seen, scene: Scene, lead?: string): Message {
  const paragraphs = [...(lead ? [plain(lead)] : []), ...milestoneParagraphs(seen, scene)];
  const own = ownButtons(seen, scene);
  const rows = [
    ...(own.length > 0 ? [actions(own)] : []),
    actions([shareButton(seen, scene), historyButton(seen, scene)]),
  ];
  return { ...shown(paragraphs, rows), isSecret: isSecretIn(paragraphs) };
}

/** The same as everybody in the channel may see it, with the buttons to answer. */
export function sharedMessage(seen: Seen, given: Scene, sharedBy?: string): Message {
  const scene = { ...given, viewer: undefined, userId: undefined };
  const paragraphs = milestoneParagraphs(seen, scene);
  const by = sharedBy ? `Shared by ${inert(sharedBy)}` : undefined;
  const buttons = publicButtons(seen, scene);
  const rows = [...(buttons.length > 0 ? [actions(buttons)] : []), ...(by ? [context(by)] : [])];
  const message = shown(paragraphs, rows);
  return { ...message, text: [message.text, ...(by ? [by] : [])].join('\n') };
}

function shown(paragraphs: readonly Paragraph[], rows: readonly KnownBlock[]): Message {
  const blocks = [...paragraphs.map(({ text }) => section(text)), ...rows];
  return { text: textOf(paragraphs), blocks: fitting(onePrimary(blocks), MORE) };
}

function milestoneParagraphs(seen: Seen, scene: Scene): readonly Paragraph[] {
  const reasons = reasonWords(seen, scene);
  const dates = answersParagraph(seen, scene);
  return [
    plain(`${bold(seen.milestone.title)} · ${standWords(seen, scene)}`),
    ...proposalLines(seen, scene).map(plain),
    ...(reasons.length > 0 ? [plain(reasonsParagraph('Why', reasons))] : []),
    ...clashParagraphs(seen, scene).map(plain),
    ...(dates ? [dates] : []),
    ...usualWords(seen).map(plain),
    plain(factLines(seen, scene).join('\n')),
  ];
}

/** Beside dates that are still to be agreed: people underestimate their own tasks (domain 9.2). */
function usualWords({ milestone, usualLength: times }: Seen): readonly string[] {
  if (milestone.baselineOn || !isOpen(milestone) || times === undefined) return [];
  if (times > 1.1) {
    return [`Our milestones have taken about ${times.toFixed(1)} times as long as planned.`];
  }
  return times < 0.9 ? ['Our milestones have taken a little less time than planned.'] : [];
}

/** What is put forward, and who objects or is worried. */
function proposalLines({ milestone }: Seen, scene: Scene): readonly string[] {
  const { open } = milestone;
  if (!isOpen(milestone) || !open) return [];
  const from = nameOf(scene, open.organizationId);
  const silent = stillToSpeak(open, presentIn(scene));
  const what = open.content.dropped
    ? `${from} would give it up.`
    : `${from} put *${dayWords(open.content.on, scene.today)}* forward, so its yes is in.`;
  const waiting = silent.length > 0 ? ` Waiting for ${namesOf(scene, silent)}.` : '';
  const doubts = open.stances
    .filter(({ kind }) => isDoubt(kind))
    .map((one) => {
      const who = `${inert(one.name)} (${nameOf(scene, one.organizationId)})`;
      const does = one.kind === 'object' ? 'objects' : 'is worried';
      return `${who} ${does}:\n${quote(one.reason ?? '')}`;
    });
  return [`${what}${waiting}`, ...doubts];
}

function factLines(seen: Seen, scene: Scene): readonly string[] {
  const { milestone, waitsFor, neededBy } = seen;
  const { contributors, ownerOrganizationId, confidence } = milestone;
  const others = contributors.filter((id) => id !== ownerOrganizationId);
  const takePart =
    others.length > 0
      ? `, and ${namesOf(scene, others)} take${others.length === 1 ? 's' : ''} part`
      : '';
  const titles = (all: readonly { readonly title: string }[]) =>
    listed(all.map(({ title }) => `“${inert(title)}”`));
  return [
    ...(milestone.doneMeans ? [`Done means: ${inert(milestone.doneMeans)}`] : []),
    `${ownerWords(seen, scene)}${takePart}.`,
    ...planLines(seen, scene),
    ...(confidence.length > 0 && isOpen(milestone)
      ? [
          `How likely, out of 5: ${confidence.map(({ organizationId, value }) => `${nameOf(scene, organizationId)} ${value}`).join(', ')}`,
        ]
      : []),
    ...(waitsFor.length > 0 ? [`Waits for ${titles(waitsFor)}.`] : []),
    ...(neededBy.length > 0
      ? [`${titles(neededBy)} wait${neededBy.length === 1 ? 's' : ''} for it.`]
      : []),
  ];
}

/** In the channel by name: a mention there would ring at each change. */
function ownerWords({ milestone }: Seen, scene: Scene): string {
  const { owner, ownerOrganizationId } = milestone;
  if (isOpen(milestone) && !presentIn(scene).includes(ownerOrganizationId)) {
    return `${nameOf(scene, ownerOrganizationId)} looked after it and has left; whoever takes part can take it over: ${hintFor('owner', milestone.title, '@person')}`;
  }
  const who = owner && (scene.viewer ? mention(owner.slackUserId) : inert(owner.name));
  return `${nameOf(scene, ownerOrganizationId)} looks after it${who ? ` (${who})` : ''}`;
}

/** How its owner means to get there. */
function planLines({ milestone }: Seen, scene: Scene): readonly string[] {
  if (!isOpen(milestone)) return [];
  const {
    remainingWorkingDays: work,
    latestAcceptableOn: latest,
    steps,
    leadTime: lead,
  } = milestone;
  return [
    ...(work > 0 ? [`Work left: ${count(work, 'working day')}.`] : []),
    ...(latest ? [`The latest day that would do: ${dayWords(latest, scene.today)}.`] : []),
    ...(lead
      ? [
          `Such a thing usually takes ${count(lead.typical, 'working day')}, from ${lead.minimum} to ${lead.maximum}.`,
        ]
      : []),
    ...(steps.length > 0 ? [`Steps: ${steps.map(stepWords).join(', then ')}.`] : []),
  ];
}

function stepWords(step: MilestoneStep): string {
  const name = inert(step.name);
  if ('workingDays' in step) return `${name} (${count(step.workingDays, 'working day')})`;
  const papers = step.papersDueWorkingDays;
  const before = papers ? `, papers ${count(papers, 'working day')} before` : '';
  return `${name} (${inert(step.meeting)}${before})`;
}

function ownButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { milestone, missing, alignment } = seen;
  const { viewer } = scene;
  if (!viewer) return [];
  const { open, baselineOn, contributors } = milestone;
  const isOwner = ownersOf(milestone, presentIn(scene)).includes(viewer);
  if (!isOpen(milestone)) {
    return isOwner && isReopenable(milestone, scene.today) ? [reopenButton(seen, scene)] : [];
  }
  const isDisputed = stateOf(milestone) === 'disputed';
  const mayPropose = !baselineOn && !milestone.isCollecting && (!open || isDisputed);
  const isClash = mayPropose && !open && alignment !== undefined;
  const givesDates = missing.includes(viewer) || (!baselineOn && contributors.includes(viewer));
  return [
    ...answerButtons(seen, scene),
    ...(isOwner && baselineOn ? updateButtons(seen, scene) : []),
    ...(isClash ? wayButtons(seen, alignment, scene) : []),
    ...(givesDates && !isClash ? [datesButton(seen, scene)] : []),
    ...(mayPropose && !isClash ? [proposeButton(seen, scene)] : []),
    ...(baselineOn && contributors.includes(viewer) ? [confidenceButton(seen, scene)] : []),
    ...(isOwner ? [planButton(seen, scene)] : []),
  ];
}

/** What somebody can say of what is put forward; who has doubted it can take that back instead. */
function answerButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { open } = seen.milestone;
  const { viewer, userId } = scene;
  const own = open?.stances.find((one) => one.slackUserId === userId);
  const mayAnswer = viewer !== undefined && stillToSpeak(open, [viewer]).length > 0;
  const answers = mayAnswer && own?.kind !== 'object' ? stanceButtons(seen, scene) : [];
  if (!own || !isDoubt(own.kind)) return answers;
  const others = answers.filter(({ action_id: id }) => id !== MILESTONES.object);
  return [...others, withdrawButton(seen, scene)];
}

/** For everybody; who may not do it is told so, alone. */
function publicButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { milestone } = seen;
  if (!isOpen(milestone)) return [];
  if (milestone.open) return stanceButtons(seen, scene);
  if (milestone.baselineOn) return [...updateButtons(seen, scene), confidenceButton(seen, scene)];
  return [
    datesButton(seen, scene),
    ...(milestone.isCollecting ? [] : [proposeButton(seen, scene)]),
  ];
}
