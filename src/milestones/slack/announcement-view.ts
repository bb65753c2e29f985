import { stillToSpeak } from '../../agreements/still-to-speak.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, section } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert, quote } from '../../slack/mrkdwn.ts';
import { daysBetween } from '../../time/days.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { confidenceButton, openButton } from './milestone-buttons.ts';
import { reasonsParagraph, reasonWords } from './reason-words.ts';
import { count, dayWords, HEALTH_WORDS, nameOf, namesOf, presentIn, type Scene } from './words.ts';

/** One quiet line when all have said yes. */
export function agreedLine(seen: Seen, scene: Scene): Message {
  return quiet(`${settledWords(seen, scene)} ${namesOf(scene, presentIn(scene))} all said yes.`);
}

/** What is left of the question about the dates once it is answered. */
export function settledLine(seen: Seen, scene: Scene): Message {
  return quiet(settledWords(seen, scene));
}

function settledWords({ milestone }: Seen, scene: Scene): string {
  const { baselineOn, doneOn, isDropped } = milestone;
  const title = bold(milestone.title);
  if (isDropped) return `Settled: ${title} is not pursued any more.`;
  const on = baselineOn ?? doneOn;
  return on ? `Settled: ${title} by *${dayWords(on, scene.today)}*.` : `Settled: ${title}.`;
}

/** In the thread of the dates, when somebody puts one forward or objects. */
export function proposedLine({ milestone }: Seen, scene: Scene): Message | undefined {
  const { open } = milestone;
  if (!open) return undefined;
  const from = nameOf(scene, open.organizationId);
  const silent = stillToSpeak(open, presentIn(scene));
  const what = open.content.dropped
    ? `${from} would give it up.`
    : `${from} puts *${dayWords(open.content.on, scene.today)}* forward.`;
  return quiet(`${what}${silent.length > 0 ? ` Waiting for ${namesOf(scene, silent)}.` : ''}`);
}

export function objectedLine({ milestone }: Seen, scene: Scene): Message | undefined {
  const objection = milestone.open?.stances.find(
    ({ kind, mayCount }) => kind === 'object' && mayCount,
  );
  if (!objection) return undefined;
  const who = `${inert(objection.name)} (${nameOf(scene, objection.organizationId)})`;
  return quiet(`${who} objects:\n${quote(objection.reason ?? '')}`);
}

/** Reached: said once, with thanks and no comparison. */
export function doneLine(seen: Seen, scene: Scene): Message {
  const {
    title,
    doneOn = '',
    baselineOn,
    ownerOrganizationId,
    contributors,
    doneMeans,
  } = seen.milestone;
  const when = baselineOn ? earlyWords(doneOn, baselineOn) : '';
  const others = contributors.filter((id) => id !== ownerOrganizationId);
  const who = `${nameOf(scene, ownerOrganizationId)} looked after it${others.length > 0 ? `, with ${namesOf(scene, others)}` : ''}. Thank you.`;
  const text = [
    `:tada: ${bold(title)} is done${when}. ${who}`,
    ...(doneMeans ? [`It means: ${inert(doneMeans)}`] : []),
  ].join('\n');
  return { text, blocks: [section(text)] };
}

/** `, 90 days early`; a late one is told without counting. */
export function earlyWords(doneOn: string, baselineOn: string): string {
  const early = daysBetween(doneOn, baselineOn);
  if (early > 0) return `, ${count(early, 'day')} early`;
  return early === 0 ? ', on the day' : '';
}

/** In the place of the thanks, where somebody said it by mistake. */
export function reopenedLine({ milestone }: Seen, scene: Scene): Message {
  const on = expectedOn(milestone);
  const text = `${bold(milestone.title)} is still under way: that it is done was said too early.${on ? ` It is expected on *${dayWords(on, scene.today)}*.` : ''}`;
  return { text, blocks: [section(text)] };
}

/**
 * A colour that changed, with its reasons (domain 9.2). It asks nobody: whoever looks after it is asked
 * alone. What got better is one quiet line.
 */
export function colourMessage(seen: Seen, scene: Scene, was?: string): Message | undefined {
  const { milestone, assessment } = seen;
  if (!assessment || assessment.health === 'unknown') return undefined;
  const title = bold(milestone.title);
  const day = dayWords(assessment.forecastOn, scene.today);
  if (assessment.health === 'green') return quiet(`${title} is green again: ${day}.`);
  if (assessment.health === 'amber' && was === 'red') {
    return quiet(`${title} is amber now, it was red: ${day}.`);
  }
  const paragraphs = colourParagraphs(seen, scene);
  return {
    text: paragraphs.join('\n'),
    blocks: [
      ...paragraphs.map((text) => section(text)),
      actions([openButton(seen, scene), confidenceButton(seen, scene)]),
    ],
  };
}

function quiet(text: string): Message {
  return { text, blocks: [context(text)] };
}

/** Its colour with the reasons, and what is worth knowing beside them. */
export function colourParagraphs(seen: Seen, scene: Scene): readonly string[] {
  const { milestone, assessment } = seen;
  const health = assessment?.health ?? 'unknown';
  const waiting = seen.neededBy.map(({ title }) => `“${inert(title)}”`);
  const lead = `${bold(milestone.title)} is ${HEALTH_WORDS[health]}`;
  const beside = [
    ...talkWords(seen, scene),
    ...(health === 'red' && waiting.length > 0 ? [`What moves with it: ${listed(waiting)}.`] : []),
  ];
  return [
    reasonsParagraph(lead, reasonWords(seen, scene)),
    ...(beside.length > 0 ? [beside.join(' ')] : []),
  ];
}

/** Where views differ widely, whoever is less sure may see something the other can’t. */
function talkWords({ milestone, assessment }: Seen, scene: Scene): readonly string[] {
  if (!assessment?.reasons.includes('confidence_gap')) return [];
  const [lowest] = milestone.confidence.toSorted((a, b) => a.value - b.value);
  if (!lowest) return [];
  return [
    `Worth ten minutes together? ${nameOf(scene, lowest.organizationId)} may see something the others can’t.`,
  ];
}
