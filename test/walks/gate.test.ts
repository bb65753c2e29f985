import { expect, test } from 'vitest';
import { press, says } from '../support/people.ts';
import { click, startStrangers } from '../support/stranger.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* Whether somebody may, now: how long an answer of Slack's counts, what ends it, and what undoes it. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

const NOT_THERE = 'you are in none of its channels now';
const ORGANIZATION_LEFT = 'Your organization doesn’t share the channel any more';

async function withTerm(walk: Walk): Promise<string> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  return (await walk.database.client.term.findFirstOrThrow()).id;
}

/** How often Slack was asked who is in the channel. */
function looks(walk: Walk): number {
  return walk.slack.calls.filter(
    ({ method, args }) => method === 'conversations.members' && args.channel === CHANNEL,
  ).length;
}

async function pressed(walk: Walk, userId: string, value: string, id = 'glossary.history') {
  await using strangers = await startStrangers(walk);
  const teamId = userId === LENA ? 'T0QUILL' : 'T0CITY';
  const action = { action_id: id, value };
  const { said } = await strangers.sends(
    click({ userId, teamId }, { channelId: 'D0SOMEBODY' }, action),
  );
  await walk.idle();
  return said.join('\n');
}

test('Slack is asked once a minute at most who is in a channel, and whoever left is out at once', async () => {
  await using walk = await startWalk();
  const about = `${await withTerm(walk)} 1 ${CHANNEL}`;
  walk.clock.moveTo('2026-11-24T15:10:00Z');
  const before = looks(walk);
  for (const userId of [RENATA, JOSUE, LENA, RENATA]) {
    expect(await pressed(walk, userId, about)).toContain('MOU');
  }
  expect(looks(walk) - before).toBe(1);
  walk.clock.moveTo('2026-11-24T15:11:00Z');
  expect(await pressed(walk, RENATA, about)).toContain('MOU');
  expect(looks(walk) - before).toBe(2);

  for (const channelId of [CHANNEL, 'C0DELIVERY']) await walk.slack.as(RENATA).leaves(channelId);
  await walk.idle();
  expect(await pressed(walk, RENATA, about)).toContain(NOT_THERE);
  const { client } = walk.database;
  const renata = { where: { slackUserId: RENATA } };
  expect((await client.member.findFirstOrThrow(renata)).deactivatedAt).not.toBeNull();

  await walk.slack.as(RENATA).joins(CHANNEL);
  await walk.idle();
  expect(await pressed(walk, RENATA, about)).toContain('MOU');
  expect((await client.member.findFirstOrThrow(renata)).deactivatedAt).toBeNull();
});

test('where no event tells that somebody left, it is over after a minute', async () => {
  await using walk = await startWalk();
  const about = `${await withTerm(walk)} 1 ${CHANNEL}`;
  expect(await pressed(walk, JOSUE, about)).toContain('MOU');
  walk.slack.fault.holdEvents();
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  walk.clock.moveTo('2026-11-24T15:01:00Z');
  expect(await pressed(walk, JOSUE, about)).toContain(NOT_THERE);
});

test('a cached look-up asks Slack for nothing', async () => {
  await using walk = await startWalk();
  await withTerm(walk);
  await says(walk, JOSUE, 'glossary MOU');
  const before = walk.slack.calls.length;
  for (let n = 0; n < 3; n += 1) await says(walk, JOSUE, 'glossary MOU');
  expect(walk.slack.calls.slice(before).map(({ method }) => method)).toEqual([]);
});

test('with the channel goes what one had of it: the Home is empty, the calendar dead', async () => {
  await using walk = await startWalk({ env: { PUBLIC_URL: 'https://ground.example/' } });
  await withTerm(walk);
  await walk.slack.as(JOSUE).openHome();
  await says(walk, JOSUE, 'partnership calendar link');
  await walk.idle();
  const { client } = walk.database;
  expect(await client.calendarLink.count()).toBe(1);
  const homeOf = () => JSON.stringify(walk.slack.as(JOSUE).sees().home);
  expect(homeOf()).toContain('Open doors');
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  await walk.idle();
  expect(homeOf()).not.toContain('Open doors');
  expect(homeOf()).toContain('You are in none of the channels of the partnership');
  expect(await client.calendarLink.count()).toBe(0);
  await walk.slack.as(JOSUE).openHome();
  await walk.idle();
  expect(homeOf()).not.toContain('Open doors');
});

