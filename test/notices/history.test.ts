import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Ready, type Sent, spend } from '../../src/notices/budget.ts';
import { type Notice, sortOut } from '../../src/notices/notice.ts';
import { type Day, mayWriteNow, sendTime } from '../../src/time/send-time.ts';

/*
 * The rules run as the job runs them, on a clock that jumps: each look comes at its appointment or
 * later, and what a look answers is all that the next one knows.
 */

const BEGINS = Date.parse('2026-10-19T00:00:00Z');
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const FOREVER = new Date('2030-01-01T00:00:00Z');

type Added = { readonly notice: Notice; readonly rank: number; readonly isUrgent: boolean };
type Message = { readonly at: Date; readonly parts: readonly Ready[] };

class Person {
  readonly day: Day;
  readonly spreadSeconds: number;
  readonly added = new Map<string, Added>();
  readonly open = new Map<string, Notice>();
  readonly ended = new Map<string, string>();
  readonly messages: Message[] = [];
  appointment: Date | undefined;
  now = new Date(BEGINS);

  constructor(day: Day, spreadSeconds: number) {
    this.day = day;
    this.spreadSeconds = spreadSeconds;
  }

  add(given: Added): void {
    this.added.set(given.notice.id, given);
    this.open.set(given.notice.id, given.notice);
    this.#appoint(new Date(Math.max(this.now.getTime(), given.notice.notBefore.getTime())));
  }

  look(): void {
    if (!this.appointment || this.appointment > this.now) return;
    this.appointment = undefined;
    if (this.open.size === 0) return;
    if (mayWriteNow(this.day, this.now)) this.#tell();
    else this.#appoint(this.now);
  }

  #tell(): void {
    const stops = new Set<string>();
    const { ended, due, nextAt } = sortOut([...this.open.values()], { stops, now: this.now });
    for (const { id, end } of ended) this.#end(id, end);
    const { timeZone } = this.day;
    const ready = due.map((notice) => ({ ...notice, ...this.#added(notice.id) }));
    const { tell, lookAt } = spend({ ready, sent: this.#sent(), now: this.now, timeZone });
    for (const { id } of tell) this.#end(id, 'told');
    if (tell.length > 0) this.messages.push({ at: this.now, parts: tell });
    this.#checkOrder(tell, ready);
    for (const at of [nextAt, lookAt]) if (at) this.#appoint(at);
  }

  #checkOrder(tell: readonly Ready[], ready: readonly Ready[]): void {
    const ranks = tell.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(tell.length).toBeLessThanOrEqual(5);
    if (tell.length === 0) return;
    const plain = tell.filter(({ isUrgent }) => !isUrgent).map(({ rank }) => rank);
    for (const left of ready.filter((one) => !tell.includes(one) && !one.isUrgent)) {
      if (this.#daysSinceTold(left) < 3) continue;
      expect(left.rank).toBeGreaterThanOrEqual(Math.max(0, ...plain));
    }
  }

  #dayOf(at: Date): Temporal.PlainDate {
    const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
    return instant.toZonedDateTimeISO(this.day.timeZone).toPlainDate();
  }

  /** In messages before this one, which is the last: two may be of one instant. */
  #daysSinceTold({ kind, about }: Ready): number {
    const same = this.messages
      .slice(0, -1)
      .filter(({ parts }) => parts.some((one) => one.kind === kind && one.about === about));
    const days = same.map(({ at }) => this.#dayOf(this.now).since(this.#dayOf(at)).days);
    return Math.min(...days);
  }

  #sent(): readonly Sent[] {
    const lately = this.messages.filter(({ at }) => this.now.getTime() - at.getTime() <= WEEK);
    return lately.map(({ at, parts }) => ({ at, told: parts }));
  }

  #added(id: string): Added {
    const added = this.added.get(id);
    if (!added) throw new Error(`nobody added ${id}`);
    return added;
  }

  #end(id: string, end: string): void {
    expect(this.ended.has(id)).toBe(false);
    this.open.delete(id);
    this.ended.set(id, end);
  }

  #appoint(after: Date): void {
    const at = sendTime({
      ...this.day,
      after: after > this.now ? after : this.now,
      spreadSeconds: this.spreadSeconds,
    });
    if (!this.appointment || at < this.appointment) this.appointment = at;
  }
}

const clockTime = (from: number, to: number) =>
  fc.integer({ min: from * 4, max: to * 4 }).map((quarters) => {
    const [hours, minutes] = [Math.floor(quarters / 4), (quarters % 4) * 15];
    return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  });

