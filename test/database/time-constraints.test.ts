import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { freshDatabase } from '../support/database.ts';
import { refused } from './refusal.ts';
import { foundWorld, NOON } from './rows.ts';
import { addMilestone } from './time-crossings.ts';

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

test('T6: the date that all agreed to is set once, and no statement moves it', async () => {
  const db = database.client;
  const id = await addMilestone(db, await foundWorld(db));
  const agreed = { baselineOn: NOON, agreedOn: NOON };
  await db.milestone.update({ where: { id }, data: agreed });
  const later = new Date('2027-01-01');
  for (const data of [
    { baselineOn: later },
    { agreedOn: later },
    { baselineOn: null, agreedOn: null },
  ]) {
    const rule = await refused(() => db.milestone.update({ where: { id }, data }));
    expect(rule).toBe('23514 milestone_baseline_frozen');
  }
  await db.milestone.update({ where: { id }, data: { title: 'Pilot open', doneOn: NOON } });
});

test('what was said of a date is not changed, and not removed', async () => {
  const db = database.client;
  const world = await foundWorld(db);
  const milestoneId = await addMilestone(db, world);
  const { partnershipId } = world;
  await db.forecast.create({
    data: { partnershipId, milestoneId, reportedOn: NOON, forecastOn: NOON, at: NOON },
  });
  for (const sql of [`update forecast set forecast_on = '2027-01-01'`, 'delete from forecast']) {
    expect(await refused(() => db.$executeRawUnsafe(sql))).toBe('23514 forecast_append_only');
  }
});

test('a holiday that is not kept cannot have been closed before', async () => {
  const db = database.client;
  const { partnershipId, organizationId } = await foundWorld(db);
  const data = { partnershipId, organizationId, heldOn: NOON, name: 'May Day' };
  expect(
    await refused(() =>
      db.holiday.create({ data: { ...data, isObserved: false, wasClosed: true } }),
    ),
  ).toBe('23514 holiday_closed_check');
});

test('dates in no order, a likelihood of six and a milestone that waits for itself are refused', async () => {
  const db = database.client;
  const world = await foundWorld(db);
  const { partnershipId, organizationId, memberId } = world;
  const milestoneId = await addMilestone(db, world);
  const of = { partnershipId, organizationId, memberId, milestoneId, at: NOON };
  const early = new Date('2026-01-01');
  expect(
    await refused(() =>
      db.dateProposal.create({ data: { ...of, targetOn: NOON, latestOn: early } }),
    ),
  ).toBe('23514 date_proposal_order_check');
  expect(await refused(() => db.confidence.create({ data: { ...of, value: 6 } }))).toBe(
    '23514 confidence_value_check',
  );
  expect(
    await refused(() =>
      db.milestoneDependency.create({
        data: { partnershipId, milestoneId, dependsOnId: milestoneId },
      }),
    ),
  ).toBe('23514 milestone_dependency_other_check');
});

test('the token of a calendar’s link is refused where its hash belongs', async () => {
  const db = database.client;
  const { partnershipId, memberId } = await foundWorld(db);
  const tokenHash = 'kq3Zc0vXb1n2m3a4s5d6f7g8h9j0kq3Zc0vXb1n2m3a';
  const link = { partnershipId, memberId, tokenHash, madeAt: NOON };
  expect(await refused(() => db.calendarLink.create({ data: link }))).toBe(
    '23514 calendar_link_hash_check',
  );
});
