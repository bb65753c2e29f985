import { expect, test } from 'vitest';
import { sampleWorld } from '../../sandbox/world.ts';
import { comes, says, told } from '../support/people.ts';
import { click, startStrangers, submission } from '../support/stranger.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* Who is there and who is not, where Slack says it late, by another name, or not at all. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

const NOT_THERE = 'you are in none of its channels now';

async function begun(walk: Walk): Promise<string> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  return (await walk.database.client.term.findFirstOrThrow()).id;
}

async function looksBack(walk: Walk, userId: string, termId: string): Promise<string> {
  await using strangers = await startStrangers(walk);
  const teamId = userId === LENA ? 'T0QUILL' : 'T0CITY';
  const action = { action_id: 'glossary.history', value: `${termId} 1 ${CHANNEL}` };
  const { said } = await strangers.sends(
    click({ userId, teamId }, { channelId: 'D0SOMEBODY' }, action),
  );
  await walk.idle();
  return said.join('\n');
}

const memberOf = (walk: Walk, slackUserId: string) =>
  walk.database.client.member.findFirst({
    where: { slackUserId },
    include: { organization: true },
  });

/** The path of the person's calendar, and what is answered there. */
async function calendarOf(walk: Walk, userId: string): Promise<() => Promise<number>> {
  const answer = await says(walk, userId, 'partnership calendar link');
  const { dm, channels } = walk.slack.as(userId).sees();
  const seen = answer + JSON.stringify(dm) + JSON.stringify(channels);
  const path = /calendar\/[\w-]+\.ics/.exec(seen)?.[0];
  expect(path).toBeDefined();
  return async () => (await fetch(`http://127.0.0.1:${walk.bot.port}/${path}`)).status;
}

const linked = { env: { PUBLIC_URL: 'https://ground.example/' } };

/** Quillstone Grid as an Enterprise: some payloads name it by its own id, some by its workspace’s. */
const enterprise = {
  ...sampleWorld,
  teams: sampleWorld.teams.map((team) =>
    team.id === 'T0QUILL' ? { ...team, enterprise: { id: 'E0QUILL', name: 'Quillstone' } } : team,
  ),
};

test('who left while the bot was not there hears and reads no more once it is back', async () => {
  await using walk = await startWalk(linked);
  await begun(walk);
  const calendar = await calendarOf(walk, JOSUE);
  expect(await calendar()).toBe(200);
  await walk.slack.fault.removeBot(CHANNEL);
  await walk.idle();
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  await walk.idle();
  await walk.slack.as(RENATA).invitesBot(CHANNEL);
  await walk.idle();
  expect(await calendar()).toBe(404);
  expect((await memberOf(walk, JOSUE))?.deactivatedAt).not.toBeNull();
  expect((await memberOf(walk, RENATA))?.deactivatedAt).toBeNull();
  const before = told(walk, JOSUE).length;
  await comes(walk, '2026-12-07T15:30:00Z');
  expect(told(walk, JOSUE).slice(before)).toEqual([]);
});

test('whose leaving no event tells is told nothing more, and their calendar ends', async () => {
  await using walk = await startWalk(linked);
  await begun(walk);
  const calendar = await calendarOf(walk, JOSUE);
  walk.slack.fault.holdEvents();
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  const before = told(walk, JOSUE).length;
  await comes(walk, '2026-11-30T15:30:00Z');
  await comes(walk, '2026-12-07T15:30:00Z');
  expect(told(walk, JOSUE).slice(before)).toEqual([]);
  expect(await calendar()).toBe(404);
});

test.each(['fetch_members_failed', 'access_denied', 'channel_not_found'])(
  'where Slack answers %s, nobody has left, and whoever asks hears that it is not known',
  async (error) => {
    await using walk = await startWalk();
    const termId = await begun(walk);
    walk.clock.moveTo('2026-11-24T15:05:00Z');
    walk.slack.fault.api('conversations.members', { kind: 'error', error }, 2);
    const refused = await looksBack(walk, RENATA, termId);
    expect(refused).toContain('Slack doesn’t tell me just now who is in the channel');
    // Not kept for a minute: the next one is let in.
    walk.slack.fault.clear();
    expect(await looksBack(walk, JOSUE, termId)).toContain('A written agreement');
    expect((await memberOf(walk, RENATA))?.deactivatedAt).toBeNull();
  },
);

