import { expect, test } from 'vitest';
import { comes, fillIn, press, says } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const AT = '2026-11-24T15:00:00Z';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [JOSUE]: 'Lantern', [LENA]: 'Quillstone' },
};

/** Three organizations of which this one agreed openly to a Pilot with the others. */
async function agreedPilot(walk: Walk, by: string, on: string): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, by, `partnership milestones add Pilot = ${on}`);
  for (const userId of [RENATA, JOSUE, LENA].filter((one) => one !== by))
    await says(walk, userId, 'partnership milestones endorse Pilot');
}

async function leaves(walk: Walk, shortName: string): Promise<void> {
  await walk.database.client.organization.updateMany({
    where: { shortName },
    data: { leftAt: walk.clock.now() },
  });
}

test('who joins later takes their dates along, so that a clash with them is over', async () => {
  await using walk = await startWalk({ at: AT });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot');
  await fillIn(walk, RENATA, {
    title: 'Pilot',
    target: '2027-03-16',
    earliest: '2027-03-03',
    latest: '2027-04-30',
  });
  await says(
    walk,
    JOSUE,
    'partnership milestones dates Pilot = 2027-03-01; 2027-02-15; 2027-03-31',
  );
  await says(walk, LENA, 'partnership milestones dates Pilot = 2027-01-18; 2027-01-11; 2027-02-26');
  expect(walk.posts().at(-1)).toContain('miss each other by 5 days');
  await press(walk, LENA, 'Our organization joins Pilot later');
  await fillIn(walk, LENA, { target: '2027-06-01' });
  expect(walk.posts().join('\n')).not.toContain('miss each other');
  expect(walk.posts().join('\n')).not.toContain('*Quillstone*');
});

test('how likely it is counts for those alone who are still here', async () => {
  await using walk = await startWalk({ at: AT });
  await agreedPilot(walk, RENATA, '2027-03-18');
  await says(walk, LENA, 'partnership milestones confidence Pilot = 1');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain('agreed, red');
  await leaves(walk, 'Quillstone');
  const after = await says(walk, RENATA, 'partnership milestones Pilot');
  expect(after).toContain('agreed, green');
  expect(after).not.toContain('Quillstone');
});
