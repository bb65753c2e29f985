import { expect, test } from 'vitest';
import { startPeer } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

test('a command is answered to the person alone', async () => {
  await using peer = await startPeer((app) => {
    app.command('/glossary', async ({ ack, command }) => {
      await ack({ text: `You asked for ${command.text} as ${command.user_id}` });
    });
  });
  const renata = peer.slack.as('U0RENATA');
  const outcome = await renata.command(CHANNEL, '/glossary MOU & @Lena Brandt in #open-doors');
  expect(outcome.status).toBe(200);
  const [seen] = renata.sees().channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  expect(seen).toMatchObject({
    isEphemeral: true,
    text: 'You asked for MOU &amp; <@U0LENA> in <#C0OPENDOORS|open-doors> as U0RENATA',
  });
  const others = peer.slack.as('U0AMARA').sees().channels;
  expect(others.flatMap(({ messages }) => messages)).toEqual([]);
});

test('a mention is answered in its thread', async () => {
  await using peer = await startPeer((app) => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Here I am', thread_ts: event.ts });
    });
  });
  const { slack } = peer;
  await slack.as('U0LENA').says(CHANNEL, '@Common Ground glossary MOU');
  const reply = await slack.until(
    () => slack.as('U0MARCUS').sees().channels[0]?.messages[0]?.replies[0],
  );
  expect(reply).toMatchObject({ text: 'Here I am', isBot: true, userName: 'Common Ground' });
});

test('a direct message is answered, and the bot’s own echo does not loop', async () => {
  await using peer = await startPeer((app) => {
    app.message(async ({ message, say }) => {
      await say(`Echo: ${'text' in message ? message.text : ''}`);
    });
  });
  const casey = peer.slack.as('U0CASEY');
  await casey.dm('hello');
  await peer.slack.until(() => casey.sees().dm[1]);
  await peer.slack.settled();
  expect(casey.sees().dm.map(({ text }) => text)).toEqual(['hello', 'Echo: hello']);
});

test('a button opens a modal, which is filled in, corrected and submitted', async () => {
  await using peer = await startPeer((app) => {
    app.event('app_mention', async ({ say }) => {
      const button = {
        type: 'button' as const,
        text: { type: 'plain_text' as const, text: 'Define' },
      };
      const elements = [{ ...button, action_id: 'define', value: 'MOU' }];
      await say({ text: 'Define it?', blocks: [{ type: 'actions', elements }] });
    });
    app.action('define', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions') return;
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'definition',
          title: { type: 'plain_text', text: 'Define' },
          submit: { type: 'plain_text', text: 'Propose' },
          blocks: [
            {
              type: 'input',
              block_id: 'definition',
              label: { type: 'plain_text', text: 'Definition' },
              element: { type: 'plain_text_input', action_id: 'text' },
            },
          ],
        },
      });
    });
    app.view('definition', async ({ ack, view, client, body }) => {
      const text = view.state.values.definition?.text?.value ?? '';
      if (text.length < 5) {
        await ack({ response_action: 'errors', errors: { definition: 'Say a little more' } });
        return;
      }
      await ack();
      await client.chat.postMessage({ channel: body.user.id, text: `Proposed: ${text}` });
    });
  });
  const { slack } = peer;
  const arjun = slack.as('U0ARJUN');
  await arjun.says(CHANNEL, '@Common Ground define');
  const message = await slack.until(() =>
    arjun.sees().channels[0]?.messages.find((it) => it.isBot),
  );
  await arjun.click({ messageTs: message.ts }, 'define');
  const modal = await slack.until(() => arjun.sees().modals[0]);
  expect(await arjun.submit(modal.id)).toMatchObject({
    status: 0,
    errors: { definition: 'Please complete this required field.' },
  });
  expect(await arjun.submit(modal.id, { definition: 'abc' })).toMatchObject({
    status: 200,
    errors: { definition: 'Say a little more' },
  });
  const done = await arjun.submit(modal.id, { definition: 'Memorandum of understanding' });
  expect(done).toEqual({ status: 200 });
  const told = await slack.until(() => arjun.sees().dm[0]);
  expect(told.text).toBe('Proposed: Memorandum of understanding');
  expect(arjun.sees().modals).toEqual([]);
});

test('App Home is published and pressed in', async () => {
  await using peer = await startPeer((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const button = {
        type: 'button' as const,
        text: { type: 'plain_text' as const, text: 'More' },
      };
      await client.views.publish({
        user_id: event.user,
        view: {
          type: 'home',
          blocks: [{ type: 'actions', elements: [{ ...button, action_id: 'more' }] }],
        },
      });
    });
    app.action('more', async ({ ack, body, client }) => {
      await ack();
      await client.chat.postMessage({ channel: body.user.id, text: 'More' });
    });
  });
  const { slack } = peer;
  const theo = slack.as('U0THEO');
  await theo.openHome();
  await slack.until(() => theo.sees().home);
  await theo.click({ home: true }, 'more');
  await slack.until(() => theo.sees().dm.find(({ text }) => text === 'More'));
});