test('who leaves one channel while Slack does not say who is in the other stays', async () => {
  await using walk = await startWalk();
  await begun(walk);
  const { client } = walk.database;
  const { id: partnershipId } = await client.partnership.findFirstOrThrow();
  const other = { slackId: 'C0DELIVERY', installationTeamId: 'T0CITY' };
  await client.channel.create({ data: { partnershipId, ...other } });
  const unsaid = { kind: 'error', error: 'fetch_members_failed' } as const;
  walk.slack.fault.api('conversations.members', unsaid, 2);
  await walk.slack.as(JOSUE).leaves(CHANNEL);
  await walk.idle();
  expect((await memberOf(walk, JOSUE))?.deactivatedAt).toBeNull();
});

test.each(['user_not_visible', 'missing_scope'])(
  'a guest whom Slack does not show (%s) is no member of the host by it',
  async (error) => {
    await using walk = await startWalk();
    await begun(walk);
    await walk.database.client.member.deleteMany({ where: { slackUserId: JOSUE } });
    walk.slack.fault.api('users.info', { kind: 'error', error }, 200);
    expect(await says(walk, JOSUE, 'glossary endorse MOU')).toContain('which of the partner');
    expect(await memberOf(walk, JOSUE)).toBeNull();
    walk.slack.fault.clear();
    await says(walk, JOSUE, 'glossary endorse MOU');
    expect((await memberOf(walk, JOSUE))?.organization.shortName).toBe('Lantern');
  },
);

test('people of an Enterprise are known by whichever of its ids a payload names', async () => {
  await using walk = await startWalk({ world: enterprise });
  await walk.slack.as(RENATA).command(CHANNEL, '/glossary list');
  await walk.idle();
  await says(walk, LENA, 'glossary define MOU = A written agreement');
  await walk.slack.as(LENA).dm('glossary MOU');
  await walk.idle();
  expect(told(walk, LENA).at(-1)).toContain('A written agreement');
  walk.slack.fault.holdEvents();
  await walk.slack.as(LENA).leaves(CHANNEL);
  await using strangers = await startStrangers(walk);
  await strangers.hears({
    event: { type: 'member_left_channel', user: LENA, channel: CHANNEL, team: 'E0QUILL' },
    team_id: 'T0CITY',
    event_id: 'Ev0LEFT',
  });
  await walk.idle();
  expect((await memberOf(walk, LENA))?.deactivatedAt).not.toBeNull();
});

test('where the bot is in no channel any more, it says so of itself', async () => {
  await using walk = await startWalk();
  const termId = await begun(walk);
  await walk.slack.fault.archive(CHANNEL);
  await walk.idle();
  const refused = await looksBack(walk, RENATA, termId);
  expect(refused).toContain('I’m in no channel of this partnership any more');
  expect(refused).not.toContain('A written agreement');
  expect((await memberOf(walk, RENATA))?.deactivatedAt).toBeNull();
});

test('somebody new of an organization that has left reads nothing', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  const { id } = await walk.database.client.term.findFirstOrThrow();
  const leftAt = walk.clock.now();
  await walk.database.client.organization.updateMany({
    where: { shortName: 'Quillstone' },
    data: { leftAt },
  });
  walk.slack.state.channels.get(CHANNEL)?.teamIds.splice(1);
  expect(await looksBack(walk, LENA, id)).toContain('Your organization doesn’t share the channel');
});

