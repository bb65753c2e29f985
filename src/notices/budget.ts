import { localDate, startOfDay } from '../time/calendar.ts';
import { addDays, daysBetween } from '../time/days.ts';

/** A notice that may be told, with what the budget asks of it. */
export type Ready = {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  /** Smaller goes first (domain 14.3). */
  readonly rank: number;
  readonly notBefore: Date;
  /** A red milestone that the person owns: told beyond the budget, once a day for the same one. */
  readonly isUrgent: boolean;
};

/** A message of late, and what it told. */
export type Sent = {
  readonly at: Date;
  readonly told: readonly Pick<Ready, 'kind' | 'about'>[];
  /** It was chosen, so that it counts for its day, not for the week. */
  readonly isDigest?: boolean;
  /** The digest of this partnership, which has all that is urgent in it by its day. */
  readonly isOwnDigest?: boolean;
};

export type Spending = {
  /** The parts of one message, in their order; none where nothing may be told yet. */
  readonly tell: readonly Ready[];
  /** When there may be room for what is left; undefined where nothing is. */
  readonly lookAt: Date | undefined;
};

/** So many days lie between one question and the same one, whenever the first was due. */
const DAYS_BETWEEN = 3;
const A_WEEK = 2;
const WEEK_MS = 7 * 86_400_000;
const PARTS = 5;

/**
 * What somebody is told now: all that falls together as one message, at most one a day and two in seven
 * days (domain 14.3). What is urgent does not wait for room, and takes with it what waits.
 */
export function spend(given: {
  readonly ready: readonly Ready[];
  readonly sent: readonly Sent[];
  readonly now: Date;
  readonly timeZone: string;
}): Spending {
  const { sent, now, timeZone } = given;
  const isUrgent = (one: Ready) => isUrgentNow(one, given);
  const ready = given.ready.filter((one) => isUrgent(one) || !isTooSoon(one, given));
  const mayTell = roomAt(sent, now, timeZone) <= now || ready.some(isUrgent);
  const tell = mayTell ? chosen(ready.toSorted(inOrder), isUrgent) : [];
  const left = given.ready.filter((one) => !tell.includes(one));
  if (left.length === 0) return { tell, lookAt: undefined };
  const sentThen = tell.length > 0 ? [...sent, { at: now, told: tell }] : sent;
  const tomorrow = startOfDay(addDays(localDate(now, timeZone), 1), timeZone);
  const isWaitedFor = left.some((one) => one.isUrgent || !ready.includes(one));
  const lookAt = isWaitedFor ? tomorrow : roomAt(sentThen, now, timeZone);
  return { tell, lookAt };
}

/** What is urgent goes before all else; what it told today already waits. */
function chosen(ready: readonly Ready[], isUrgent: (one: Ready) => boolean): readonly Ready[] {
  const tell = [...ready.filter(isUrgent), ...ready.filter((one) => !one.isUrgent)];
  return tell.slice(0, PARTS).toSorted(inOrder);
}

/** The first moment, now or later, at which the budget has room for a message. */
function roomAt(sent: readonly Sent[], now: Date, timeZone: string): Date {
  const today = localDate(now, timeZone);
  const isToday = sent.some(({ at }) => localDate(at, timeZone) === today);
  const times = sent
    .filter(({ isDigest }) => !isDigest)
    .map(({ at }) => at.getTime())
    .toSorted((a, b) => a - b);
  const nextDay = isToday ? startOfDay(addDays(today, 1), timeZone) : now;
  const oldest = times.at(-A_WEEK);
  const nextWeek = oldest === undefined ? now.getTime() : oldest + WEEK_MS;
  return new Date(Math.max(now.getTime(), nextDay.getTime(), nextWeek));
}

type Recently = Pick<Parameters<typeof spend>[0], 'sent' | 'now' | 'timeZone'>;

function isTooSoon(one: Ready, given: Recently): boolean {
  return isInDigest(one, given) || hasTold(one, given, DAYS_BETWEEN);
}

function isUrgentNow(one: Ready, given: Recently): boolean {
  return one.isUrgent && !hasTold(one, given, 1) && !isInDigest(one, given);
}

/** So many days back, today being the first. */
function hasTold({ kind, about }: Ready, { sent, now, timeZone }: Recently, days: number): boolean {
  const today = localDate(now, timeZone);
  return sent.some(
    ({ at, told }) =>
      daysBetween(localDate(at, timeZone), today) < days &&
      told.some((one) => one.kind === kind && one.about === about),
  );
}

function isInDigest({ isUrgent, notBefore }: Ready, { sent, now, timeZone }: Recently): boolean {
  const dayOf = (moment: Date) => localDate(moment, timeZone);
  return sent.some(
    ({ at, isOwnDigest }) =>
      isOwnDigest &&
      isUrgent &&
      dayOf(notBefore) <= dayOf(at) &&
      daysBetween(dayOf(at), dayOf(now)) < DAYS_BETWEEN,
  );
}

/** By rank; of the same rank, what has waited longest. */
function inOrder(a: Ready, b: Ready): number {
  return (
    a.rank - b.rank ||
    a.notBefore.getTime() - b.notBefore.getTime() ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
