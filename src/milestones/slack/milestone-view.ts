import type { Button, KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { bold, inert, mention, quote } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen, isReopenable, ownersOf, stateOf, stillToSpeak } from '../milestone.ts';
import { answersParagraph } from './dates-view.ts';
import { type About, encodeAbout, MILESTONES } from './ids.ts';
import {
  dayWords,
  listed,
  nameOf,
  namesOf,
  presentIn,
  reasonWords,
  type Scene,
  statusWords,
} from './words.ts';

/** A milestone for one person: what is known of it, and what they can do now. */
export function milestoneMessage(seen: Seen, scene: Scene, lead?: string): Message {
  const paragraphs = [...(lead ? [lead] : []), ...milestoneParagraphs(seen, scene)];
  const own = ownButtons(seen, scene);
  const all = [shareButton(seen, scene), historyButton(seen, scene)];
  return {
    text: paragraphs.join('\n'),
    blocks: fitting(
      [
        ...paragraphs.map((paragraph) => section(paragraph)),
        ...(own.length > 0 ? [actions(own)] : []),
        actions(all),
      ],
      'There is more: `/partnership milestones`',
    ),
  };
}

/** The same as everybody in the channel may see it, with the buttons to answer. */
export function sharedMessage(seen: Seen, scene: Scene, sharedBy?: string): Message {
  const paragraphs = milestoneParagraphs(seen, { ...scene, viewer: undefined });
  const by = sharedBy ? `Shared by ${inert(sharedBy)}` : undefined;
  const buttons = publicButtons(seen, scene);
  const blocks: readonly KnownBlock[] = [
    ...paragraphs.map((paragraph) => section(paragraph)),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    ...(by ? [context(by)] : []),
  ];
  return {
    text: [...paragraphs, ...(by ? [by] : [])].join('\n'),
    blocks: fitting(blocks, 'There is more: `/partnership milestones`'),
  };
}

function milestoneParagraphs(seen: Seen, scene: Scene): readonly string[] {
  const { milestone } = seen;
  const day = (on: string) => dayWords(on, scene.today);
  const reasons = reasonWords(seen, scene);
  const dates = answersParagraph(seen, scene);
  const owner = nameOf(scene, milestone.ownerOrganizationId);
  const isOrphan = isOpen(milestone) && !presentIn(scene).includes(milestone.ownerOrganizationId);
  const who = isOrphan
    ? `${owner} looked after it and has left; whoever takes part can take it over: \`/partnership milestones owner TITLE = @person\``
    : `${owner} looks after it${milestone.owner ? ` (${mention(milestone.owner.slackUserId)})` : ''}`;
  const others = milestone.contributors.filter((id) => id !== milestone.ownerOrganizationId);
  const facts = [
    ...(milestone.doneMeans ? [`Done means: ${inert(milestone.doneMeans)}`] : []),
    `${who}${others.length > 0 ? `; ${namesOf(scene, others)} take${others.length === 1 ? 's' : ''} part` : ''}.`,
    ...(milestone.confidence.length > 0 && isOpen(milestone)
      ? [
          `How likely, out of 5: ${milestone.confidence.map(({ organizationId, value }) => `${nameOf(scene, organizationId)} ${value}`).join(', ')}`,
        ]
      : []),
    ...(seen.waitsFor.length > 0
      ? [`Waits for ${listed(seen.waitsFor.map(({ title }) => `“${inert(title)}”`))}.`]
      : []),
    ...(seen.neededBy.length > 0
      ? [
          `${listed(seen.neededBy.map(({ title }) => `“${inert(title)}”`))} wait${seen.neededBy.length === 1 ? 's' : ''} for it.`,
        ]
      : []),
  ];
  return [
    `${bold(milestone.title)} · ${statusWords(seen)}`,
    ...dateLines(seen, scene, day),
    ...(reasons.length > 0 ? [`Why: ${reasons.join('; ')}.`] : []),
    ...(dates ? [dates] : []),
    ...usualWords(seen),
    facts.join('\n'),
  ];
}

/** Beside dates that are still to be agreed: people underestimate their own tasks (domain 9.2). */
function usualWords({ milestone, usualLength }: Seen): readonly string[] {
  if (milestone.baselineOn || !isOpen(milestone) || !usualLength) return [];
  const times = usualLength.toFixed(1);
  return times === '1.0' ? [] : [`Ours have taken ${times} × as long as planned.`];
}

