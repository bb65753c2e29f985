import { expect, test } from 'vitest';
import { listMembers } from '../../src/members/list-members.ts';
import { planMilestone } from '../../src/milestones/plan-milestone.ts';
import { says } from '../support/people.ts';
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
