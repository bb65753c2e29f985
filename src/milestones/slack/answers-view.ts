import { bold, inert } from '../../slack/mrkdwn.ts';
import type { DateAnswer } from '../../timelines/date-proposal.ts';
import type { EarliestPossible } from '../earliest-possible.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen } from '../milestone.ts';
import { type Paragraph, plain, secret } from './paragraph.ts';
import { count, dayWords, nameOf, namesOf, type Scene } from './words.ts';

/** Whether one's own answer is in it, which nobody else may see yet. */
export function holdsSecret({ milestone, answers }: Seen): boolean {
  return milestone.isCollecting && answers.length > 0;
}

/** What the organizations answered; while it is blind, one's own answer and who is missing. */
export function answersParagraph(seen: Seen, scene: Scene): Paragraph | undefined {
  const { milestone, missing } = seen;
  if (!isOpen(milestone)) return undefined;
  const lines = answerLines(seen, scene);
  if (missing.length > 0) {
    const rule = `Everybody’s dates appear once all have answered. Still to answer: ${namesOf(scene, missing)}.`;
    const own = 'Your own answer, which the others don’t see yet:';
    return holdsSecret(seen) ? secret([rule, own, ...lines].join('\n')) : plain(rule);
  }
  // Once a day is agreed, what would have suited is over.
  if (milestone.baselineOn || lines.length === 0) return undefined;
  const all = ['What would suit each of us:', ...lines].join('\n');
  return holdsSecret(seen) ? secret(all) : plain(all);
}

export function answerLines({ answers }: Seen, scene: Scene): readonly string[] {
  return answers.map(
    (answer) => `• *${nameOf(scene, answer.organizationId)}*: ${answerWords(answer, scene)}`,
  );
}

function answerWords(answer: DateAnswer, scene: Scene): string {
  const { targetOn, confidence, note } = answer;
  const suits = [`${dayWords(targetOn, scene.today)} would suit`, ...endsWords(answer, scene)];
  return [
    suits.join(', '),
    ...(confidence ? [`sure: ${confidence} of 5`] : []),
    ...(note ? [`“${inert(note)}”`] : []),
  ].join(' · ');
}

type Dates = Pick<DateAnswer, 'earliestOn' | 'targetOn' | 'latestOn'>;

/** `16 March, 3 March at the earliest, 30 April at the latest` */
export function datesWords(dates: Dates, scene: Scene): string {
  return [dayWords(dates.targetOn, scene.today), ...endsWords(dates, scene)].join(', ');
}

function endsWords({ earliestOn, targetOn, latestOn }: Dates, scene: Scene): readonly string[] {
  const day = (on: string) => dayWords(on, scene.today);
  return [
    ...(earliestOn && earliestOn !== targetOn ? [`${day(earliestOn)} at the earliest`] : []),
    ...(latestOn && latestOn !== targetOn ? [`${day(latestOn)} at the latest`] : []),
  ];
}

/** Told to the organization alone, before the others see its date (domain 8.4). */
export function optimismWords(
  { milestone }: Seen,
  targetOn: string,
  earliest: EarliestPossible,
  scene: Scene,
): string {
  const day = (on: string | undefined) => (on ? dayWords(on, scene.today) : 'later');
  const ready = earliest.readyOn ? ` Your papers could be ready on ${day(earliest.readyOn)}.` : '';
  const title = bold(milestone.title);
  const lead =
    milestone.steps.length === 0 && milestone.leadTime
      ? `${day(targetOn)} is sooner than the ${count(milestone.leadTime.minimum, 'working day')} that you say ${title} takes at least.`
      : `${day(targetOn)} comes before what your own steps allow for ${title}.`;
  return `Between us: ${lead}${ready} The first day that works is ${day(earliest.earliestOn)}. Would you like to change it before the others see it?`;
}
