import { addDays } from '../time/days.ts';

/** `public` is closed by default; the others are offered and left open. */
export type HolidayKind = 'public' | 'bank' | 'school' | 'optional' | 'observance';

/** One day that a place lists. */
export type Holiday = {
  /** ISO date. */
  readonly on: string;
  readonly name: string;
  readonly kind: HolidayKind;
};

/** A day that was offered to an organization, and what it made of it. */
export type KnownHoliday = {
  readonly on: string;
  readonly name: string;
  /** It closes on that day. */
  readonly isObserved: boolean;
  /** It had said so by itself, so that the day stays closed whatever is imported. */
  readonly wasClosed: boolean;
};

/** As a list of holidays writes one: it may take several days, or a part of one. */
export type ListedHoliday = {
  /** `2026-12-24 14:00:00`, with an offset where it follows the moon. Only the day counts. */
  readonly date: string;
  readonly lengthMs: number;
  readonly name: string;
  readonly kind: HolidayKind;
};

const DAY_MS = 86_400_000;
/** Clocks that change make a day an hour longer, and an evening before it makes no day. */
const SLACK_DAYS = 0.1;
const KINDS: readonly HolidayKind[] = ['public', 'bank', 'school', 'optional', 'observance'];

/** Every day of them once, in order; of several on one day the most public one names it. */
export function daysOf(listed: readonly ListedHoliday[], from: string, to: string): Holiday[] {
  const byDay = new Map<string, Holiday>();
  for (const { date, lengthMs, name, kind } of listed) {
    const first = date.slice(0, 10);
    const count = Math.max(1, Math.ceil(lengthMs / DAY_MS - SLACK_DAYS));
    for (let n = 0; n < count; n += 1) {
      const on = addDays(first, n);
      if (on < from || on > to) continue;
      const before = byDay.get(on);
      if (before && KINDS.indexOf(before.kind) <= KINDS.indexOf(kind)) continue;
      byDay.set(on, { on, name: n === 0 ? name : `${name} (day ${n + 1})`, kind });
    }
  }
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * The days that are closed unless somebody says otherwise: what is closed already, then what the
 * organization made of the same holiday before, and where it was never asked the public ones.
 */
export function preselected(
  offered: readonly Holiday[],
  known: readonly KnownHoliday[],
  closures: readonly string[],
): ReadonlySet<string> {
  const inOrder = known.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const byName = new Map(inOrder.map((one) => [keyOf(one.name), one.isObserved]));
  const byDay = new Map(known.map((one) => [one.on, one.isObserved]));
  const isClosed = ({ on, name, kind }: Holiday) =>
    closures.includes(on) || (byDay.get(on) ?? byName.get(keyOf(name)) ?? kind === 'public');
  return new Set(offered.filter(isClosed).map(({ on }) => on));
}

/** A holiday is the same one when it is kept on another day because its own is a Sunday. */
function keyOf(name: string): string {
  return name
    .replace(/\(substitute day\)/i, '')
    .trim()
    .toLowerCase();
}

export type Calendar = {
  /** ISO dates, in order. */
  readonly closures: readonly string[];
  readonly holidays: readonly KnownHoliday[];
};

/**
 * The calendar with these holidays closed and the others of the offer open. What the organization closed
 * by itself stays, and so does all that is over; what was imported before and is not offered any more goes.
 */
export function observed(
  before: Calendar,
  offer: {
    readonly days: readonly Holiday[];
    readonly ticked: ReadonlySet<string>;
    /** ISO date: what is earlier is left as it is. */
    readonly from: string;
    /** Nothing is known of another place's holidays by what was made of this one's. */
    readonly isOtherPlace: boolean;
  },
): Calendar {
  const { days, ticked, from } = offer;
  const past = before.holidays.filter(({ on }) => on < from);
  const own = ownClosures(before);
  const left = new Set(days.filter(({ on }) => !ticked.has(on)).map(({ on }) => on));
  const closures = new Set([
    ...before.closures.filter((on) => on < from || (own.has(on) && !left.has(on))),
    ...days.map(({ on }) => on).filter((on) => ticked.has(on)),
  ]);
  const holidays = days.map(({ on, name }) => ({
    on,
    name,
    isObserved: ticked.has(on),
    wasClosed: ticked.has(on) && own.has(on),
  }));
  return {
    closures: [...closures].toSorted(),
    holidays: offer.isOtherPlace ? holidays : [...past, ...holidays],
  };
}

/** The calendar without anything that was imported, from a day on. */
export function withoutHolidays(before: Calendar, from: string): Calendar {
  const own = ownClosures(before);
  return { closures: before.closures.filter((on) => on < from || own.has(on)), holidays: [] };
}

/** What is closed because the organization said so, whatever a list of holidays says. */
function ownClosures({ closures, holidays }: Calendar): ReadonlySet<string> {
  const imported = holidays.filter(({ isObserved, wasClosed }) => isObserved && !wasClosed);
  const days = new Set(imported.map(({ on }) => on));
  return new Set(closures.filter((on) => !days.has(on)));
}

export function withClosed(before: Calendar, days: readonly string[]): Calendar {
  const closed = new Set(days);
  return {
    closures: [...new Set([...before.closures, ...days])].toSorted(),
    holidays: before.holidays.map((one) =>
      closed.has(one.on) ? { ...one, isObserved: true, wasClosed: true } : one,
    ),
  };
}

/** An opened holiday is remembered as one that is not kept. */
export function withOpened(before: Calendar, days: readonly string[]): Calendar {
  const opened = new Set(days);
  return {
    closures: before.closures.filter((on) => !opened.has(on)),
    holidays: before.holidays.map((one) =>
      opened.has(one.on) ? { ...one, isObserved: false, wasClosed: false } : one,
    ),
  };
}

/** The last day of which it was looked up what is closed; undefined where nothing was. */
export function knownUntil({ closures, holidays }: Calendar): string | undefined {
  const last = holidays.length > 0 ? holidays.at(-1)?.on : closures.at(-1);
  return last && `${last.slice(0, 4)}-12-31`;
}
