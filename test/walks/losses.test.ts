import { describe, expect, test } from 'vitest';
import { signedHeaders } from '../../sandbox/slack/signature.ts';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const BOT = 'U0GROUND';

async function founded(): Promise<Walk> {
  const walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  return walk;
}

/** Has the bot say in the channel that a date is settled. */
async function settle(walk: Walk, title: string): Promise<void> {
  await says(walk, RENATA, `partnership milestones add ${title} = 2027-03-01`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

const isSettled = (walk: Walk, title: string) =>
  walk.posts().some((text) => text.startsWith('Settled') && text.includes(title));

const losses = (walk: Walk) =>
  [RENATA, JOSUE, LENA].flatMap((userId) => told(walk, userId)).filter((t) => t.includes('<#'));

const channel = (walk: Walk) => walk.database.client.channel.findFirstOrThrow();

const looks = (walk: Walk) =>
  walk.slack.calls.filter(({ method }) => method === 'conversations.info').length;

const slackChannel = (walk: Walk) => {
  const found = walk.slack.state.channels.get(CHANNEL);
  if (!found) throw new Error('the channel is gone');
  return found;
};

/** An event as Slack sends it, of a kind or with a content that the simulated Slack never sends. */
async function hears(walk: Walk, event: Readonly<Record<string, unknown>>): Promise<void> {
  const team_id = walk.slack.as(RENATA).user.teamId;
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${JSON.stringify(event).length}${walk.slack.calls.length}`,
    team_id,
    authorizations: [{ team_id, user_id: BOT, is_bot: true }],
    event,
  });
  const answer = await fetch(`http://127.0.0.1:${walk.bot.port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...signedHeaders(walk.slack.signingSecret, body),
    },
  });
  expect(answer.status).toBe(200);
  await walk.idle();
}

describe('one refusal of a post', () => {
  test('ends nothing where Slack shows the bot in the channel: it is said again', async () => {
    await using walk = await founded();
    for (const [title, error] of [
      ['Pilot', 'channel_not_found'],
      ['Training', 'not_in_channel'],
      ['Launch', 'is_archived'],
    ] as const) {
      walk.slack.fault.api('chat.postMessage', { kind: 'error', error });
      await settle(walk, title);
      expect(isSettled(walk, title)).toBe(true);
    }
    expect(await channel(walk)).toMatchObject({ goneAt: null, goneWhy: null });
    expect(losses(walk)).toEqual([]);
    expect(walk.log.join('\n')).not.toContain('job failed');
  });

  test('ends nothing where Slack does not tell more: the job is tried again', async () => {
    await using walk = await founded();
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
    walk.slack.fault.api('conversations.info', { kind: 'http-error', status: 503 });
    await settle(walk, 'Pilot');
    expect(isSettled(walk, 'Pilot')).toBe(true);
    expect(await channel(walk)).toMatchObject({ goneAt: null });
    expect(losses(walk)).toEqual([]);
  });

  test('is told, in Slack’s own word, to who waits for the post', async () => {
    await using walk = await founded();
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    const refusal = { kind: 'error', error: 'channel_not_found' } as const;
    walk.slack.fault.api('chat.postMessage', refusal, 2);
    await press(walk, RENATA, 'Share in channel');
    expect(walk.answer(RENATA)).toContain('`channel_not_found`');
    expect(await channel(walk)).toMatchObject({ goneAt: null });
  });

  test.each([
    ['removed', 'I was removed from it', (walk: Walk) => slackChannel(walk).members.delete(BOT)],
    [
      'archived',
      'it was archived',
      (walk: Walk) => {
        slackChannel(walk).isArchived = true;
      },
    ],
    ['gone', 'I was removed from it', (walk: Walk) => walk.slack.state.channels.delete(CHANNEL)],
  ])(
    'ends the channel where it is %s indeed: one coordinator is told, once',
    async (_, words, lose) => {
      await using walk = await founded();
      await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
      await says(walk, JOSUE, 'partnership milestones endorse Pilot');
      // What follows from her yes is said when Slack’s pause is over; no event tells of the loss.
      walk.slack.fault.api('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
      await walk.slack
        .as(LENA)
        .says(CHANNEL, '@Common Ground partnership milestones endorse Pilot');
      await walk.slack.until(() =>
        walk.slack.calls.some(({ method }) => method === 'chat.postMessage'),
      );
      lose(walk);
      await walk.idle();
      await comes(walk, '2026-12-07T15:00:00Z');
      expect(losses(walk)).toHaveLength(1);
      expect(losses(walk)[0]).toContain(words);
    },
  );
});

test('where an administrator limits who may post, the channel stays, and what waits is said later', async () => {
  await using walk = await founded();
  const refusal = { kind: 'error', error: 'restricted_action' } as const;
  walk.slack.fault.api('chat.postMessage', refusal);
  await settle(walk, 'Pilot');
  expect(isSettled(walk, 'Pilot')).toBe(true);
  expect(losses(walk)).toHaveLength(1);
  expect(losses(walk)[0]).toContain('limited who may post');
  expect(await channel(walk)).toMatchObject({ goneAt: null });
  await walk.slack.as(LENA).dm('partnership milestones');
  await walk.idle();
  expect(told(walk, LENA).at(-1)).toContain('Pilot');
  walk.slack.fault.api('chat.postMessage', refusal);
  await settle(walk, 'Training');
  expect(isSettled(walk, 'Training')).toBe(true);
  expect(losses(walk)).toHaveLength(1);
  await comes(walk, '2026-11-30T15:00:00Z');
  expect(told(walk, RENATA).join()).toContain('this week');
});

test('one refusal of the token, or of a direct message, ends nothing either', async () => {
  await using walk = await founded();
  walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'token_revoked' });
  await settle(walk, 'Pilot');
  expect(isSettled(walk, 'Pilot')).toBe(true);
  expect(await channel(walk)).toMatchObject({ goneAt: null });
  await says(walk, RENATA, 'partnership milestones add Training = 2027-02-01');
  await comes(walk, '2026-12-01T15:30:00Z');
  // In her morning nobody else is told anything.
  walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'messages_tab_disabled' });
  await comes(walk, '2026-12-02T09:00:00Z');
  expect(told(walk, LENA).join()).toContain('Training');
  expect(told(walk, RENATA).join()).not.toContain('doesn’t let me write to');
});

