import { expect, test } from 'vitest';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { startPeer, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

test('people whose organization did not install the app have no commands and no shortcuts', async () => {
  await using slack = await startSlackAlone();
  const lena = slack.as('U0LENA');
  const outcome = await lena.command(CHANNEL, '/glossary MOU');
  expect(outcome).toMatchObject({
    status: 0,
    notice: expect.stringContaining('not a valid command'),
  });
  expect(await lena.shortcut('open')).toMatchObject({
    status: 0,
    notice: expect.stringContaining('did not install'),
  });
  await lena.openHome();
  expect(slack.deliveries).toEqual([]);
  expect(lena.sees().notices).toHaveLength(3);
});

test('a guest has them', async () => {
  await using peer = await startPeer((app) => {
    app.command('/glossary', ({ ack }) => ack('MOU: …'));
    app.shortcut('add_term', ({ ack }) => ack());
  });
  const amara = peer.slack.as('U0AMARA');
  expect(await amara.command(CHANNEL, '/glossary MOU')).toMatchObject({ status: 200 });
  const said = await peer.slack.as('U0LENA').says(CHANNEL, 'The SLA & the <MOU>');
  const on = { channelId: CHANNEL, ts: said.ts };
  expect(await amara.shortcut('add_term', on)).toEqual({ status: 200 });
  expect(peer.slack.deliveries.at(-1)?.body).toMatchObject({
    type: 'message_action',
    callback_id: 'add_term',
    team: { id: 'T0CITY' },
    message: { text: 'The SLA &amp; the &lt;MOU&gt;', user: 'U0LENA', team: 'T0QUILL' },
  });
});

test('commands are refused in threads, and unknown ones everywhere', async () => {
  await using slack = await startSlackAlone();
  const marcus = slack.as('U0MARCUS');
  const { ts } = await marcus.says(CHANNEL, 'A thread');
  const inThread = await marcus.command(CHANNEL, '/glossary', { threadTs: ts });
  expect(inThread.notice).toBe('/glossary is not supported in threads. Sorry!');
  const unknown = await marcus.command(CHANNEL, '/giphy cats');
  expect(unknown.notice).toContain('/giphy is not a valid command');
});

test('should_escape decides whether names become ids', async () => {
  await using slack = await startSlackAlone();
  const priya = slack.as('U0PRIYA');
  const typed = 'ask @Josué Delgado & https://example.org/?a=1&b=2 in #open-doors-delivery';
  await priya.command(CHANNEL, `/glossary ${typed}`);
  await priya.command(CHANNEL, `/plain ${typed}`);
  expect(slack.deliveries.map(({ body }) => (body as { text: string }).text)).toEqual([
    'ask <@U0JOSUE> &amp; <https://example.org/?a=1&amp;b=2> in <#C0DELIVERY|open-doors-delivery>',
    typed,
  ]);
});

test('without an answer in time, or with a failure, Slack tells the person', async () => {
  await using peer = await startPeer(() => {}, { ackTimeoutMs: 30 });
  const renata = peer.slack.as('U0RENATA');
  const late = await renata.command(CHANNEL, '/glossary');
  expect(late.notice).toBe('/glossary failed with the error “operation_timeout”');
  peer.slack.setBotUrl('http://127.0.0.1:1');
  const dead = await renata.command(CHANNEL, '/glossary');
  expect(dead.notice).toBe('/glossary failed with the error “dispatch_failed”');
});

test('an in_channel answer shows the command too, to everybody', async () => {
  await using peer = await startPeer((app) => {
    app.command('/glossary', ({ ack }) => ack({ response_type: 'in_channel', text: 'MOU: …' }));
  });
  await peer.slack.as('U0RENATA').command(CHANNEL, '/glossary MOU');
  const [channel] = peer.slack.as('U0CASEY').sees().channels;
  expect(channel?.messages.map(({ text, isEphemeral }) => [text, isEphemeral])).toEqual([
    ['/glossary MOU', false],
    ['MOU: …', false],
  ]);
});

test('the bot’s own manifest is understood', async () => {
  const manifest = readManifest(new URL('../../manifest.yml', import.meta.url));
  await using slack = await startSlackAlone({ manifest });
  await slack.as('U0THEO').command(CHANNEL, '/partnership help');
  await slack.as('U0THEO').says(CHANNEL, '@Common Ground help');
  expect(slack.deliveries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['/partnership', 'app_mention']),
  );
});
