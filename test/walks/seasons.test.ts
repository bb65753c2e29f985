import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

/* Weeks go by as they do in the sandbox: from one thing that is due to the next, and nobody answers. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

const CHICAGO = { zone: 'America/Chicago', userId: RENATA };
const BERLIN = { zone: 'Europe/Berlin', userId: LENA };

async function until(walk: Walk, end: string): Promise<void> {
  for (;;) {
    const due = await walk.bot.nextDue();
    const at = !due || due.toISOString() > end ? end : due.toISOString();
    if (new Date(at) > walk.clock.now()) walk.clock.moveTo(at);
    await walk.bot.tick();
    await walk.idle();
    if (at === end) return;
  }
}

type Told = { readonly at: string; readonly text: string };

/** What the bot wrote to somebody, by the clock of where they are: `2027-03-08 Mon 09:00`. */
function toldTo(walk: Walk, { userId, zone }: { userId: string; zone: string }): readonly Told[] {
  const { dm } = walk.slack.as(userId).sees();
  return dm
    .filter(({ isBot }) => isBot)
    .map(({ ts, text }) => {
      const local = Temporal.Instant.fromEpochMilliseconds(
        Math.floor(Number(ts) / 60) * 60_000,
      ).toZonedDateTimeISO(zone);
      const day = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek];
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      return { at: `${local.toPlainDate()} ${day} ${time}`, text };
    });
}

const isDigest = ({ text }: Told) => text.includes('this week:') || text.includes('a quiet week');

const digestsOf = (walk: Walk, person: { userId: string; zone: string }) =>
  toldTo(walk, person)
    .filter(isDigest)
    .map(({ at }) => at);

const noticesOf = (walk: Walk, person: { userId: string; zone: string }) =>
  toldTo(walk, person).filter((one) => !isDigest(one));

/** At most one a day and two in any seven days, between nine and five on working days. */
function expectGoodManners(told: readonly Told[], closed: readonly string[]): void {
  const days = told.map(({ at }) => at.slice(0, 10));
  expect(new Set(days).size).toBe(days.length);
  for (const { at } of told) {
    const [day = '', weekday = '', time = ''] = at.split(' ');
    expect([at, time >= '09:00' && time < '17:00']).toEqual([at, true]);
    expect(['Sat', 'Sun']).not.toContain(weekday);
    expect(closed).not.toContain(day);
    const weekBefore = Temporal.PlainDate.from(day).subtract({ days: 6 }).toString();
    const inWeek = days.filter((one) => one >= weekBefore && one <= day);
    expect([at, inWeek.length <= 2]).toEqual([at, true]);
  }
}

async function thingsToAnswer(walk: Walk, on: string): Promise<void> {
  await says(walk, RENATA, `partnership milestones add Open evening = ${on}`);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, `partnership milestones add Pilot = ${on}`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot');
  await says(walk, LENA, `partnership milestones add Portal = ${on}`);
}

describe('across a change of the clocks in three zones', () => {
  test('nine stays nine, each week once, and everything else comes at a good hour', async () => {
    const sydney = { zone: 'Australia/Sydney', userId: JOSUE };
    await using walk = await startWalk({ at: '2027-03-03T16:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.slack.fault.changeZone(JOSUE, sydney.zone);
    for (const { userId, zone } of [CHICAGO, BERLIN]) {
      await walk.database.client.member.updateMany({
        where: { slackUserId: userId },
        data: { timeZone: zone },
      });
    }
    await thingsToAnswer(walk, '2027-05-14');
    await until(walk, '2027-04-16T16:00:00Z');

    // Chicago moved on 14 March, Berlin on 28 March, Sydney back on 4 April.
    expect(digestsOf(walk, CHICAGO)).toEqual([
      '2027-03-08 Mon 09:00',
      '2027-03-15 Mon 09:00',
      '2027-03-22 Mon 09:00',
      '2027-03-29 Mon 09:00',
      '2027-04-05 Mon 09:00',
      '2027-04-12 Mon 09:00',
    ]);
    expect(digestsOf(walk, BERLIN)).toEqual([
      // Women’s Day and Easter Monday are closed there.
      '2027-03-09 Tue 09:00',
      '2027-03-15 Mon 09:00',
      '2027-03-22 Mon 09:00',
      '2027-03-30 Tue 09:00',
      '2027-04-05 Mon 09:00',
      '2027-04-12 Mon 09:00',
    ]);
    expect(digestsOf(walk, sydney)).toEqual(digestsOf(walk, CHICAGO));

    for (const person of [CHICAGO, BERLIN, sydney]) {
      expect(noticesOf(walk, person).length).toBeGreaterThan(2);
      expectGoodManners(noticesOf(walk, person), []);
    }
    expectGoodManners(noticesOf(walk, BERLIN), ['2027-03-26', '2027-03-29']);
    expect(walk.log.join('\n')).not.toMatch(/job failed|tick/);
  });
});

describe('across Thanksgiving', () => {
  test('who has the days off hears nothing, who works does; reminders come after 3 and 6 working days', async () => {
    await using walk = await startWalk({ at: '2026-11-20T16:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership milestones add Open evening = 2027-01-29');
    for (const userId of [RENATA, LENA]) await says(walk, userId, 'partnership digest thursday');
    await until(walk, '2026-12-11T16:00:00Z');

    const lantern = { ...CHICAGO, userId: JOSUE };
    const closed = ['2026-11-26', '2026-11-27'];
    expectGoodManners(noticesOf(walk, lantern), closed);
    expectGoodManners(noticesOf(walk, BERLIN), []);
    const asked = (person: { userId: string; zone: string }) =>
      noticesOf(walk, person)
        .filter(({ text }) => text.includes('which day would suit your organization'))
        .map(({ at }) => at.slice(0, 10));
    // Asked on Friday 20 November; the owner's third working day is Wednesday, the sixth is 2 December.
    expect(asked(lantern)).toEqual(['2026-11-20', '2026-11-25', '2026-12-02']);
    // Asked on Monday, so not again before Thursday, and that day has the digest.
    expect(asked(BERLIN)).toEqual(['2026-11-23', '2026-11-27', '2026-12-02']);
    expect(digestsOf(walk, CHICAGO)).toEqual([
      '2026-11-30 Mon 09:00',
      '2026-12-03 Thu 09:00',
      '2026-12-10 Thu 09:00',
    ]);
    expect(digestsOf(walk, BERLIN)).toEqual([
      '2026-11-26 Thu 09:00',
      '2026-12-03 Thu 09:00',
      '2026-12-10 Thu 09:00',
    ]);
  });
});