test('a mention that was worked on after its organization left is answered with nothing of it', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  walk.slack.fault.holdEvents();
  await walk.slack.as(LENA).says(CHANNEL, '@Common Ground glossary MOU');
  await walk.slack.fault.unshare(CHANNEL, 'T0QUILL');
  walk.clock.moveTo('2026-11-24T15:01:00Z');
  const before = walk.slack.calls.length;
  await walk.slack.fault.releaseEvents('reversed');
  await walk.idle();
  const calls = walk.slack.calls.slice(before).filter(({ method }) => method.startsWith('chat.'));
  expect(JSON.stringify(calls)).not.toContain('A written agreement');
});

test('a channel of some thousands shuts nobody out', async () => {
  const many = Array.from({ length: 5_100 }, (_, n) => `U1A${n}`);
  const users = many.map((id) => ({
    id,
    teamId: 'T0CITY',
    handle: id.toLowerCase(),
    name: id,
    timeZone: 'UTC',
  }));
  const channels = sampleWorld.channels.map((channel) =>
    channel.id === CHANNEL ? { ...channel, memberIds: [...many, ...channel.memberIds] } : channel,
  );
  const world = { ...sampleWorld, channels, users: [...users, ...sampleWorld.users] };
  await using walk = await startWalk({ world });
  await walk.slack.as(RENATA).command(CHANNEL, '/glossary list');
  await walk.idle();
  expect(walk.answer(RENATA)).not.toContain(NOT_THERE);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  const { id } = await walk.database.client.term.findFirstOrThrow();
  expect(await looksBack(walk, RENATA, id)).toContain('A written agreement');
}, 60_000);

test('what was done before a fault keeps no form open to be sent off again', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await using strangers = await startStrangers(walk);
  const origin = { channelId: CHANNEL, direct: false, about: `- 0 ${CHANNEL}` };
  const sent = submission({ userId: RENATA, teamId: 'T0CITY' }, 'glossary.define', origin);
  const written = (value: string) => ({ a: { type: 'plain_text_input', value } });
  const values = { term: written('MOU'), definition: written('A written agreement') };
  const view = { ...(sent.view as object), state: { values } };
  // Once it is committed, nothing can be read of it.
  const { client } = walk.database;
  await client.$executeRawUnsafe('alter table term_label rename to term_label_behind');
  await client.$executeRawUnsafe(
    `create view term_label as select * from term_label_behind
      where case when pg_current_xact_id_if_assigned() is null and exists (select from term)
        then 1 / (select 0) else 1 end = 1`,
  );
  const { said } = await strangers.sends({ ...sent, view });
  await client.$executeRawUnsafe('drop view term_label');
  await client.$executeRawUnsafe('alter table term_label_behind rename to term_label');
  await walk.idle();
  expect(await client.term.count()).toBe(1);
  expect(said.join()).not.toContain('"errors"');
  expect(walk.answer(RENATA)).toContain('It was done, but something went wrong');
});

test('what is in the channel and could not be noted is said to be there', async () => {
  await using walk = await startWalk();
  const termId = await begun(walk);
  const { client } = walk.database;
  await client.$executeRawUnsafe(
    `create function breaks() returns trigger language plpgsql as $$ begin raise exception 'broke'; end $$`,
  );
  await client.$executeRawUnsafe(
    'create trigger breaks before insert or update on posting for each row execute function breaks()',
  );
  const before = walk.posts().length;
  await using strangers = await startStrangers(walk);
  const action = { action_id: 'glossary.share', value: `${termId} 1 ${CHANNEL}` };
  const pressed = () =>
    strangers.sends(click({ userId: RENATA, teamId: 'T0CITY' }, { channelId: CHANNEL }, action));
  const { said } = await pressed();
  expect(walk.posts().length - before).toBe(1);
  expect(said.join()).toContain('It was done, but something went wrong');
  await client.$executeRawUnsafe('drop function breaks cascade');
  // Pressed again, it is found there and not posted a second time.
  await pressed();
  await walk.idle();
  expect(walk.posts().length - before).toBe(1);
  expect(await client.posting.count({ where: { what: 'glossary.shared' } })).toBe(1);
});
