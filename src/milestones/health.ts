import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../time/calendar.ts';
import { daysBetween } from '../time/days.ts';
import { dailyReports, type Forecast, laterMoves, projected, slipRate, turns } from './trend.ts';

export type Health = 'green' | 'amber' | 'red' | 'unknown';

export type Reason =
  | 'overdue'
  | 'past_limit'
  | 'misses_meeting'
  | 'short_of_time'
  | 'sliding_day_for_day'
  | 'very_low_confidence'
  | 'never_reported'
  | 'slipped'
  | 'moved_repeatedly'
  | 'drifting'
  | 'unsettled'
  | 'thin_buffer'
  | 'low_confidence'
  | 'confidence_gap'
  | 'stale'
  | 'waiting_on_late_dependency';

export type HealthInput = {
  readonly today: string;
  readonly agreedOn: string;
  readonly baselineOn: string;
  readonly latestAcceptableOn?: string | undefined;
  /** The owner's own estimate of the work that is left. */
  readonly remainingWorkingDays: number;
  /** Oldest first. */
  readonly forecasts: readonly Forecast[];
  /** How likely each organization holds the date, 1 to 5. */
  readonly confidence: readonly number[];
  /** The owner's. */
  readonly calendar: WorkingCalendar;
  /** When the owner's steps and meetings allow it at the earliest, where they are known. */
  readonly earliestPossibleOn?: string | undefined;
  /** The dates that those it depends on expect; done ones are left out. */
  readonly dependencies: readonly { readonly id: string; readonly expectedOn: string }[];
};

export type Assessment = {
  readonly health: Health;
  /** The weightiest first; a colour alone starts arguments. */
  readonly reasons: readonly Reason[];
  readonly forecastOn: string;
  readonly slipDays: number;
  readonly rate: number | undefined;
  readonly workingDaysLeft: number;
  readonly buffer: number;
  readonly projectedOn: string | undefined;
  readonly earliestPossibleOn: string | undefined;
  /** Those it depends on that come too late for the work that is left. */
  readonly lateDependencies: readonly string[];
};

const RED: readonly Reason[] = [
  'overdue',
  'past_limit',
  'misses_meeting',
  'short_of_time',
  'sliding_day_for_day',
  'very_low_confidence',
];

/** Whether a milestone is at risk, and why (domain 9.2). Not for those that are done or dropped. */
export function assess(given: HealthInput): Assessment {
  const input = { ...given, forecasts: dailyReports(given.forecasts) };
  const { today, forecasts, baselineOn } = input;
  const last = forecasts.at(-1);
  const forecastOn = last?.forecastOn ?? baselineOn;
  const rate = slipRate(forecasts);
  const left = workingDaysBetween(input.calendar, today, forecastOn);
  const buffer = (left - input.remainingWorkingDays) / Math.max(1, input.remainingWorkingDays);
  const figures = {
    forecastOn,
    slipDays: daysBetween(baselineOn, forecastOn),
    rate,
    workingDaysLeft: left,
    buffer,
    projectedOn: rate === undefined ? undefined : projected(today, forecastOn, rate),
    earliestPossibleOn: input.earliestPossibleOn,
    lateDependencies: input.dependencies
      .filter(({ expectedOn }) => isTooLate(expectedOn, forecastOn, input))
      .map(({ id }) => id),
  };
  const cadence = daysBetween(today, forecastOn) <= 56 ? 14 : 30;
  const age = last ? daysBetween(last.reportedOn, today) : Number.POSITIVE_INFINITY;
  const found = reasonsOf(input, figures, age > 1.5 * cadence && last !== undefined);
  const isRed = found.some((reason) => RED.includes(reason));
  if (!isRed && age > 2 * cadence) {
    return { health: 'unknown', reasons: [last ? 'stale' : 'never_reported'], ...figures };
  }
  const health = isRed ? 'red' : found.length > 0 ? 'amber' : 'green';
  return { health, reasons: found, ...figures };
}

type Figures = Omit<Assessment, 'health' | 'reasons'>;

function reasonsOf(input: HealthInput, figures: Figures, isStale: boolean): readonly Reason[] {
  const { today, forecasts, confidence } = input;
  const { forecastOn, slipDays, buffer } = figures;
  const rate = figures.rate ?? 0;
  const lowest = Math.min(5, ...confidence);
  const gap = Math.max(lowest, ...confidence) - lowest;
  const span = daysBetween(input.agreedOn, input.baselineOn);
  const holds: Readonly<Record<Reason, boolean>> = {
    overdue: today > forecastOn,
    past_limit: input.latestAcceptableOn !== undefined && forecastOn > input.latestAcceptableOn,
    misses_meeting: input.earliestPossibleOn !== undefined && input.earliestPossibleOn > forecastOn,
    short_of_time: buffer < 0,
    sliding_day_for_day: rate >= 1,
    very_low_confidence: lowest === 1,
    never_reported: false,
    slipped: slipDays > Math.max(7, 0.1 * span),
    moved_repeatedly: laterMoves(forecasts) >= 2,
    drifting: rate >= 0.25 && rate < 1,
    unsettled: turns(forecasts) >= 2,
    thin_buffer: buffer >= 0 && buffer < 0.2,
    low_confidence: lowest === 2 || lowest === 3,
    confidence_gap: gap >= 2,
    stale: isStale,
    waiting_on_late_dependency: figures.lateDependencies.length > 0,
  };
  return (Object.keys(holds) as Reason[]).filter((reason) => holds[reason]);
}

/** Whether what comes on this day leaves too few working days for the rest. */
function isTooLate(on: string, forecastOn: string, input: HealthInput): boolean {
  return addWorkingDays(input.calendar, on, input.remainingWorkingDays) > forecastOn;
}
