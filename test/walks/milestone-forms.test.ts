import { expect, test } from 'vitest';
import { fillIn, press, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
test('a message becomes a milestone, with the day it speaks of', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  const renata = walk.slack.as(RENATA);
  const { ts } = await renata.says(CHANNEL, 'Navigators trained by 29 January 2027');
  await renata.shortcut('milestones.make', { channelId: CHANNEL, ts });
  await walk.idle();
  const [form] = renata.sees().modals;
  expect(JSON.stringify(form)).toContain('"initial_date":"2027-01-29"');
  expect(JSON.stringify(form)).toContain('Navigators trained by 29 January 2027');
  await fillIn(walk, RENATA, { title: 'Navigators trained' });
  expect(walk.answer(RENATA)).toContain('29 January 2027');
  expect(await says(walk, LENA, 'partnership milestones Navigators trained')).not.toContain(
    '29 January',
  );
});

test('a message that names no day, and one that names an impossible one, still open the form', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const renata = walk.slack.as(RENATA);
  for (const words of ['We need a data-sharing agreement', 'Before 31 February, please']) {
    const { ts } = await renata.says(CHANNEL, words);
    await renata.shortcut('milestones.make', { channelId: CHANNEL, ts });
    await walk.idle();
    const [form] = renata.sees().modals;
    expect(JSON.stringify(form)).not.toContain('initial_date');
    await renata.closeModal(String(form?.id));
  }
});

test('everything of a milestone can be said in forms', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Funding = 2027-02-01');
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot');

  await says(walk, RENATA, 'partnership milestones plan Pilot');
  const { id } = await walk.database.client.milestone.findFirstOrThrow({
    where: { title: 'Funding' },
  });
  await fillIn(walk, RENATA, {
    remaining: '12',
    latest: '2027-04-30',
    steps: 'Budget memo 4',
    dependsOn: [id],
  });
  const planned = await walk.database.client.milestone.findFirstOrThrow({
    where: { title: 'Pilot' },
    include: { steps: true, dependsOn: true },
  });
  expect(planned).toMatchObject({ remainingWorkingDays: 12, steps: [{ name: 'Budget memo' }] });
  expect(planned.dependsOn).toHaveLength(1);

  await says(walk, RENATA, 'partnership milestones Pilot');
  await press(walk, RENATA, 'New date for Pilot');
  expect(await fillIn(walk, RENATA, { target: '2026-01-01', reason: 'capacity' })).toMatchObject({
    errors: { target: expect.stringContaining('has passed') },
  });
  await fillIn(walk, RENATA, { target: '2027-03-15', reason: 'capacity', remaining: '9' });
  expect(walk.answer(RENATA)).toContain('15 March 2027');
  await press(walk, RENATA, 'How likely is the date of Pilot?');
  await fillIn(walk, RENATA, { confidence: '4' });
  expect(walk.answer(RENATA)).toContain('Saved');
});