const day: fc.Arbitrary<Day> = fc.record({
  timeZone: fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland'),
  workingHours: fc.record({ from: clockTime(6, 11), to: clockTime(14, 20) }),
  quietHours: fc.record({ from: clockTime(16, 23), to: clockTime(5, 10) }),
  calendar: fc.record({
    workingWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    closures: fc.constant(new Set(['2026-11-26', '2026-11-27'])),
  }),
});

const step = fc.oneof(
  fc.record({
    what: fc.constant('adds' as const),
    rank: fc.constantFrom(1, 1, 1, 2, 3, 4, 5, 6, 9),
    about: fc.integer({ min: 0, max: 5 }),
    afterHours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 })),
    staleHours: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
  }),
  fc.record({
    what: fc.constant('passes' as const),
    minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 3_000 })),
  }),
);

type Adds = Extract<typeof step extends fc.Arbitrary<infer S> ? S : never, { what: 'adds' }>;

function addedBy({ rank, about, afterHours, staleHours }: Adds, id: string, now: Date): Added {
  const hence = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const notice: Notice = {
    id,
    memberId: 'm',
    kind: `tests.rank${rank}`,
    about: String(about),
    occasion: id,
    notBefore: hence(afterHours),
    staleAt: staleHours === undefined ? FOREVER : hence(afterHours + staleHours),
  };
  return { notice, rank, isUrgent: rank === 1 };
}

test('none is lost or told twice, none comes in quiet hours, and the budget is kept, in every history', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 1_199 }),
      fc.array(step, { maxLength: 60, size: 'max' }),
      (given, spreadSeconds, steps) => {
        const person = new Person(given, spreadSeconds);
        for (const [n, one] of steps.entries()) {
          if (one.what === 'passes') {
            person.now = new Date(person.now.getTime() + one.minutes * 60_000);
            person.look();
          } else person.add(addedBy(one, String(n).padStart(3, '0'), person.now));
        }
        for (let looks = 0; person.open.size > 0 && looks < 400; looks += 1) {
          expect(person.appointment).toBeDefined();
          person.now = new Date(Math.max(person.now.getTime(), person.appointment?.getTime() ?? 0));
          person.look();
        }
        checkNothingLost(person);
        checkBudget(person);
      },
    ),
    { numRuns: 150 },
  );
});

/** Everything ended once, and for a reason that holds. */
function checkNothingLost({ added, ended, messages }: Person): void {
  expect([...ended.keys()].toSorted()).toEqual([...added.keys()].toSorted());
  const told = messages.flatMap(({ parts }) => parts.map(({ id }) => id));
  expect(new Set(told).size).toBe(told.length);
  for (const [id, end] of ended) {
    expect(end === 'told').toBe(told.includes(id));
    const one = added.get(id);
    if (end === 'stale') expect(one?.notice.staleAt).not.toEqual(FOREVER);
    if (end !== 'moot') continue;
    // It gave way to a newer one about the same.
    const newer = [...added.values()].filter(
      ({ notice }) =>
        notice.id !== id &&
        notice.kind === one?.notice.kind &&
        notice.about === one.notice.about &&
        notice.notBefore >= one.notice.notBefore,
    );
    expect(newer).not.toEqual([]);
  }
}

function checkBudget({ day, added, messages }: Person): void {
  const local = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(day.timeZone);
  const dateOf = (at: Date) => local(at).toPlainDate().toString();
  for (const [n, { at, parts }] of messages.entries()) {
    const time = local(at).toPlainTime().toString({ smallestUnit: 'minute' });
    expect(time >= day.workingHours.from && time < day.workingHours.to).toBe(true);
    const isQuiet = time >= day.quietHours.from || time < day.quietHours.to;
    expect(isQuiet).toBe(false);
    expect(day.calendar.workingWeek).toContain(local(at).dayOfWeek);
    for (const { id } of parts) {
      const notice = added.get(id)?.notice;
      expect(notice && notice.notBefore <= at && at < notice.staleAt).toBe(true);
    }
    const before = messages.slice(0, n);
    const sameDay = before.filter((one) => dateOf(one.at) === dateOf(at));
    for (const { kind, about, isUrgent } of parts) {
      if (!isUrgent) continue;
      const again = sameDay
        .flatMap((one) => one.parts)
        .filter((part) => part.kind === kind && part.about === about);
      expect(again).toEqual([]);
    }
    if (parts.some(({ isUrgent }) => isUrgent)) continue;
    expect(sameDay).toEqual([]);
    for (const { kind, about } of parts) {
      const again = before.filter(
        (one) =>
          local(at).toPlainDate().since(local(one.at).toPlainDate()).days < 3 &&
          one.parts.some((part) => part.kind === kind && part.about === about),
      );
      expect(again).toEqual([]);
    }
    const inWeek = before.filter((one) => at.getTime() - one.at.getTime() < WEEK);
    expect(inWeek.length).toBeLessThan(2);
  }
}
