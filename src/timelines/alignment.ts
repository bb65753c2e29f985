import {
  isWorkingDay,
  nextCommonWorkingDay,
  previousCommonWorkingDay,
  type WorkingCalendar,
} from '../time/calendar.ts';
import { addDays, daysBetween, median } from '../time/days.ts';

/** What an organization can do and would like; nobody else sees it before all have answered. */
export type DateProposal = {
  readonly organizationId: string;
  readonly earliestOn: string;
  readonly targetOn: string;
  readonly latestOn: string;
};

export type Alignment =
  | { readonly status: 'waiting'; readonly missing: readonly string[] }
  | ({
      readonly status: 'no_overlap';
      readonly gapDays: number;
      /** Constraints, not culprits. */
      readonly latestStarter: string;
      readonly earliestFinisher: string;
    } & Figures)
  | ({
      readonly status: 'misaligned' | 'stretched' | 'aligned';
      readonly suggestedOn: string;
    } & Figures);

type Figures = {
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly spreadDays: number;
  readonly horizonDays: number;
};

/** How the dates of the contributors go together (domain 8.3). `calendars` are those of all of them. */
export function align(
  proposals: readonly DateProposal[],
  given: {
    readonly contributors: readonly string[];
    readonly calendars: readonly WorkingCalendar[];
    readonly today: string;
  },
): Alignment {
  const missing = given.contributors.filter(
    (id) => !proposals.some(({ organizationId }) => organizationId === id),
  );
  const starter = proposals.toSorted((a, b) => compare(b.earliestOn, a.earliestOn))[0];
  const finisher = proposals.toSorted((a, b) => compare(a.latestOn, b.latestOn))[0];
  if (missing.length > 0 || !starter || !finisher) return { status: 'waiting', missing };
  const { today, calendars } = given;
  const targets = proposals.map(({ targetOn }) => daysBetween(today, targetOn));
  const middle = median(targets);
  const spreadDays = Math.max(...targets) - Math.min(...targets);
  const horizonDays = Math.max(1, middle);
  const [windowFrom, windowTo] = [starter.earliestOn, finisher.latestOn];
  const figures = { windowFrom, windowTo, spreadDays, horizonDays };
  if (windowFrom > windowTo) {
    return {
      status: 'no_overlap',
      gapDays: daysBetween(windowTo, windowFrom),
      latestStarter: starter.organizationId,
      earliestFinisher: finisher.organizationId,
      ...figures,
    };
  }
  const clamped = [windowFrom, addDays(today, Math.round(middle)), windowTo].toSorted(compare)[1];
  const suggestedOn = commonDay(clamped ?? windowFrom, windowTo, calendars);
  return { status: statusOf(spreadDays, horizonDays), suggestedOn, ...figures };
}

function statusOf(spread: number, horizon: number): 'misaligned' | 'stretched' | 'aligned' {
  if (spread > Math.max(14, 0.25 * horizon)) return 'misaligned';
  return spread > Math.max(7, 0.1 * horizon) ? 'stretched' : 'aligned';
}

/** The day itself or the next on which everybody works; back where that would leave the window. */
function commonDay(on: string, to: string, calendars: readonly WorkingCalendar[]): string {
  if (calendars.every((calendar) => isWorkingDay(calendar, on))) return on;
  const next = nextCommonWorkingDay(calendars, on);
  return next <= to ? next : previousCommonWorkingDay(calendars, on);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
