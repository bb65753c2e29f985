import { expect, test } from 'vitest';
import { listMembers } from '../../src/members/list-members.ts';
import { stepOut } from '../../src/milestones/step-out.ts';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const AT = '2026-11-24T15:00:00Z';

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
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain('*Pilot* · red · ');
  await leaves(walk, 'Quillstone');
  const after = await says(walk, RENATA, 'partnership milestones Pilot');
  expect(after).toContain('*Pilot* · green · ');
  expect(after).not.toContain('Quillstone');
});

/** City asks for dates blind, and Lantern has answered. */
async function collecting(walk: Walk): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-16');
  await says(walk, JOSUE, 'partnership milestones dates Pilot = 2027-03-01');
}

test('dates that are collected blind are shown once the last that did not answer has left', async () => {
  await using walk = await startWalk({ at: AT });
  await collecting(walk);
  await leaves(walk, 'Quillstone');
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(walk.posts().at(-1)).toContain('*Pilot*: the dates are all in');
  expect(walk.posts().at(-1)).toContain('*Lantern*: 1 March 2027 would suit');
  await comes(walk, '2026-12-10T15:30:00Z');
  expect(walk.posts()).toHaveLength(1);
});

test('nobody waits for the day’s look to put a date forward after the last has left', async () => {
  await using walk = await startWalk({ at: AT });
  await collecting(walk);
  await leaves(walk, 'Quillstone');
  expect(await says(walk, RENATA, 'partnership milestones propose Pilot = 2027-03-16')).toContain(
    'It is agreed once Lantern has said yes',
  );
});

test('dates that are collected blind are shown once the last that did not answer joins later', async () => {
  await using walk = await startWalk({ at: AT });
  await collecting(walk);
  await says(walk, LENA, 'partnership milestones Pilot');
  const ctx = await walk.bot.contextFor(
    (await walk.database.client.partnership.findFirstOrThrow()).id,
  );
  const [member, { id }] = await Promise.all([
    listMembers(ctx).then((all) => all.find(({ slackUserId }) => slackUserId === LENA)),
    walk.database.client.milestone.findFirstOrThrow(),
  ]);
  await stepOut({ ...ctx, member }, { milestoneId: id, on: '2027-06-01' });
  await walk.idle();
  expect(walk.posts().join('\n')).toContain('*Pilot*: the dates are all in');
});

test('where one alone is left, there are no dates to compare, and it may put its own forward', async () => {
  await using walk = await startWalk({ at: AT });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot');
  const ctx = await walk.bot.contextFor(
    (await walk.database.client.partnership.findFirstOrThrow()).id,
  );
  const own = (name: string) =>
    ctx.partnership.organizations.find(({ shortName }) => shortName === name)?.id ?? '';
  await fillIn(walk, RENATA, {
    title: 'Pilot',
    organization: own('City'),
    contributors: [own('City'), own('Quillstone')],
  });
  await leaves(walk, 'Quillstone');
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(walk.posts().at(-1)).toContain('only City takes part now');
  expect(await says(walk, RENATA, 'partnership milestones propose Pilot = 2027-03-16')).toContain(
    'It is agreed once Lantern has said yes',
  );
});

test('a milestone whose owner has left is taken over by those who take part', async () => {
  await using walk = await startWalk({ at: AT });
  await agreedPilot(walk, LENA, '2026-12-18');
  await leaves(walk, 'Quillstone');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain(
    'Quillstone looked after it and has left',
  );
  await comes(walk, '2026-11-25T15:30:00Z');
  await comes(walk, '2026-11-30T15:30:00Z');
  expect(told(walk, RENATA).join('\n')).toContain(
    '*Pilot*: Quillstone looked after it and has left. Who takes it over?',
  );
  await press(walk, RENATA, 'Plan Pilot');
  await fillIn(walk, RENATA, { owner: 'U0LENA' });
  expect(await says(walk, JOSUE, 'partnership milestones move Pilot = 2027-01-15')).toContain(
    '15 January 2027 instead of 18 December',
  );
  expect(await says(walk, RENATA, `partnership milestones owner Pilot = <@${LENA}>`)).toContain(
    'City or Lantern',
  );
  expect(await says(walk, RENATA, `partnership milestones owner Pilot = <@${JOSUE}>`)).toContain(
    'Saved',
  );
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain(
    'Lantern looks after it',
  );
  expect(await says(walk, RENATA, 'partnership milestones done Pilot')).toContain(
    'Lantern looks after “Pilot”',
  );
  expect(await says(walk, JOSUE, 'partnership milestones done Pilot')).toContain('Done.');
});

test('one that nobody looks after can be closed by any of those who take part, from their digest too', async () => {
  await using walk = await startWalk({ at: AT });
  await agreedPilot(walk, LENA, '2026-11-27');
  await leaves(walk, 'Quillstone');
  await comes(walk, '2026-11-30T15:30:00Z');
  expect(told(walk, JOSUE).join('\n')).toContain(
    '*Pilot* was expected on 27 November. Quillstone, which looked after it, has left.',
  );
  await press(walk, JOSUE, 'Done: Pilot');
  expect(walk.posts().at(-1)).toContain(':tada: *Pilot* is done');
});

test('a date that waited for the yes of who has left alone is agreed', async () => {
  await using walk = await startWalk({ at: AT });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Pilot = 2026-12-18');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot');
  await leaves(walk, 'Quillstone');
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(walk.posts().at(-1)).toContain('Settled: *Pilot* by *18 December*');
  await comes(walk, '2026-11-30T15:30:00Z');
  expect(walk.posts()).toHaveLength(1);
});

test('an objection of who has left holds up nothing', async () => {
  await using walk = await startWalk({ at: AT });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Pilot = 2026-12-18');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot');
  await says(walk, LENA, 'partnership milestones object Pilot = Too soon for us');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain('disputed');
  await leaves(walk, 'Quillstone');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).not.toContain('disputed');
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(walk.posts().at(-1)).toContain('Settled: *Pilot* by *18 December*');
});
