import { expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { call, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const link = { title: 'Glossary', type: 'link', link: 'https://example.org/g', emoji: ':book:' };

async function bookmarks(slack: SimulatedSlack, verb: string, args: object = {}) {
  return (await call(slack, `bookmarks.${verb}`, { channel_id: CHANNEL, ...args })).answer;
}

async function pins(slack: SimulatedSlack, verb: string, args: object = {}) {
  return (await call(slack, `pins.${verb}`, { channel: CHANNEL, ...args })).answer;
}

const seen = (slack: SimulatedSlack) => slack.as('U0LENA').sees().channels[0];

test('a bookmark is added, listed, changed and removed', async () => {
  await using slack = await startSlackAlone();
  const { bookmark } = await bookmarks(slack, 'add', link);
  const { id: bookmark_id } = bookmark as { id: string };
  expect(bookmark).toMatchObject({
    ...link,
    channel_id: CHANNEL,
    last_updated_by_user_id: 'U0GROUND',
    last_updated_by_team_id: 'T0CITY',
    date_updated: 0,
  });
  await bookmarks(slack, 'edit', { bookmark_id, title: 'Our words' });
  const { title: _title, type: _type, ...kept } = link;
  expect(seen(slack)?.bookmarks).toEqual([{ id: bookmark_id, title: 'Our words', ...kept }]);
  expect(await bookmarks(slack, 'list')).toMatchObject({ bookmarks: [{ title: 'Our words' }] });
  await bookmarks(slack, 'remove', { bookmark_id });
  expect(await bookmarks(slack, 'list')).toMatchObject({ bookmarks: [] });
  expect(await bookmarks(slack, 'remove', { bookmark_id })).toMatchObject({ error: 'not_found' });
});

test.each([
  ['of another type', { type: 'file' }, 'invalid_bookmark_type'],
  ['to another kind of address', { link: 'slack://open' }, 'invalid_link'],
  ['with half an emoji', { emoji: 'book' }, 'invalid_emoji'],
  ['without a title', { title: '' }, 'invalid_arguments'],
  ['in a channel without the bot', { channel_id: 'C0IDEAS' }, 'permission_denied'],
  ['in no channel', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
])('a bookmark %s is refused', async (_what, wrong, error) => {
  await using slack = await startSlackAlone();
  expect(await bookmarks(slack, 'add', { ...link, ...wrong })).toMatchObject({ error });
});

test('a channel has room for a hundred bookmarks', async () => {
  await using slack = await startSlackAlone();
  for (let added = 0; added < 100; added += 1) {
    expect((await bookmarks(slack, 'add', link)).ok).toBe(true);
  }
  expect(await bookmarks(slack, 'add', link)).toMatchObject({ error: 'too_many_bookmarks' });
});

test('a message is pinned once, listed, and unpinned', async () => {
  await using slack = await startSlackAlone();
  const { ts: timestamp } = await slack.as('U0LENA').says(CHANNEL, 'Read this first');
  expect(await pins(slack, 'add', { timestamp })).toEqual({ ok: true });
  expect(await pins(slack, 'add', { timestamp })).toMatchObject({ error: 'already_pinned' });
  expect(seen(slack)?.pins).toEqual([timestamp]);
  expect(await pins(slack, 'list')).toMatchObject({
    items: [
      {
        type: 'message',
        channel: CHANNEL,
        created_by: 'U0GROUND',
        message: { text: 'Read this first', pinned_to: [CHANNEL] },
      },
    ],
  });
  expect(await pins(slack, 'remove', { timestamp })).toEqual({ ok: true });
  expect(await pins(slack, 'remove', { timestamp })).toMatchObject({ error: 'no_pin' });
  expect(seen(slack)?.pins).toEqual([]);
});

test.each([
  ['no message', {}, 'no_item_specified'],
  ['no time', { timestamp: 'noon' }, 'bad_timestamp'],
  ['an unknown message', { timestamp: '1.000001' }, 'message_not_found'],
  ['a channel without the bot', { channel: 'C0IDEAS', timestamp: '1.1' }, 'not_in_channel'],
  ['no channel', { channel: '', timestamp: '1.1' }, 'channel_not_found'],
])('pinning %s is refused', async (_what, args, error) => {
  await using slack = await startSlackAlone();
  expect(await pins(slack, 'add', args)).toMatchObject({ error });
});

test('a message that is withdrawn is pinned no longer', async () => {
  await using slack = await startSlackAlone();
  const { ts } = (await call(slack, 'chat.postMessage', { channel: CHANNEL, text: 'Terms' }))
    .answer;
  await pins(slack, 'add', { timestamp: ts });
  await call(slack, 'chat.delete', { channel: CHANNEL, ts });
  expect(seen(slack)?.pins).toEqual([]);
  expect(await pins(slack, 'list')).toMatchObject({ items: [] });
});

test.each([
  ['bookmarks.add', 'bookmarks:write'],
  ['bookmarks.edit', 'bookmarks:write'],
  ['bookmarks.remove', 'bookmarks:write'],
  ['bookmarks.list', 'bookmarks:read'],
  ['pins.add', 'pins:write'],
  ['pins.remove', 'pins:write'],
  ['pins.list', 'pins:read'],
  ['canvases.edit', 'canvases:write'],
  ['canvases.delete', 'canvases:write'],
  ['canvases.sections.lookup', 'canvases:read'],
  ['conversations.canvases.create', 'canvases:write'],
  ['files.completeUploadExternal', 'files:write'],
  ['files.delete', 'files:write'],
  ['files.info', 'files:read'],
])('%s needs %s', async (method, scope) => {
  await using slack = await startSlackAlone({ withoutScopes: [scope] });
  const { answer } = await call(slack, method);
  expect(answer).toMatchObject({ error: 'missing_scope', needed: scope });
});

test.each([
  ['pins.add', 20],
  ['bookmarks.add', 20],
  ['bookmarks.list', 50],
  ['conversations.canvases.create', 20],
  ['canvases.edit', 50],
  ['files.delete', 50],
  ['files.info', 100],
])('with limits on, %s takes %i calls at once', async (method, most) => {
  await using slack = await startSlackAlone({ limits: 'slack', realNow: () => 0 });
  for (let count = 0; count < most; count += 1) {
    expect((await call(slack, method)).status).toBe(200);
  }
  expect((await call(slack, method)).status).toBe(429);
});
