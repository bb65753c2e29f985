import { expect, test } from 'vitest';
import { call, startPeer, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

test('an ephemeral message is seen by one person, in its place', async () => {
  await using slack = await startSlackAlone();
  const { ts } = await slack.as('U0RENATA').says(CHANNEL, 'A question');
  const args = { channel: CHANNEL, user: 'U0LENA', text: 'Only you', thread_ts: ts };
  await call(slack, 'chat.postEphemeral', args);
  const replies = (userId: string) =>
    slack
      .as(userId)
      .sees()
      .channels[0]?.messages[0]?.replies.map(({ text }) => text);
  expect(replies('U0LENA')).toEqual(['Only you']);
  expect(replies('U0RENATA')).toEqual([]);
});

test('an ephemeral message reaches members only, and outsiders only while allowed', async () => {
  await using slack = await startSlackAlone();
  const post = async (channel: string, user: string) =>
    (await call(slack, 'chat.postEphemeral', { channel, user, text: 'Hello' })).answer.error;
  expect(await post('C0CITYONLY', 'U0LENA')).toBe('user_not_in_channel');
  expect(await post(CHANNEL, 'U0LENA')).toBeUndefined();
  slack.fault.refuseEphemeralsToOutsiders();
  expect(await post(CHANNEL, 'U0LENA')).toBe('user_not_in_channel');
  expect(await post(CHANNEL, 'U0AMARA')).toBeUndefined();
});

test('an ephemeral message can be neither updated nor linked', async () => {
  await using slack = await startSlackAlone();
  const args = { channel: CHANNEL, user: 'U0LENA', text: 'Only you' };
  const { message_ts } = (await call(slack, 'chat.postEphemeral', args)).answer;
  const update = { channel: CHANNEL, ts: message_ts, text: 'Changed' };
  expect((await call(slack, 'chat.update', update)).answer.error).toBe('message_not_found');
  const link = await call(slack, 'chat.getPermalink', { channel: CHANNEL, message_ts });
  expect(link.answer.error).toBe('message_not_found');
});

test('outsiders have no App Home, even when one is published for them', async () => {
  await using slack = await startSlackAlone();
  const view = { type: 'home', blocks: [{ type: 'divider' }] };
  for (const user_id of ['U0LENA', 'U0AMARA'])
    await call(slack, 'views.publish', { user_id, view });
  expect(slack.as('U0LENA').sees().home).toBeNull();
  expect(slack.as('U0AMARA').sees().home).toMatchObject({ type: 'home' });
});

test.each([
  ['mrkdwn of the text', { text: 'Hi <!channel> and <@U0LENA>' }, ['channel', 'U0LENA']],
  ['mrkdwn in blocks', { text: 'x', blocks: [section('mrkdwn', '<!here>')] }, ['here']],
  ['escaped text', { text: '&lt;!channel&gt; &lt;@U0LENA&gt; @channel' }, []],
  ['plain text in blocks', { text: 'x', blocks: [section('plain_text', '<!channel>')] }, []],
  ['bare names where asked for', { text: '@here now', link_names: true }, ['here']],
  ['a user group', { text: '<!subteam^S0TEAM>' }, ['S0TEAM']],
])('who is notified: %s', async (_what, content, pings) => {
  await using slack = await startSlackAlone();
  await call(slack, 'chat.postMessage', { channel: CHANNEL, ...content });
  expect(slack.state.messages.get(CHANNEL)?.[0]?.pings).toEqual(pings);
});

function section(type: string, text: string): object {
  return { type: 'section', text: { type, text } };
}

test('a person cannot notify by typing what only a client may write', async () => {
  await using slack = await startSlackAlone();
  const said = await slack.as('U0LENA').says(CHANNEL, '<!channel> <@U0NOBODY> @Renata Okafor');
  expect(said.text).toBe('&lt;!channel&gt; &lt;@U0NOBODY&gt; <@U0RENATA>');
  expect(said.pings).toEqual(['U0RENATA']);
});

test('message times follow the given clock and never repeat', async () => {
  let now = new Date('2026-11-23T09:00:00Z');
  await using slack = await startSlackAlone({ now: () => now });
  const renata = slack.as('U0RENATA');
  const [one, two] = [await renata.says(CHANNEL, 'One'), await renata.says(CHANNEL, 'Two')];
  now = new Date('2026-11-30T09:00:00Z');
  const three = await renata.says(CHANNEL, 'Three');
  expect(one.ts).toBe('1795424400.000000');
  expect(Number(two.ts)).toBeGreaterThan(Number(one.ts));
  expect(Number(three.ts) - Number(one.ts)).toBe(7 * 24 * 3600);
});

test('the bot hears its own messages and changes in a direct conversation', async () => {
  const heard: string[] = [];
  await using peer = await startPeer(
    (app) => {
      app.message(async ({ message }) => {
        heard.push(message.subtype ?? 'message');
      });
    },
    {},
    { ignoreSelf: false },
  );
  const { slack } = peer;
  const { channel, ts } = (await call(slack, 'chat.postMessage', { channel: 'U0LENA', text: 'Hi' }))
    .answer;
  await call(slack, 'chat.update', { channel, ts, text: 'Hello' });
  await slack.settled();
  expect(heard.sort()).toEqual(['message', 'message_changed']);
});

test('a reaction is told, and counted once per person', async () => {
  await using slack = await startSlackAlone();
  const { ts } = await slack.as('U0RENATA').says(CHANNEL, 'A win');
  await slack.as('U0LENA').react(CHANNEL, ts, ':tada:');
  await slack.as('U0LENA').react(CHANNEL, ts, 'tada');
  expect(slack.deliveries.at(-1)?.body).toMatchObject({
    team_id: 'T0CITY',
    event: { type: 'reaction_added', user: 'U0LENA', reaction: 'tada', item: { ts } },
  });
  const added = { channel: CHANNEL, timestamp: ts, name: 'tada' };
  expect((await call(slack, 'reactions.add', added)).answer.ok).toBe(true);
  expect((await call(slack, 'reactions.add', added)).answer.error).toBe('already_reacted');
  const [message] = slack.as('U0RENATA').sees().channels[0]?.messages ?? [];
  expect(message?.reactions).toEqual([{ name: 'tada', users: ['U0LENA', 'U0GROUND'] }]);
});
