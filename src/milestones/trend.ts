import { addDays, daysBetween, median } from '../time/days.ts';

/** What somebody said on a day about when it will be done. Never changed afterwards. */
export type Forecast = { readonly reportedOn: string; readonly forecastOn: string };

/** As many of the latest reports as the trend looks at, and as few as it needs. */
const REPORTS = { most: 5, least: 3 } as const;

/**
 * How fast the date moves: the Theil–Sen slope of the forecast over the report, in days for a day
 * (domain 9.2). 0 is holding, 1 is sliding a day each day; undefined with fewer than three reports.
 */
export function slipRate(forecasts: readonly Forecast[]): number | undefined {
  const latest = forecasts.slice(-REPORTS.most);
  if (latest.length < REPORTS.least) return undefined;
  const slopes = latest.flatMap((a, at) =>
    latest.slice(at + 1).flatMap((b) => {
      const days = daysBetween(a.reportedOn, b.reportedOn);
      return days === 0 ? [] : [daysBetween(a.forecastOn, b.forecastOn) / days];
    }),
  );
  return slopes.length > 0 ? median(slopes) : undefined;
}

/** The last word of each day: what was corrected on the same day was never the plan. */
export function dailyReports(forecasts: readonly Forecast[]): readonly Forecast[] {
  return forecasts.filter(({ reportedOn }, at) => forecasts[at + 1]?.reportedOn !== reportedOn);
}

/** How often the date moved later, in the last three steps. */
export function laterMoves(forecasts: readonly Forecast[]): number {
  return moves(forecasts)
    .slice(-3)
    .filter((days) => days > 0).length;
}

/** How often the date changed its direction. */
export function turns(forecasts: readonly Forecast[]): number {
  const signs = moves(forecasts)
    .filter((days) => days !== 0)
    .map(Math.sign);
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
}

/** The day on which it is reached if it keeps moving like this; undefined where it holds or runs away. */
export function projected(today: string, forecastOn: string, rate: number): string | undefined {
  if (rate <= 0 || rate >= 1) return undefined;
  return addDays(today, Math.ceil(daysBetween(today, forecastOn) / (1 - rate)));
}

function moves(forecasts: readonly Forecast[]): readonly number[] {
  return forecasts
    .slice(1)
    .map(({ forecastOn }, at) => daysBetween(forecasts[at]?.forecastOn ?? forecastOn, forecastOn));
}
