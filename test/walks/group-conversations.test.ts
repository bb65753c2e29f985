import { expect, test } from 'vitest';
import { type Manifest, readManifest } from '../../sandbox/slack/manifest.ts';
import type { SeenGroup } from '../../sandbox/slack/sees.ts';
import { says } from '../support/people.ts';
import { click, startStrangers } from '../support/stranger.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* Where people of a partnership and the bot are among themselves, beside its channels. */

const RENATA = 'U0RENATA';
const LENA = 'U0LENA';

const own = readManifest(new URL('../../manifest.yml', import.meta.url));

/** A bot that an administrator gave more than it asked for. */
function hearingAll(): Manifest {
  const { oauth_config, settings } = own;
  const { bot = [], ...optional } = oauth_config?.scopes ?? {};
  const { bot_events = [], ...events } = settings?.event_subscriptions ?? {};
  return {
    ...own,
    oauth_config: { scopes: { ...optional, bot: [...bot, 'mpim:history', 'mpim:read'] } },
    settings: {
      ...settings,
      event_subscriptions: { ...events, bot_events: [...bot_events, 'message.mpim'] },
    },
  };
}

const manifests: readonly [string, Manifest][] = [
  ['as the manifest has it', own],
  ['where the bot may look and hear everything', hearingAll()],
];

async function begin(walk: Walk, userIds: readonly string[] = [RENATA, LENA]): Promise<string> {
  const response = await fetch(`${walk.slack.apiUrl}conversations.open`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${walk.slack.token}`,
    },
    body: JSON.stringify({ users: userIds.join() }),
  });
  const { channel } = (await response.json()) as { channel: { id: string } };
  return channel.id;
}

function groupOf(walk: Walk, userId: string): SeenGroup {
  const [group] = walk.slack.as(userId).sees().groups;
  if (!group) throw new Error(`${userId} is in no group conversation`);
  return group;
}

const botSaid = (walk: Walk, userId: string): readonly string[] =>
  groupOf(walk, userId)
    .messages.flatMap((message) => [message, ...message.replies])
    .filter(({ isBot }) => isBot)
    .map(({ text }) => text);

async function withTerm(walk: Walk): Promise<string> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  return (await walk.database.client.term.findFirstOrThrow()).id;
}

/** What the bot keeps of what it heard and concluded. */
async function kept({ database: { client } }: Walk): Promise<readonly number[]> {
  return Promise.all([
    client.partnership.count(),
    client.channel.count(),
    client.term.count(),
    client.member.count(),
    client.inboxEvent.count(),
  ]);
}

test.each(manifests)('small talk is neither kept nor answered, %s', async (_, manifest) => {
  await using walk = await startWalk({ manifest });
  await withTerm(walk);
  const groupId = await begin(walk);
  await walk.idle();
  const before = await kept(walk);
  const calls = walk.slack.calls.length;
  for (const words of ['Does Tuesday suit you?', 'help', 'What does MOU mean?', 'POC = a pilot'])
    await walk.slack.as(LENA).says(groupId, words);
  const [first] = groupOf(walk, LENA).messages;
  await walk.slack.as(RENATA).react(groupId, first?.ts ?? '', 'book');
  await walk.idle();
  expect(await kept(walk)).toEqual(before);
  expect(walk.slack.calls.slice(calls)).toEqual([]);
  expect(botSaid(walk, RENATA)).toEqual([]);
});

test.each(manifests)('a mention is answered, to who asked alone, %s', async (_, manifest) => {
  await using walk = await startWalk({ manifest });
  await withTerm(walk);
  const groupId = await begin(walk);
  const { client } = walk.database;
  for (const userId of [LENA, RENATA]) {
    await walk.slack.as(userId).says(groupId, '@Common Ground glossary MOU');
    await walk.idle();
    expect(botSaid(walk, userId)).toHaveLength(1);
    expect(botSaid(walk, userId)[0]).toContain('A written agreement');
  }
  expect(groupOf(walk, LENA).messages.filter(({ isEphemeral }) => isEphemeral)).toHaveLength(1);
  expect(await client.partnership.count()).toBe(1);
  expect(await client.channel.count({ where: { slackId: groupId } })).toBe(0);
});

test.each(manifests)(
  'a conversation begins no partnership, whatever is asked there, %s',
  async (_, manifest) => {
    await using walk = await startWalk({ manifest });
    const groupId = await begin(walk);
    for (const words of ['help', 'glossary list', 'partnership setup organization Guests']) {
      await walk.slack.as(LENA).says(groupId, `@Common Ground ${words}`);
      await walk.idle();
    }
    expect(botSaid(walk, LENA).at(-1)).toContain('I don’t know you from any partnership yet');
    expect(await walk.database.client.partnership.count()).toBe(0);
    await using strangers = await startStrangers(walk);
    const lena = { userId: LENA, teamId: 'T0QUILL' };
    for (const channel of ['', CHANNEL]) {
      const action = { action_id: 'glossary.history', value: `nothing 1 ${channel}` };
      const { status, said } = await strangers.sends(click(lena, { channelId: groupId }, action));
      expect(status).toBe(200);
      expect(said.join()).toContain('I don’t know you from any partnership yet');
    }
    expect(await walk.database.client.partnership.count()).toBe(0);
  },
);

test.each(manifests)(
  'a click there is in the partnership whose channel it carries, %s',
  async (_, manifest) => {
    await using walk = await startWalk({ manifest });
    const termId = await withTerm(walk);
    for (const userId of [RENATA, LENA]) {
      const say = '@Common Ground partnership setup name Delivery';
      await walk.slack.as(userId).says('C0DELIVERY', say);
      await walk.idle();
    }
    const { client } = walk.database;
    expect(await client.partnership.count()).toBe(2);
    const groupId = await begin(walk);
    await using strangers = await startStrangers(walk);
    const pressed = async (channelId: string) => {
      const action = { action_id: 'glossary.history', value: `${termId} 1 ${channelId}` };
      const lena = { userId: LENA, teamId: 'T0QUILL' };
      return (await strangers.sends(click(lena, { channelId: groupId }, action))).said.join();
    };
    expect(await pressed(CHANNEL)).toContain('MOU');
    expect(await pressed('C0DELIVERY')).not.toContain('MOU');
    for (const nowhere of ['', groupId])
      expect(await pressed(nowhere)).toContain('You are in several partnerships');
    await walk.slack.as(LENA).leaves(CHANNEL);
    await walk.idle();
    expect(await pressed(CHANNEL)).not.toContain('MOU');
    expect(await client.channel.count({ where: { slackId: groupId } })).toBe(0);
  },
);

test.each([
  ['glossary reading on', 'Ask me this in the channel that it is about'],
  ['partnership digest', 'You get this on Mondays'],
  ['partnership calendar', 'calendar'],
  ['partnership milestones add Pilot = 2027-03-01', 'Added: *Pilot*'],
])('“%s” is about the partnership, never about the conversation', async (words, answer) => {
  await using walk = await startWalk();
  await withTerm(walk);
  const groupId = await begin(walk);
  await walk.slack.as(RENATA).says(groupId, `@Common Ground ${words}`);
  await walk.idle();
  const [said, ...more] = groupOf(walk, RENATA).messages.filter(({ isBot }) => isBot);
  expect(more).toEqual([]);
  expect(said?.text).toContain(answer);
  expect(JSON.stringify(said?.blocks)).not.toContain(groupId);
  expect(await walk.database.client.channel.count({ where: { slackId: groupId } })).toBe(0);
});
