import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { startPeer } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

const title = (text: string) => ({ type: 'plain_text' as const, text });
const field = (block_id: string, element: object) => ({
  type: 'input',
  block_id,
  label: title(block_id),
  optional: true,
  element: { action_id: 'it', ...element },
});
const modal = (callback_id: string, blocks: object[] = [], more: object = {}) =>
  ({
    type: 'modal',
    callback_id,
    title: title(callback_id),
    submit: title('Go'),
    blocks,
    ...more,
  }) as never;

/** A bot whose command opens the given view. */
function opening(view: never): (app: App) => void {
  return (app) => {
    app.command('/glossary', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  };
}

async function opened(register: (app: App) => void, view: never) {
  const peer = await startPeer((app) => {
    opening(view)(app);
    register(app);
  });
  const visitor = peer.slack.as('U0RENATA');
  await visitor.command(CHANNEL, '/glossary');
  const { id } = await peer.slack.until(() => visitor.sees().modals[0]);
  return {
    peer,
    visitor,
    id,
    titles: () => visitor.sees().modals.map((it) => it.content.callback_id),
  };
}

test('the stack grows by push to three, shrinks by submit, and clears', async () => {
  const { peer, visitor, id, titles } = await opened((app) => {
    app.view('one', ({ ack }) => ack({ response_action: 'push', view: modal('two') }));
    app.view('two', ({ ack }) => ack({ response_action: 'push', view: modal('three') }));
    app.view('three', ({ ack }) => ack({ response_action: 'push', view: modal('four') }));
  }, modal('one'));
  await using _peer = peer;
  const two = await visitor.submit(id);
  const three = await visitor.submit(two.view?.id ?? '');
  expect(titles()).toEqual(['one', 'two', 'three']);
  expect(three.view).toMatchObject({ previousViewId: two.view?.id, rootViewId: id });
  const four = await visitor.submit(three.view?.id ?? '');
  expect(four.notice).toBe('We had some trouble connecting. Try again?');
  await visitor.closeModal(three.view?.id ?? '');
  expect(titles()).toEqual(['one', 'two']);
  await visitor.closeModal(two.view?.id ?? '', { all: true });
  expect(titles()).toEqual([]);
});

test('views.push needs a trigger from a modal, and views.update its hash', async () => {
  const button = { type: 'button', action_id: 'more', text: title('More') };
  const errors: string[] = [];
  const first = modal('one', [{ type: 'actions', elements: [button] }]);
  const { peer, visitor, id, titles } = await opened((app) => {
    app.action('more', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !body.view) return;
      const { id: view_id, hash } = body.view;
      await client.views.push({ trigger_id: body.trigger_id, view: modal('two') });
      await client.views.update({ view_id, hash, view: modal('one, updated') });
      const late = client.views.update({ view_id, hash, view: modal('late') });
      await late.catch((error) => errors.push(error.data.error));
    });
  }, first);
  await using _peer = peer;
  await visitor.click({ viewId: id }, 'more');
  await peer.slack.until(() => errors.length > 0);
  expect(titles()).toEqual(['one, updated', 'two']);
  expect(errors).toEqual(['hash_conflict']);
});

test('every kind of field arrives as Slack sends it', async () => {
  const options = [
    { text: title('Term'), value: 'term' },
    { text: title('Date'), value: 'date' },
  ];
  const fields = [
    field('text', { type: 'plain_text_input' }),
    field('one', { type: 'static_select', options }),
    field('some', { type: 'checkboxes', options, initial_options: [options[0]] }),
    field('radio', { type: 'radio_buttons', options }),
    field('day', { type: 'datepicker' }),
    field('time', { type: 'timepicker', timezone: 'Europe/Berlin', initial_time: '09:00' }),
    field('who', { type: 'users_select' }),
    field('several', { type: 'multi_users_select' }),
    field('nothing', { type: 'static_select', options }),
  ];
  let values: unknown;
  const { peer, visitor, id } = await opened(
    (app) => {
      app.view('form', async ({ ack, view }) => {
        values = view.state.values;
        await ack();
      });
    },
    modal('form', fields),
  );
  await using _peer = peer;
  await visitor.submit(id, {
    text: 'Words',
    one: 'date',
    radio: 'Term',
    day: '2026-11-23',
    who: 'U0LENA',
    several: ['U0LENA', 'U0THEO'],
  });
  const [term, date] = options.map((it) => ({ ...it, text: { ...it.text, emoji: true } }));
  expect(values).toEqual({
    text: { it: { type: 'plain_text_input', value: 'Words' } },
    one: { it: { type: 'static_select', selected_option: date } },
    some: { it: { type: 'checkboxes', selected_options: [term] } },
    radio: { it: { type: 'radio_buttons', selected_option: term } },
    day: { it: { type: 'datepicker', selected_date: '2026-11-23' } },
    time: { it: { type: 'timepicker', selected_time: '09:00', timezone: 'Europe/Berlin' } },
    who: { it: { type: 'users_select', selected_user: 'U0LENA' } },
    several: { it: { type: 'multi_users_select', selected_users: ['U0LENA', 'U0THEO'] } },
    nothing: { it: { type: 'static_select', selected_option: null } },
  });
});

test('an external select asks for options, and its choice is kept on update', async () => {
  const select = { type: 'external_select', action_id: 'term', min_query_length: 1 };
  const block = {
    type: 'input',
    block_id: 'term',
    label: title('Term'),
    element: select,
    dispatch_action: true,
  };
  const { peer, visitor, id } = await opened(
    (app) => {
      app.options('term', ({ ack, payload }) =>
        ack({ options: [{ text: title(`${payload.value}!`), value: 'mou' }] }),
      );
      app.action('term', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || !body.view) return;
        await client.views.update({ view_id: body.view.id, view: modal('second', [block]) });
      });
    },
    modal('first', [block]),
  );
  await using _peer = peer;
  const [option] = await visitor.options({ viewId: id }, 'term', 'MO');
  expect(option).toMatchObject({ text: { text: 'MO!' } });
  await visitor.click({ viewId: id }, 'term', option);
  const [view] = await peer.slack.until(() => {
    const { modals } = visitor.sees();
    return modals[0]?.content.callback_id === 'second' && modals;
  });
  expect(view?.values.term?.term).toMatchObject({ selected_option: { value: 'mou' } });
});

test('a bot that does not answer leaves the modal open, and Slack says so', async () => {
  const { peer, visitor, id, titles } = await opened(() => {}, modal('one'));
  await using _peer = peer;
  peer.slack.setBotUrl('http://127.0.0.1:1');
  const outcome = await visitor.submit(id);
  expect(outcome).toMatchObject({
    status: 0,
    notice: 'We had some trouble connecting. Try again?',
  });
  expect(titles()).toEqual(['one']);
});
