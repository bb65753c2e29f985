import { listed } from '../../slack/listed.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Reason } from '../health.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { count, dayWords, HEALTH_WORDS, nameOf, type Scene } from './words.ts';

/** The weightiest; more would be read by nobody. */
const MOST_REASONS = 3;

/** Why it has its colour, in half sentences (domain 9.2: a colour alone starts arguments). */
export function reasonWords(seen: Seen, scene: Scene): readonly string[] {
  const { reasons = [] } = seen.assessment ?? {};
  // Once the day has passed, how little time was left before it is no news.
  const told = reasons.includes('overdue')
    ? reasons.filter((one) => !IN_TIME.includes(one))
    : reasons;
  return told.slice(0, MOST_REASONS).map((reason) => wordsFor(reason, seen, scene));
}

/** The first of them on a line with its colour, which says by itself that there is no news. */
export function reasonBeside(seen: Seen, scene: Scene): string | undefined {
  return seen.assessment?.health === 'unknown' ? undefined : reasonWords(seen, scene)[0];
}

const IN_TIME: readonly Reason[] = ['short_of_time', 'thin_buffer'];

/** The same as sentences that go on after the title and its colour. */
export function colourSentence(seen: Seen, scene: Scene): string {
  const reasons = reasonWords(seen, scene);
  const [first] = reasons;
  const lead = `${bold(seen.milestone.title)} is ${HEALTH_WORDS[seen.assessment?.health ?? 'unknown']}`;
  if (!first) return `${lead}.`;
  // What holds sentences of its own is said alone.
  if (first.includes(':')) return `${lead}. ${sentence(first)}`;
  const simple = reasons.filter((one) => !one.includes(':')).slice(0, 2);
  return `${lead}: ${simple.join(', and ')}.`;
}

/** Each reason on a line of its own where there are several. */
export function reasonsParagraph(lead: string, reasons: readonly string[]): string {
  const [first = ''] = reasons;
  if (reasons.length > 1)
    return [`${lead}:`, ...reasons.map((one) => `• ${sentence(one)}`)].join('\n');
  return first.includes(':') ? `${lead}. ${sentence(first)}` : `${lead}: ${first}.`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function wordsFor(reason: Reason, seen: Seen, scene: Scene): string {
  const { milestone, assessment } = seen;
  const day = (on: string | undefined) => (on ? dayWords(on, scene.today) : 'later');
  const said = milestone.confidence
    .toSorted((a, b) => a.value - b.value)
    .map(({ organizationId, value }) => `${nameOf(scene, organizationId)} says ${value}`);
  const lowest = said[0] ?? '';
  const last = milestone.forecasts.at(-1)?.reportedOn;
  const words: Readonly<Record<Reason, string>> = {
    overdue: `${day(assessment?.forecastOn)} has passed`,
    past_limit: `it comes after ${day(milestone.latestAcceptableOn)}, the latest day that would do`,
    misses_meeting: missedWords(seen, day, scene.today),
    short_of_time: leftWords(seen),
    sliding_day_for_day: 'the date moves by a day each day',
    very_low_confidence: `${lowest} of 5 for how likely it is`,
    never_reported: 'nobody has said anything about it yet',
    slipped: `${count(assessment?.slipDays ?? 0, 'day')} later than agreed`,
    moved_repeatedly: 'it moved later more than once lately',
    drifting: `it keeps moving${assessment?.projectedOn ? `, and at this pace it would be ${day(assessment.projectedOn)}` : ''}`,
    unsettled: 'its date went back and forth',
    thin_buffer: `little to spare, with ${leftWords(seen)}`,
    low_confidence: `${lowest} of 5 for how likely it is`,
    confidence_gap: `views differ on how likely it is, and ${lowest} of 5 where ${said.at(-1) ?? ''}`,
    stale: `no news since ${day(last)}`,
    waiting_on_late_dependency: waitingWords(seen, day),
  };
  return words[reason];
}

function leftWords({ milestone, assessment }: Seen): string {
  const left = Math.max(0, assessment?.workingDaysLeft ?? 0);
  const work = milestone.remainingWorkingDays;
  if (work === 0) return left === 0 ? 'no working day left' : `${count(left, 'working day')} left`;
  return `${left === 0 ? 'no working day' : count(left, 'working day')} left for ${count(work, 'day')} of work`;
}

type Day = (on: string | undefined) => string;

/** `it can’t make 15 December: papers were due 1 December` (domain 9.2). */
function missedWords({ milestone, assessment, earliest }: Seen, day: Day, today: string): string {
  const { forecastOn = '', earliestPossibleOn: next } = assessment ?? {};
  const missed = earliest?.missed.findLast(({ heldOn }) => heldOn <= forecastOn);
  const last = milestone.steps.at(-1);
  if (!missed || !last || 'workingDays' in last) {
    return `its own steps and meetings allow ${day(next)} at the earliest`;
  }
  const due =
    missed.papersDueOn < today
      ? `papers were due ${day(missed.papersDueOn)}`
      : `papers are due ${day(missed.papersDueOn)}, before they can be ready`;
  return `it can’t make ${day(missed.heldOn)}: ${due}. The next meeting is ${day(next)}`;
}

/** `it needs 25 working days after “A”, expected 29 January` */
function waitingWords({ milestone, assessment, waitsFor }: Seen, day: Day): string {
  const late = waitsFor
    .filter(({ id }) => assessment?.lateDependencies.includes(id))
    .map((one) => `“${inert(one.title)}”, expected ${day(expectedOn(one))}`);
  const work = milestone.remainingWorkingDays;
  if (work === 0) return `it comes after ${listed(late)}`;
  return `it needs ${count(work, 'working day')} after ${listed(late)}`;
}
