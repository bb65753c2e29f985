import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Facts } from '../../src/facts.ts';
import { reconcileOrganizations } from '../../src/partnerships/reconcile-organizations.ts';
import { founded, type Ground, NOON } from './ground.ts';

const CITY = { name: 'City of Alder Falls', slackTeamIds: ['TCITY'], timeZone: undefined };
const QUILL = { name: 'Quill', slackTeamIds: ['TQUILL'], timeZone: undefined };
const LANTERN = { name: 'Lantern', slackTeamIds: ['TLANTERN'], timeZone: undefined };

/** What Slack says shares the channel now; who is there then, and of whom it was told that they left. */
async function after(ground: Ground, organizations: readonly (typeof CITY)[]) {
  const told: string[] = [];
  const facts: Facts = {
    hasSpoken: async () => false,
    tell: async (_, fact, given) => void told.push(`${fact} ${JSON.stringify(given)}`),
  };
  const { partnership } = await ground.as('URENATA');
  const now = await reconcileOrganizations(ground.db, partnership, {
    organizations,
    now: NOON,
    facts,
  });
  const quill = partnership.organizations.find(({ name }) => name === 'Quill')?.id ?? '';
  return {
    there: now.organizations
      .filter(({ hasLeft }) => !hasLeft)
      .map(({ name }) => name)
      .toSorted(),
    told: told.map((one) => one.replaceAll(quill, 'QUILL').replaceAll(partnership.id, 'OURS')),
  };
}

const LEFT = 'organization.left {"partnershipId":"OURS","organizationId":"QUILL"}';

test('one that no longer shares the channel has left, which is told once', async () => {
  const ground = await founded();
  expect(await after(ground, [CITY])).toEqual({ there: [CITY.name], told: [LEFT] });
  expect(await after(ground, [CITY])).toEqual({ there: [CITY.name], told: [] });
  expect(await after(ground, [CITY, QUILL])).toEqual({ there: [CITY.name, 'Quill'], told: [] });
});

test('one that comes to share it is there, and nobody has left', async () => {
  const ground = await founded();
  const there = [CITY.name, 'Lantern', 'Quill'];
  expect(await after(ground, [CITY, QUILL, LANTERN])).toEqual({ there, told: [] });
});

test('where the partnership has a second channel, or no team is known, nobody is taken for gone', async () => {
  const ground = await founded();
  const { db, partnershipId } = ground;
  const guests = { partnershipId, name: 'Harbour Trust', shortName: 'Harbour' };
  await db.organization.create({ data: guests });
  expect((await after(ground, [CITY, QUILL])).told).toEqual([]);
  const slackId = `C${randomUUID()}`;
  await db.channel.create({ data: { slackId, partnershipId, installationTeamId: 'TCITY' } });
  const all = [CITY.name, 'Harbour Trust', 'Quill'];
  expect(await after(ground, [CITY])).toEqual({ there: all, told: [] });
});
