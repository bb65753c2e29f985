import { Temporal } from 'temporal-polyfill';
import { inert } from '../../slack/mrkdwn.ts';
import type { MoveReason } from '../forecast.ts';
import type { Reason } from '../health.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen, type MilestoneState, stateOf } from '../milestone.ts';

/** What a view needs to know beside the milestone. */
export type Scene = {
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly hasLeft: boolean;
  }[];
  /** A channel of the partnership. */
  readonly channelId: string;
  /** The organization of the one who reads it, where it is known. */
  readonly viewer?: string | undefined;
  readonly today: string;
};

export function nameOf(scene: Scene, organizationId: string): string {
  return inert(
    scene.organizations.find(({ id }) => id === organizationId)?.shortName ?? 'Somebody',
  );
}

export function namesOf(scene: Scene, organizationIds: readonly string[]): string {
  return listed(organizationIds.map((id) => nameOf(scene, id)));
}

export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `4 December`, with the year where it is another one. */
export function dayWords(on: string, today: string): string {
  const date = Temporal.PlainDate.from(on);
  const isThisYear = date.year === Temporal.PlainDate.from(today).year;
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

/** `Friday 4 December 2026`: so that a reading can be checked. */
export function wholeDay(on: string): string {
  return Temporal.PlainDate.from(on)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '');
}

const STATE_WORDS: Readonly<Record<MilestoneState, string>> = {
  draft: 'no date yet',
  proposed: 'proposed, not agreed yet',
  disputed: 'disputed',
  agreed: 'agreed',
  done: 'done',
  dropped: 'dropped',
};

/** The state and, while it is under way, the colour with its word. */
export function statusWords({ milestone, assessment, missing }: Seen): string {
  const isFirst =
    isOpen(milestone) && milestone.isCollecting && missing.length > 0 && !milestone.baselineOn;
  if (isFirst) return 'collecting dates, blind';
  const state = STATE_WORDS[stateOf(milestone)];
  return assessment ? `${state}, ${HEALTH_WORDS[assessment.health]}` : state;
}

export const HEALTH_WORDS: Readonly<Record<string, string>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  unknown: 'no recent news',
};

export const MOVE_WORDS: Readonly<Record<MoveReason, string>> = {
  approval: 'Somebody has to approve',
  dependency: 'It waits for something else',
  capacity: 'Too few hands',
  scope: 'It became more',
  estimate: 'We know better now',
  outside: 'Something from outside',
};

/** Why it has its colour, in half sentences (domain 9.2: a colour alone starts arguments). */
export function reasonWords(seen: Seen, scene: Scene): readonly string[] {
  const { assessment } = seen;
  if (!assessment) return [];
  return assessment.reasons.map((reason) => wordsFor(reason, seen, scene));
}

function wordsFor(reason: Reason, seen: Seen, scene: Scene): string {
  const { milestone, assessment } = seen;
  const day = (on: string | undefined) => (on ? dayWords(on, scene.today) : 'later');
  const left = assessment?.workingDaysLeft ?? 0;
  const { remainingWorkingDays: work } = milestone;
  const said = milestone.confidence
    .toSorted((a, b) => a.value - b.value)
    .map(({ organizationId, value }) => `${nameOf(scene, organizationId)} ${value}`);
  const lowest = said[0] ?? '';
  const last = milestone.forecasts.at(-1)?.reportedOn;
  const late = seen.waitsFor
    .filter(({ id }) => assessment?.lateDependencies.includes(id))
    .map(({ title }) => `“${inert(title)}”`);
  const words: Readonly<Record<Reason, string>> = {
    overdue: `${day(assessment?.forecastOn)} has passed`,
    past_limit: `it comes after ${day(milestone.latestAcceptableOn)}, the latest day that would do`,
    misses_meeting: `its own steps and meetings allow ${day(assessment?.earliestPossibleOn)} at the earliest`,
    short_of_time: `${count(left, 'working day')} left for ${count(work, 'day')} of work`,
    sliding_day_for_day: 'the date moves by a day each day',
    very_low_confidence: `${lowest} of 5 on how likely it is`,
    never_reported: 'nobody has said anything about it yet',
    slipped: `${count(assessment?.slipDays ?? 0, 'day')} later than agreed`,
    moved_repeatedly: 'it moved later more than once lately',
    drifting: `it keeps moving${assessment?.projectedOn ? `; at this pace it would be ${day(assessment.projectedOn)}` : ''}`,
    unsettled: 'its date went back and forth',
    thin_buffer: `little to spare: ${count(left, 'working day')} left for ${count(work, 'day')} of work`,
    low_confidence: `${lowest} of 5 on how likely it is`,
    confidence_gap: `views differ on how likely it is: ${listed([...new Set([said.at(-1) ?? '', lowest])])} of 5`,
    stale: `no news since ${day(last)}`,
    waiting_on_late_dependency: `what it waits for comes late: ${listed(late)}`,
  };
  return words[reason];
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

export function presentIn(scene: Scene): readonly string[] {
  return scene.organizations.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
}