test('an organization that left reads nothing either, and is back once it shares the channel again', async () => {
  await using walk = await startWalk();
  const about = `${await withTerm(walk)} 1 ${CHANNEL}`;
  await walk.slack.fault.unshare(CHANNEL, 'T0QUILL');
  await walk.idle();
  expect(await pressed(walk, LENA, about)).toMatch(new RegExp(`${NOT_THERE}|${ORGANIZATION_LEFT}`));
  await walk.slack.fault.share(CHANNEL, 'T0QUILL');
  await walk.slack.as(LENA).joins(CHANNEL);
  await walk.idle();
  expect(await says(walk, LENA, 'glossary MOU')).toContain('A written agreement');
  expect(await pressed(walk, LENA, about)).toContain('MOU');
});

test('who pressed what came too late is shown the present one, with its buttons', async () => {
  await using walk = await startWalk();
  const termId = await withTerm(walk);
  await says(walk, RENATA, 'glossary define MOU = A written agreement that binds nobody');
  const before = await walk.database.client.stance.count();
  const old = await pressed(walk, JOSUE, `${termId} 1 ${CHANNEL}`, 'glossary.endorse');
  expect(old).toContain('There is a newer version of “MOU” by now (version 2)');
  expect(old).toContain('that binds nobody');
  expect(old).toContain(`${termId} 2 ${CHANNEL}`);
  expect(await walk.database.client.stance.count()).toBe(before);
  const unknown = await pressed(walk, JOSUE, `${termId} 1 ${CHANNEL}`, 'glossary.of-long-ago');
  expect(unknown).toContain('This button is of an older version of me');
  expect(unknown).toContain('that binds nobody');
  expect(unknown).toContain(`${termId} 2 ${CHANNEL}`);
  const nothing = await pressed(walk, JOSUE, 'nothing', 'glossary.of-long-ago');
  expect(nothing).toContain('This button is of an older version of me');

  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
  const { id } = await walk.database.client.milestone.findFirstOrThrow();
  const shown = await pressed(walk, JOSUE, `${id} 1 - ${CHANNEL}`, 'milestones.of-long-ago');
  expect(shown).toContain('This button is of an older version of me');
  expect(shown).toContain('Pilot');
});

test('what was pressed twice with one trigger is done once', async () => {
  await using walk = await startWalk();
  const about = `${await withTerm(walk)} 1 ${CHANNEL}`;
  await using strangers = await startStrangers(walk);
  const action = { action_id: 'glossary.endorse', value: about };
  const payload = click({ userId: JOSUE, teamId: 'T0LANTERN' }, { channelId: CHANNEL }, action);
  await strangers.sends(payload);
  const again = await strangers.sends(payload);
  await walk.idle();
  expect(again.said.join()).toContain('That was done a moment ago');
  expect(await walk.database.client.stance.count()).toBe(1);
});

test('in a channel that Slack shares with nobody a partnership begins with its guests’ organization', async () => {
  const { sampleWorld } = await import('../../sandbox/world.ts');
  const world = {
    ...sampleWorld,
    channels: [
      ...sampleWorld.channels,
      {
        id: 'C0INHOUSE',
        name: 'in-house',
        teamIds: ['T0CITY'],
        memberIds: [RENATA, 'U0MARCUS'],
        hasBot: true,
      },
    ],
  };
  await using walk = await startWalk({ world });
  const writes = async (text: string) => {
    await walk.slack.as(RENATA).command('C0INHOUSE', text);
    await walk.idle();
    return walk.answer(RENATA, 'C0INHOUSE');
  };
  expect(await writes('/glossary MOU')).toContain('/partnership setup organization THEIR NAME');
  expect(await walk.database.client.partnership.count()).toBe(0);
  await writes('/partnership setup organization Tidewater');
  const organizations = await walk.database.client.organization.findMany();
  expect(organizations.map(({ name }) => name)).toContain('Tidewater');
  expect(await writes('/glossary MOU')).toContain('isn’t in the glossary yet');
});

test('a button in a direct message that outlived the channel asks nothing of the channel', async () => {
  await using walk = await startWalk();
  await withTerm(walk);
  await walk.slack.as(JOSUE).dm('glossary MOU');
  await walk.idle();
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  await walk.idle();
  const before = await walk.database.client.stance.count();
  await press(walk, JOSUE, 'Endorse MOU').catch(() => press(walk, JOSUE, 'Endorse'));
  expect(await walk.database.client.stance.count()).toBe(before);
});