describe('an event', () => {
  test('that Slack contradicts, or that does not name the bot, ends nothing', async () => {
    await using walk = await founded();
    for (const event of [
      { type: 'tokens_revoked', tokens: { oauth: [RENATA], bot: [] } },
      { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0OTHERBOT'] } },
      { type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT] } },
      { type: 'tokens_revoked' },
      { type: 'app_uninstalled' },
      { type: 'member_left_channel', user: 'U0OTHERBOT', channel: CHANNEL, channel_type: 'C' },
      { type: 'member_left_channel', user: BOT, channel: CHANNEL, channel_type: 'C' },
      { type: 'channel_archive', channel: CHANNEL, user: RENATA },
      { type: 'channel_deleted', channel: CHANNEL },
    ]) {
      await hears(walk, event);
      expect(await channel(walk), JSON.stringify(event)).toMatchObject({ goneAt: null });
    }
    const before = looks(walk);
    await hears(walk, { type: 'channel_deleted', channel: 'C0UNKNOWN' });
    await hears(walk, { type: 'channel_unshared', channel: 'C0UNKNOWN', is_ext_shared: false });
    expect(looks(walk)).toBe(before);
    await settle(walk, 'Pilot');
    expect(isSettled(walk, 'Pilot')).toBe(true);
    expect(losses(walk)).toEqual([]);
  });

  test('counts where Slack does not answer', async () => {
    await using walk = await founded();
    walk.slack.fault.api('conversations.info', { kind: 'http-error', status: 503 });
    await hears(walk, { type: 'channel_archive', channel: CHANNEL, user: RENATA });
    expect(await channel(walk)).toMatchObject({ goneWhy: 'archived' });
  });
});

describe('what is heard from a channel that was lost', () => {
  const said = { channel: CHANNEL, user: RENATA, text: 'hello', ts: '1764082800.000100' };
  const ways: readonly (readonly [string, (walk: Walk) => Promise<unknown>])[] = [
    ['a command', (walk) => says(walk, RENATA, 'glossary list')],
    ['a mention', (walk) => says(walk, LENA, 'glossary list')],
    ['a message', (walk) => hears(walk, { type: 'message', channel_type: 'channel', ...said })],
    [
      'a reaction',
      (walk) =>
        hears(walk, {
          type: 'reaction_added',
          user: RENATA,
          reaction: 'book',
          item: { type: 'message', channel: CHANNEL, ts: said.ts },
        }),
    ],
    [
      'somebody who joins',
      (walk) =>
        hears(walk, {
          type: 'member_joined_channel',
          user: 'U0CASEY',
          channel: CHANNEL,
          channel_type: 'C',
        }),
    ],
    [
      'an organization that joins',
      (walk) => hears(walk, { type: 'channel_shared', channel: CHANNEL }),
    ],
  ];

  test('proves that the bot is there, where Slack shows it in the channel', async () => {
    await using walk = await founded();
    for (const [way, heard] of ways) {
      await walk.slack.fault.removeBot(CHANNEL);
      await walk.idle();
      expect(await channel(walk), way).toMatchObject({ goneWhy: 'removed' });
      // It came back, and no event told of it.
      slackChannel(walk).members.add(BOT);
      await heard(walk);
      expect(await channel(walk), way).toMatchObject({ goneAt: null, goneWhy: null });
    }
    const before = looks(walk);
    for (const [, heard] of ways.slice(0, -1)) await heard(walk);
    expect(looks(walk)).toBe(before);
  });

  test('proves nothing where it does not, and is looked at once a minute at most', async () => {
    await using walk = await founded();
    await walk.slack.fault.removeBot(CHANNEL);
    await walk.idle();
    const before = looks(walk);
    for (let n = 0; n < 3; n += 1) await walk.slack.as(RENATA).command(CHANNEL, '/glossary list');
    await walk.idle();
    expect(looks(walk)).toBe(before + 1);
    expect(await channel(walk)).toMatchObject({ goneWhy: 'removed' });
    slackChannel(walk).members.add(BOT);
    await comes(walk, '2026-11-25T15:02:00Z');
    await says(walk, RENATA, 'glossary list');
    expect(await channel(walk)).toMatchObject({ goneAt: null });
  });

  test('brings back what a revoked token lost, once Slack takes it again', async () => {
    await using walk = await founded();
    await walk.slack.fault.revokeToken();
    await walk.idle();
    expect(await channel(walk)).toMatchObject({ goneWhy: 'uninstalled' });
    walk.slack.fault.reinstall();
    await says(walk, RENATA, 'glossary list');
    expect(await channel(walk)).toMatchObject({ goneAt: null });
    expect(losses(walk)).toHaveLength(1);
    expect(losses(walk)[0]).toContain('I’m back in');
  });
});
