import { daysBetween } from '../../partnerships/days.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, section } from '../../slack/blocks.ts';
import { bold, inert, mention } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { confidenceButton, updateButtons } from './milestone-view.ts';
import {
  count,
  dayWords,
  HEALTH_WORDS,
  listed,
  nameOf,
  namesOf,
  presentIn,
  reasonWords,
  type Scene,
} from './words.ts';

/** The weightiest; the milestone itself has them all. */
const MOST_REASONS = 3;

/** One quiet line when all have said yes. */
export function agreedLine(seen: Seen, scene: Scene): Message {
  const { milestone } = seen;
  const on = milestone.baselineOn;
  const all = namesOf(scene, presentIn(scene));
  const text = milestone.isDropped
    ? `Settled: ${bold(milestone.title)} is not pursued any more. ${all} all said yes.`
    : `Settled: ${bold(milestone.title)} by *${on ? dayWords(on, scene.today) : ''}*. ${all} all said yes.`;
  return { text, blocks: [context(text)] };
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
  const early = baselineOn ? daysBetween(doneOn, baselineOn) : 0;
  const when =
    early > 0 ? `, ${count(early, 'day')} early` : early === 0 && baselineOn ? ', on the day' : '';
  const others = contributors.filter((id) => id !== ownerOrganizationId);
  const who = `${nameOf(scene, ownerOrganizationId)} looked after it${others.length > 0 ? `, with ${namesOf(scene, others)}` : ''}. Thank you.`;
  const text = [
    `:tada: ${bold(title)} is done${when}. ${who}`,
    ...(doneMeans ? [`It means: ${inert(doneMeans)}`] : []),
  ].join('\n');
  return { text, blocks: [section(text)] };
}

/** In the place of the thanks, where somebody said it by mistake. */
export function reopenedLine({ milestone }: Seen, scene: Scene): Message {
  const on = expectedOn(milestone);
  const text = `${bold(milestone.title)} is still under way: that it is done was said too early.${on ? ` It is expected on *${dayWords(on, scene.today)}*.` : ''}`;
  return { text, blocks: [section(text)] };
}

/** A colour that changed, with its reasons and one thing to do (domain 9.2). */
export function colourMessage(seen: Seen, scene: Scene): Message | undefined {
  const { milestone, assessment } = seen;
  if (!assessment || assessment.health === 'unknown') return undefined;
  const title = bold(milestone.title);
  if (assessment.health === 'green') {
    const text = `${title} is green again: ${dayWords(assessment.forecastOn, scene.today)}.`;
    return { text, blocks: [context(text)] };
  }
  const reasons = reasonWords(seen, scene).slice(0, MOST_REASONS);
  const waiting = seen.neededBy.map(({ title: other }) => `“${inert(other)}”`);
  const lines = [
    `${title} is ${HEALTH_WORDS[assessment.health]}: ${listed(reasons)}.`,
    ...talkWords(seen, scene),
    ...(assessment.health === 'red' && waiting.length > 0
      ? [`What moves with it: ${listed(waiting)}.`]
      : []),
    ...(milestone.owner
      ? [`${mention(milestone.owner.slackUserId)}, which day do you expect now?`]
      : []),
  ];
  const text = lines.join(' ');
  return {
    text,
    blocks: [
      section(text),
      actions([...updateButtons(seen, scene), confidenceButton(seen, scene)]),
    ],
  };
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
