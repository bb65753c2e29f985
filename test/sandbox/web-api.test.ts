import { expect, test } from 'vitest';
import { sampleWorld } from '../../sandbox/world.ts';
import { enterpriseWorld } from './support/enterprise-world.ts';
import { call, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

test('a token is needed, must be the right one, and can be revoked', async () => {
  await using slack = await startSlackAlone();
  const error = async (token: string) => (await call(slack, 'auth.test', {}, token)).answer.error;
  expect(await error('')).toBe('not_authed');
  expect(await error('xoxb-other')).toBe('invalid_auth');
  expect(await error(slack.token)).toBeUndefined();
  await slack.fault.revokeToken();
  expect(await error(slack.token)).toBe('token_revoked');
});

test('scopes come from the manifest, less those the installer refused', async () => {
  await using slack = await startSlackAlone({ withoutScopes: ['users:read.email', 'im:write'] });
  const open = await call(slack, 'conversations.open', { users: 'U0LENA' });
  expect(open.answer).toMatchObject({ error: 'missing_scope', needed: 'im:write' });
  expect(open.headers.get('x-oauth-scopes')?.split(',')).not.toContain('im:write');
  const { user } = (await call(slack, 'users.info', { user: 'U0LENA' })).answer;
  expect(user).not.toHaveProperty('profile.email');
  const history = await call(slack, 'conversations.history', { channel: CHANNEL });
  expect(history.answer).toMatchObject({ error: 'missing_scope', needed: 'channels:history' });
  expect((await call(slack, 'chat.shout')).answer.error).toBe('unknown_method');
});

test('users.info tells guests, outsiders and strangers apart', async () => {
  await using slack = await startSlackAlone();
  const info = async (user: string) => (await call(slack, 'users.info', { user })).answer.user;
  expect(await info('U0AMARA')).toMatchObject({
    team_id: 'T0CITY',
    is_restricted: true,
    is_ultra_restricted: false,
    profile: { email: 'amara@lantern.example' },
  });
  expect(await info('U0ARJUN')).toMatchObject({
    team_id: 'T0QUILL',
    is_restricted: false,
    is_stranger: false,
    tz: 'Asia/Kolkata',
    tz_offset: 19_800,
  });
  await using other = await startSlackAlone({ world: enterpriseWorld });
  const stranger = (await call(other, 'users.info', { user: 'U0STRANGER' })).answer.user;
  expect(stranger).toMatchObject({ is_stranger: true });
  const away = (await call(other, 'users.info', { user: 'W0AWAY' })).answer.user;
  expect(away).toMatchObject({ enterprise_user: { enterprise_id: 'E0AWAY', teams: ['T0AWAY'] } });
  const write = await call(other, 'chat.postMessage', { channel: 'U0STRANGER', text: 'Hello' });
  expect(write.answer.error).toBe('channel_not_found');
});

test('conversations.info tells who shares a channel', async () => {
  await using slack = await startSlackAlone();
  const info = async (channel: string) =>
    (await call(slack, 'conversations.info', { channel })).answer.channel;
  expect(await info(CHANNEL)).toMatchObject({
    is_ext_shared: true,
    is_member: true,
    shared_team_ids: ['T0CITY', 'T0QUILL'],
    internal_team_ids: ['T0CITY'],
    connected_team_ids: ['T0QUILL'],
    conversation_host_id: 'T0CITY',
    context_team_id: 'T0CITY',
  });
  const inside = await info('C0CITYONLY');
  expect(inside).toMatchObject({ is_ext_shared: false, shared_team_ids: ['T0CITY'] });
  expect(inside).not.toHaveProperty('connected_team_ids');
  expect(await info('C0IDEAS')).toMatchObject({ is_member: false });

  await using other = await startSlackAlone({ world: enterpriseWorld });
  const channel = async (id: string) =>
    (await call(other, 'conversations.info', { channel: id })).answer;
  expect(await channel('C0SHARED')).toMatchObject({
    channel: { is_private: true, connected_team_ids: ['E0AWAY'], conversation_host_id: 'E0AWAY' },
  });
  expect(await channel('C0PENDING')).toMatchObject({
    channel: { is_ext_shared: false, is_pending_ext_shared: true, pending_shared: ['T0ELSE'] },
  });
  expect(await channel('C0ELSE')).toMatchObject({ error: 'channel_not_found' });
  const team = await call(other, 'team.info', { team: 'T0AWAY' });
  expect(team.answer.error).toBe('team_not_found');
  expect((await call(slack, 'team.info', { team: 'T0QUILL' })).answer).toMatchObject({
    team: { name: 'Quillstone Software GmbH' },
  });
});

test('lists are paged by cursor and keep the connected teams to themselves', async () => {
  await using slack = await startSlackAlone();
  const first = (await call(slack, 'conversations.members', { channel: CHANNEL, limit: 6 })).answer;
  const { next_cursor } = first.response_metadata as { next_cursor: string };
  const rest = { channel: CHANNEL, limit: 6, cursor: next_cursor };
  const second = (await call(slack, 'conversations.members', rest)).answer;
  const members = [...(first.members as string[]), ...(second.members as string[])];
  expect(new Set(members).size).toBe(sampleWorld.users.length + 1);
  expect(second.response_metadata).toEqual({ next_cursor: '' });
  const { channels } = (await call(slack, 'users.conversations')).answer;
  expect(channels).toMatchObject([{ id: CHANNEL }, { id: 'C0DELIVERY' }, { id: 'C0CITYONLY' }]);
  expect(channels).not.toHaveProperty('[0].connected_team_ids');
});

test('posting is refused where the bot may not post', async () => {
  await using slack = await startSlackAlone();
  const post = async (channel: string, more: object = {}) =>
    (await call(slack, 'chat.postMessage', { channel, text: 'Hello', ...more })).answer.error;
  expect(await post('C0NOWHERE')).toBe('channel_not_found');
  expect(await post('C0IDEAS')).toBe('not_in_channel');
  expect(await post(CHANNEL, { text: '' })).toBe('no_text');
  expect(await post(CHANNEL, { blocks: [{ type: 'marquee' }] })).toBe('invalid_blocks');
  expect(await post(CHANNEL, { thread_ts: '1.000001' })).toBe('thread_not_found');
  await slack.fault.archive(CHANNEL);
  expect(await post(CHANNEL)).toBe('is_archived');
  await slack.fault.removeBot('C0DELIVERY');
  expect(await post('C0DELIVERY')).toBe('not_in_channel');
});

test('messages are changed, withdrawn and linked by those who wrote them', async () => {
  await using slack = await startSlackAlone();
  const blocks = [{ type: 'divider' }];
  const { ts } = (await call(slack, 'chat.postMessage', { channel: CHANNEL, text: 'One', blocks }))
    .answer;
  const theirs = (await slack.as('U0LENA').says(CHANNEL, 'Mine')).ts;
  const update = async (at: unknown, more: object = {}) =>
    (await call(slack, 'chat.update', { channel: CHANNEL, ts: at, text: 'Two', ...more })).answer;
  expect(await update(theirs)).toMatchObject({ error: 'cant_update_message' });
  expect(await update('1.000001')).toMatchObject({ error: 'message_not_found' });
  expect(await update(ts)).toMatchObject({
    message: { text: 'Two', blocks: [{ type: 'divider' }] },
  });
  expect(await update(ts, { blocks: [] })).not.toHaveProperty('message.blocks');
  const link = await call(slack, 'chat.getPermalink', { channel: CHANNEL, message_ts: ts });
  expect(link.answer.permalink).toContain(`/archives/${CHANNEL}/p`);
  await call(slack, 'chat.delete', { channel: CHANNEL, ts });
  const left = slack.as('U0LENA').sees().channels[0]?.messages;
  expect(left?.map(({ text }) => text)).toEqual(['Mine']);
});

test('a direct conversation is read back with its metadata only when asked', async () => {
  await using slack = await startSlackAlone();
  const metadata = { event_type: 'delivery', event_payload: { id: 'x' } };
  const { channel } = (
    await call(slack, 'chat.postMessage', { channel: 'U0LENA', text: 'Hi', metadata })
  ).answer;
  const history = async (more: object) =>
    (await call(slack, 'conversations.history', { channel, ...more })).answer.messages;
  expect(await history({ include_all_metadata: true })).toMatchObject([{ text: 'Hi', metadata }]);
  expect(await history({})).not.toHaveProperty('[0].metadata');
});

test('a method misbehaves as told, and only so often', async () => {
  await using slack = await startSlackAlone();
  const post = () => call(slack, 'chat.postMessage', { channel: CHANNEL, text: 'Hello' });
  slack.fault.api('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
  slack.fault.api('chat.postMessage', { kind: 'http-error', status: 503 });
  slack.fault.api('*', { kind: 'error', error: 'ekm_access_denied' });
  slack.fault.api('chat.postMessage', { kind: 'reset' });
  slack.fault.api('chat.postMessage', { kind: 'null' });
  const limited = await post();
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await post()).status).toBe(503);
  const posted = () => slack.state.messages.get(CHANNEL)?.length ?? 0;
  expect(posted()).toBe(0);
  await expect(post()).rejects.toThrow('fetch failed');
  expect(posted()).toBe(1);
  expect((await post()).answer).toBeNull();
  expect(posted()).toBe(2);
  expect((await post()).answer.error).toBe('ekm_access_denied');
  expect((await post()).answer.ok).toBe(true);
  expect(slack.calls.map(({ status }) => status)).toEqual([429, 503, 0, 200, 200, 200]);
});

test('with limits on, a channel takes a short burst, then about a message a second', async () => {
  let time = 0;
  await using slack = await startSlackAlone({ limits: 'slack', realNow: () => time });
  const post = async (channel: string) =>
    (await call(slack, 'chat.postMessage', { channel, text: 'Hello' })).status;
  for (let sent = 0; sent < 6; sent += 1) expect(await post(CHANNEL)).toBe(200);
  expect(await post(CHANNEL)).toBe(429);
  expect(await post('C0DELIVERY')).toBe(200);
  time = 1000;
  expect(await post(CHANNEL)).toBe(200);
});
