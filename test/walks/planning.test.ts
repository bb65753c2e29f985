import { expect, test } from 'vitest';
import { listMembers } from '../../src/members/list-members.ts';
import { planMilestone } from '../../src/milestones/plan-milestone.ts';
import { fillIn, says } from '../support/people.ts';
import { threeOrganizations } from '../support/three-organizations.ts';
import { startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';

test('of two milestones that are made to wait for each other at once, one is refused', async () => {
  await using walk = await startWalk();
  const ctx = await threeOrganizations(walk, { coordinators: { [RENATA]: 'City' } });
  for (const title of ['Pilot', 'Review'])
    await says(walk, RENATA, `partnership milestones add ${title} = 2027-03-16`);
  const member = (await listMembers(ctx)).find(({ slackUserId }) => slackUserId === RENATA);
  const rows = await walk.database.client.milestone.findMany({ orderBy: { title: 'asc' } });
  const [pilot = '', review = ''] = rows.map(({ id }) => id);
  const outcomes = await Promise.allSettled(
    [
      { milestoneId: pilot, dependsOn: [review] },
      { milestoneId: review, dependsOn: [pilot] },
    ].map((plan) => planMilestone({ ...ctx, member }, plan)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((one) => one.status === 'rejected');
  expect(String(refused?.reason)).toContain('so this one can’t wait for it');
  expect(await walk.database.client.milestoneDependency.count()).toBe(1);
  await walk.idle();
});

test('who knows how long such a thing takes hears, alone, that their date comes before that', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, { coordinators: { [RENATA]: 'City' } });
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-16');
  expect(await says(walk, RENATA, 'partnership milestones lead Pilot = 60, 35, 20')).toContain(
    'The least comes first',
  );
  await says(walk, RENATA, 'partnership milestones lead Pilot = 20, 35, 60');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain(
    'Such a thing usually takes 35 working days, from 20 to 60.',
  );
  expect(await says(walk, RENATA, 'partnership milestones dates Pilot = 2026-12-18')).toContain(
    'Between us: 18 December is sooner than the 20 working days that you say *Pilot* takes at least. The first day that works is 24 December.',
  );
  expect(await says(walk, RENATA, 'partnership milestones dates Pilot = 2027-03-16')).not.toContain(
    'Between us',
  );
  await says(walk, RENATA, 'partnership milestones plan Pilot');
  await fillIn(walk, RENATA, { leadTime: 'a year' }).then((errors) =>
    expect(JSON.stringify(errors)).toContain('How many working days does such a thing take?'),
  );
  await fillIn(walk, RENATA, { leadTime: '' });
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).not.toContain('Such a thing');
});
