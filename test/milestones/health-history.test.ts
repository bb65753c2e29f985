import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type HealthInput } from '../../src/milestones/health.ts';

/*
 * The formulas of domain 9.2 once more, as a person would do them with a calendar and a pencil: no code of
 * ours, no library, one day after the other.
 */

const DAY_MS = 86_400_000;
const number = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const date = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

type Plain = Omit<HealthInput, 'calendar'> & {
  readonly workingWeek: readonly number[];
  readonly closures: readonly string[];
};

function isWorked(day: number, { workingWeek, closures }: Plain): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return workingWeek.includes(weekday) && !closures.includes(date(day));
}

function plainly(given: Plain) {
  const A = number(given.today);
  const reports: { at: number; forecast: number }[] = [];
  for (const { reportedOn, forecastOn } of given.forecasts) {
    const at = number(reportedOn);
    if (reports.at(-1)?.at === at) reports.pop();
    reports.push({ at, forecast: number(forecastOn) });
  }
  const last = reports.at(-1);
  const F = last ? last.forecast : number(given.baselineOn);
  const slip = F - number(given.baselineOn);
  const span = number(given.baselineOn) - number(given.agreedOn);

  const slopes: number[] = [];
  const five = reports.slice(-5);
  for (let i = 0; i < five.length; i += 1)
    for (let j = i + 1; j < five.length; j += 1) {
      const [a, b] = [five[i], five[j]];
      if (a && b) slopes.push((b.forecast - a.forecast) / (b.at - a.at));
    }
  slopes.sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const median =
    slopes.length % 2 === 1
      ? slopes[Math.floor(middle)]
      : ((slopes[middle - 1] ?? 0) + (slopes[middle] ?? 0)) / 2;
  const rate = five.length < 3 ? undefined : median;

  const moves = reports.slice(1).map(({ forecast }, at) => forecast - (reports[at]?.forecast ?? 0));
  let later = 0;
  for (const move of moves.slice(-3)) if (move > 0) later += 1;
  let turns = 0;
  let sign = 0;
  for (const move of moves) {
    if (move === 0) continue;
    if (sign !== 0 && Math.sign(move) !== sign) turns += 1;
    sign = Math.sign(move);
  }

  let left = 0;
  for (let day = A + 1; day <= F; day += 1) if (isWorked(day, given)) left += 1;
  const buffer = (left - given.remainingWorkingDays) / Math.max(1, given.remainingWorkingDays);
  const lowest = given.confidence.length ? Math.min(...given.confidence) : 5;
  const highest = given.confidence.length ? Math.max(...given.confidence) : 5;
  const cadence = F - A <= 56 ? 14 : 30;
  const age = last ? A - last.at : undefined;
  const needed = (on: string) => {
    let day = number(on);
    for (let worked = 0; worked < given.remainingWorkingDays; ) {
      day += 1;
      if (isWorked(day, given)) worked += 1;
    }
    return day;
  };

  const red = [
    A > F && 'overdue',
    given.latestAcceptableOn !== undefined && F > number(given.latestAcceptableOn) && 'past_limit',
    given.earliestPossibleOn !== undefined &&
      number(given.earliestPossibleOn) > F &&
      'misses_meeting',
    buffer < 0 && 'short_of_time',
    rate !== undefined && rate >= 1 && 'sliding_day_for_day',
    lowest === 1 && 'very_low_confidence',
  ].filter((reason) => reason !== false);
  const amber = [
    slip > Math.max(7, 0.1 * span) && 'slipped',
    later >= 2 && 'moved_repeatedly',
    rate !== undefined && rate >= 0.25 && rate < 1 && 'drifting',
    turns >= 2 && 'unsettled',
    buffer >= 0 && buffer < 0.2 && 'thin_buffer',
    (lowest === 2 || lowest === 3) && 'low_confidence',
    highest - lowest >= 2 && 'confidence_gap',
    age !== undefined && age > 1.5 * cadence && 'stale',
    given.dependencies.some(({ expectedOn }) => needed(expectedOn) > F) &&
      'waiting_on_late_dependency',
  ].filter((reason) => reason !== false);
  if (red.length > 0) return { health: 'red', reasons: [...red, ...amber] };
  if (age === undefined) return { health: 'unknown', reasons: ['never_reported'] };
  if (age > 2 * cadence) return { health: 'unknown', reasons: ['stale'] };
  return { health: amber.length > 0 ? 'amber' : 'green', reasons: amber };
}

const AGREED = number('2026-01-05');

const history: fc.Arbitrary<Plain> = fc
  .record({
    spanDays: fc.integer({ min: 0, max: 300 }),
    steps: fc.array(
      fc.record({
        afterDays: fc.integer({ min: 0, max: 45 }),
        moves: fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 60 })),
      }),
      { maxLength: 9 },
    ),
    quietDays: fc.integer({ min: 0, max: 100 }),
    remainingWorkingDays: fc.integer({ min: 0, max: 60 }),
    confidence: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
    limit: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    earliest: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    dependencies: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 2 }),
    workingWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 }),
    closures: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }),
  })
  .map((given) => {
    const baseline = AGREED + given.spanDays;
    let day = AGREED;
    let forecast = baseline;
    const forecasts = given.steps.map(({ afterDays, moves }) => {
      day += afterDays;
      forecast += moves;
      return { reportedOn: date(day), forecastOn: date(forecast) };
    });
    const onDay = (days: number | undefined) =>
      days === undefined ? undefined : date(AGREED + days);
    return {
      today: date(day + given.quietDays),
      agreedOn: date(AGREED),
      baselineOn: date(baseline),
      latestAcceptableOn: onDay(given.limit),
      earliestPossibleOn: onDay(given.earliest),
      remainingWorkingDays: given.remainingWorkingDays,
      forecasts,
      confidence: given.confidence,
      dependencies: given.dependencies.map((days, n) => ({
        id: String(n),
        expectedOn: date(AGREED + days),
      })),
      workingWeek: given.workingWeek,
      closures: given.closures.map((days) => date(AGREED + days)),
    };
  });

test('the health of any history is what a plain re-computation finds', () => {
  fc.assert(
    fc.property(history, (plain) => {
      const { workingWeek, closures, ...input } = plain;
      const calendar = { workingWeek, closures: new Set(closures) };
      const { health, reasons } = assess({ ...input, calendar });
      expect({ health, reasons }).toEqual(plainly(plain));
    }),
    { numRuns: 500 },
  );
});

test('in these histories every colour and every reason comes up', () => {
  const found = fc
    .sample(history, { seed: 1, numRuns: 1_500 })
    .map(plainly)
    .flatMap(({ health, reasons }) => [health, ...reasons]);
  expect(new Set(found).size).toBe(4 + 16);
});