function dateLines(seen: Seen, scene: Scene, day: (on: string) => string): readonly string[] {
  const { milestone } = seen;
  const { open, baselineOn, doneOn } = milestone;
  const objections = open?.stances.filter(({ kind }) => kind === 'object') ?? [];
  const silent = stillToSpeak(milestone, presentIn(scene));
  const proposed = open
    ? [
        `${nameOf(scene, open.organizationId)} ${open.content.dropped ? 'would give it up' : `puts forward *${day(open.content.on)}*`}${silent.length > 0 ? `; waiting for ${namesOf(scene, silent)}` : ''}.`,
        ...objections.map(
          (one) =>
            `${inert(one.name)} (${nameOf(scene, one.organizationId)}) objects:\n${quote(one.reason ?? '')}`,
        ),
      ]
    : [];
  if (doneOn) {
    return [`Done on ${day(doneOn)}${baselineOn ? `; agreed was ${day(baselineOn)}` : ''}.`];
  }
  if (stateOf(milestone) === 'dropped') return ['It is not pursued any more.'];
  if (!baselineOn) return proposed;
  const expected = expectedOn(milestone) ?? baselineOn;
  const agreed =
    expected === baselineOn
      ? `Expected *${day(expected)}*, as agreed.`
      : `Expected *${day(expected)}*; agreed was ${day(baselineOn)}.`;
  return [agreed, ...proposed];
}

function ownButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { milestone } = seen;
  if (!scene.viewer) return [];
  const isOwner = ownersOf(milestone, presentIn(scene)).includes(scene.viewer);
  if (!isOpen(milestone)) {
    return isOwner && isReopenable(milestone, scene.today) ? [reopenButton(seen, scene)] : [];
  }
  const mayAnswer =
    milestone.open !== undefined && stillToSpeak(milestone, [scene.viewer]).length > 0;
  return [
    ...(mayAnswer ? stanceButtons(seen, scene) : []),
    ...(isOwner && milestone.baselineOn ? updateButtons(seen, scene) : []),
    ...(milestone.baselineOn || !milestone.contributors.includes(scene.viewer)
      ? []
      : [datesButton(seen, scene)]),
    ...(milestone.baselineOn || milestone.isCollecting || milestone.open
      ? []
      : [proposeButton(seen, scene)]),
    ...(milestone.baselineOn && milestone.contributors.includes(scene.viewer)
      ? [confidenceButton(seen, scene)]
      : []),
    ...(isOwner ? [planButton(seen, scene)] : []),
  ];
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

/** One tap: still 4 December · new date · done (domain 9.2). */
export function updateButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { milestone } = seen;
  const on = expectedOn(milestone);
  const isPast = on !== undefined && on < scene.today;
  const value = valueFor(seen, scene, on);
  const about = milestone.title;
  return [
    ...(on && !isPast
      ? [
          button({
            id: MILESTONES.still,
            text: `Still ${dayWords(on, scene.today)}`,
            value,
            style: 'primary',
            label: `Still ${dayWords(on, scene.today)}: ${about}`,
          }),
        ]
      : []),
    button({ id: MILESTONES.move, text: 'New date', value, label: `New date for ${about}` }),
    button({ id: MILESTONES.done, text: 'Done', value, label: `Done: ${about}` }),
  ];
}

export function stanceButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { open, title } = seen.milestone;
  const value = valueFor(seen, scene, open?.content.on);
  return [
    button({
      id: MILESTONES.endorse,
      text: 'Endorse',
      value,
      style: 'primary',
      label: `Endorse the date of ${title}`,
    }),
    button({
      id: MILESTONES.object,
      text: 'Object',
      value,
      label: `Object to the date of ${title}`,
    }),
  ];
}

export function datesButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.dates,
    text: 'Give our dates',
    value: valueFor(seen, scene),
    style: 'primary',
    label: `Give our dates for ${seen.milestone.title}`,
  });
}

function proposeButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.proposeOther,
    text: 'Put a date forward',
    value: valueFor(seen, scene),
    label: `Put a date forward for ${seen.milestone.title}`,
  });
}

export function confidenceButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.confidence,
    text: 'How likely?',
    value: valueFor(seen, scene, expectedOn(seen.milestone)),
    label: `How likely is the date of ${seen.milestone.title}?`,
  });
}

export function planButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.plan,
    text: 'Plan',
    value: valueFor(seen, scene),
    label: `Plan ${seen.milestone.title}`,
  });
}

function reopenButton(seen: Seen, scene: Scene): Button {
  const { title, isDropped } = seen.milestone;
  const text = isDropped ? 'Bring it back' : 'Not done after all';
  return button({
    id: MILESTONES.reopen,
    text,
    value: valueFor(seen, scene),
    label: `${text}: ${title}`,
  });
}

function shareButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.share,
    text: 'Share in the channel',
    value: valueFor(seen, scene),
    label: `Share ${seen.milestone.title} in the channel`,
  });
}

function historyButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.history,
    text: 'History',
    value: valueFor(seen, scene),
    label: `History of ${seen.milestone.title}`,
  });
}

export function valueFor(seen: Seen, scene: Scene, on?: string): string {
  const about: About = {
    milestoneId: seen.milestone.id,
    version: seen.milestone.open?.version ?? 0,
    channelId: scene.channelId,
    on,
  };
  return encodeAbout(about);
}
