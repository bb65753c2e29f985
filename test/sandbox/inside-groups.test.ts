import { expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import type { Seen } from '../../sandbox/slack/visitor.ts';
import {
  call,
  eventsOf,
  listeningManifest,
  manifest,
  post,
  startPeer,
  startSlackAlone,
  uploadAsBot,
} from './support/peer.ts';

const [MARCUS, LENA, PRIYA] = ['U0MARCUS', 'U0LENA', 'U0PRIYA'];

async function begin(slack: SimulatedSlack): Promise<string> {
  const { answer } = await call(slack, 'conversations.open', { users: `${MARCUS},${LENA}` });
  return (answer.channel as { id: string }).id;
}

const groupOf = (slack: SimulatedSlack, userId: string): Seen['groups'][0] | undefined =>
  slack.as(userId).sees().groups[0];

const button = [
  {
    type: 'actions',
    block_id: 'times',
    elements: [
      { type: 'button', action_id: 'suits', text: { type: 'plain_text', text: 'Tuesday' } },
    ],
  },
];

test('its people see it by each other’s names, and nobody else sees it', async () => {
  await using slack = await startSlackAlone();
  const channel = await begin(slack);
  const text = 'Meet <@U0LENA> at <!date^1798797600^{date_short_pretty} at {time}|10:00 UTC>';
  await call(slack, 'chat.postMessage', { channel, text });
  expect(groupOf(slack, MARCUS)).toMatchObject({
    id: channel,
    name: 'Lena Brandt',
    memberIds: [MARCUS, LENA, 'U0GROUND'],
    isExternal: true,
    hasBot: true,
    messages: [{ text, isBot: true, pings: [LENA] }],
  });
  expect(groupOf(slack, LENA)).toMatchObject({ name: 'Marcus Lindqvist', messages: [{ text }] });
  expect(groupOf(slack, PRIYA)).toBeUndefined();
  const { channels, dm } = slack.as(LENA).sees();
  expect(channels.map(({ id }) => id)).not.toContain(channel);
  expect(dm).toEqual([]);
});

test('a button is pressed there and answered, to one person and to all', async () => {
  let pressed: Record<string, unknown> = {};
  await using peer = await startPeer((app) => {
    app.action('suits', async ({ ack, body, respond, client }) => {
      await ack();
      pressed = body as unknown as Record<string, unknown>;
      await respond({ text: 'Noted', response_type: 'ephemeral', replace_original: false });
      const { channel, message } = body as { channel: { id: string }; message: { ts: string } };
      await client.chat.update({
        channel: channel.id,
        ts: message.ts,
        text: 'One yes',
        blocks: [],
      });
    });
  });
  const { slack } = peer;
  const channel = await begin(slack);
  const { ts } = (await call(slack, 'chat.postMessage', { channel, text: 'When?', blocks: button }))
    .answer;
  await slack.as(LENA).click({ messageTs: String(ts) }, 'suits');
  await slack.until(() => groupOf(slack, MARCUS)?.messages[0]?.isEdited);
  expect(pressed).toMatchObject({
    user: { id: LENA, team_id: 'T0QUILL' },
    team: { id: 'T0CITY' },
    container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: false },
    channel: { id: channel, name: 'mpdm-marcus--lena--commonground-1' },
    response_url: expect.stringContaining('http'),
  });
  const texts = (userId: string) => groupOf(slack, userId)?.messages.map(({ text }) => text);
  expect(texts(LENA)).toEqual(['One yes', 'Noted']);
  expect(texts(MARCUS)).toEqual(['One yes']);
});

test('reactions, files and history are as in a channel', async () => {
  await using slack = await startSlackAlone();
  const channel = await begin(slack);
  const { ts } = (await call(slack, 'chat.postMessage', { channel, text: 'Hello' })).answer;
  await slack.as(LENA).react(channel, String(ts), 'tada');
  const [reaction] = eventsOf(slack).filter(({ type }) => type === 'reaction_added');
  expect(reaction).toMatchObject({ user: LENA, item: { channel, ts } });
  const file = await uploadAsBot(slack, 'coffee.ics', 'BEGIN:VCALENDAR');
  const files = JSON.stringify([{ id: file }]);
  await post(slack, 'files.completeUploadExternal', { files, channel_id: channel });
  expect(groupOf(slack, MARCUS)?.messages[1]?.files).toMatchObject([{ name: 'coffee.ics' }]);
  expect(slack.as(MARCUS).opensFile(file).bytes.toString()).toBe('BEGIN:VCALENDAR');
  expect(() => slack.as(PRIYA).opensFile(file)).toThrow();
  const info = await call(slack, 'files.info', { file });
  expect(info.answer.file).toMatchObject({ is_public: false, groups: [channel], ims: [] });
  const { messages } = (await call(slack, 'conversations.history', { channel })).answer;
  expect(messages).toMatchObject([{ files: [{ id: file }] }, { text: 'Hello' }]);
});

test('what was said there is read only with its own permission', async () => {
  await using slack = await startSlackAlone({ manifest: withoutHistory() });
  const channel = await begin(slack);
  expect((await call(slack, 'conversations.history', { channel })).answer).toMatchObject({
    error: 'missing_scope',
    needed: 'mpim:history',
  });
});

function withoutHistory(): typeof manifest {
  const { bot = [] } = manifest.oauth_config?.scopes ?? {};
  const scopes = { bot: bot.filter((scope) => scope !== 'mpim:history') };
  return { ...manifest, oauth_config: { scopes } };
}

test('only a mention reaches the bot, where the manifest wants no more', async () => {
  await using slack = await startSlackAlone();
  const channel = await begin(slack);
  await slack.as(LENA).says(channel, 'Does Tuesday suit you?');
  await slack.as(LENA).says(channel, '@Common Ground help');
  expect(eventsOf(slack)).toMatchObject([
    { type: 'app_mention', channel, user: LENA, user_team: 'T0QUILL', team: 'T0CITY' },
  ]);
  expect(eventsOf(slack)[0]).not.toHaveProperty('channel_type');
});

test('who subscribes to what is said in groups hears it', async () => {
  const { bot = [] } = manifest.oauth_config?.scopes ?? {};
  const settings = { event_subscriptions: { bot_events: ['message.mpim'] } };
  const oauth_config = { scopes: { bot } };
  await using slack = await startSlackAlone({
    manifest: { ...listeningManifest, oauth_config, settings },
  });
  const channel = await begin(slack);
  await slack.as(LENA).says(channel, 'Does Tuesday suit you?');
  expect(eventsOf(slack)).toMatchObject([
    { type: 'message', channel, channel_type: 'mpim', text: 'Does Tuesday suit you?' },
  ]);
});

test('nobody joins, leaves or looks in from outside', async () => {
  await using slack = await startSlackAlone();
  const channel = await begin(slack);
  const no = 'Nobody joins or leaves a direct or group conversation.';
  expect(() => slack.as(PRIYA).joins(channel)).toThrow(no);
  expect(() => slack.as(LENA).leaves(channel)).toThrow(no);
  await expect(async () => slack.as(PRIYA).says(channel, 'Hello')).rejects.toThrow('is not in');
  const whisper = { channel, user: PRIYA, text: 'Psst' };
  const { answer } = await call(slack, 'chat.postEphemeral', whisper);
  expect(answer).toMatchObject({ error: 'user_not_in_channel' });
});
