import { expect, test } from 'vitest';
import { press, says } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const AT = '2026-11-24T15:00:00Z';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [JOSUE]: 'Lantern', [LENA]: 'Quillstone' },
};

/** Dates are put forward openly. */
async function openly(walk: Walk, ...lines: readonly string[]): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  for (const line of lines) await says(walk, RENATA, `partnership milestones ${line}`);
}

async function allEndorse(walk: Walk, title: string): Promise<void> {
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

test('what is done is not given up by an older proposal, and says so to whoever still says yes', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await allEndorse(walk, 'Pilot');
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await press(walk, RENATA, 'Share Pilot in the channel');
  await says(walk, RENATA, 'partnership milestones done Pilot');
  await allEndorse(walk, 'Pilot');
  expect(walk.answer(LENA)).toContain('“Pilot” is done already');
  expect(walk.posts().join()).not.toContain('not pursued');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain('Done on 24 November');
});

test('what was given up is not agreed by an older proposal', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await press(walk, RENATA, 'Share Pilot in the channel');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot');
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await says(walk, LENA, 'partnership milestones endorse Pilot');
  expect(walk.answer(LENA)).toContain('“Pilot” is dropped already');
  expect(walk.posts().join()).not.toContain('all said yes');
  const open = await walk.database.client.proposal.count({ where: { state: 'open' } });
  expect(open).toBe(0);
});
