import { expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld, type World } from '../../sandbox/world.ts';
import { enterpriseWorld } from './support/enterprise-world.ts';
import { type Answer, call, startSlackAlone } from './support/peer.ts';

const PAIR = 'U0MARCUS,U0LENA';

async function open(slack: SimulatedSlack, users: string, more: object = {}): Promise<Answer> {
  return (await call(slack, 'conversations.open', { users, ...more })).answer;
}

const idOf = ({ channel }: Answer) => (channel as { id: string }).id;

test('the same people are in the same conversation, in whatever order they are named', async () => {
  await using slack = await startSlackAlone();
  const first = await open(slack, PAIR);
  expect(first).toEqual({ ok: true, channel: { id: expect.stringMatching(/^C/) } });
  const again = await open(slack, 'U0LENA, U0MARCUS,U0LENA');
  expect(again).toMatchObject({ already_open: true, no_op: true, channel: first.channel });
  const resumed = await call(slack, 'conversations.open', { channel: idOf(first) });
  expect(resumed.answer).toMatchObject({ already_open: true, channel: first.channel });
  const three = await open(slack, `${PAIR},U0AMARA`);
  expect(idOf(three)).not.toBe(idOf(first));
  const members = await call(slack, 'conversations.members', { channel: idOf(first) });
  expect(members.answer.members).toEqual(['U0MARCUS', 'U0LENA', 'U0GROUND']);
});

test('a conversation of several is described as Slack does, shared where it is', async () => {
  await using slack = await startSlackAlone();
  const shared = await open(slack, PAIR, { return_im: true });
  expect(shared.channel).toMatchObject({
    name: 'mpdm-marcus--lena--commonground-1',
    is_mpim: true,
    is_private: true,
    is_im: false,
    is_group: false,
    is_member: true,
    is_ext_shared: true,
    connected_team_ids: ['T0QUILL'],
  });
  const inside = idOf(await open(slack, 'U0MARCUS,U0AMARA'));
  const info = await call(slack, 'conversations.info', { channel: inside });
  expect(info.answer.channel).toMatchObject({ is_mpim: true, is_ext_shared: false });
  const listed = await call(slack, 'users.conversations', { types: 'mpim' });
  expect(listed.answer.channels).toMatchObject([{ id: idOf(shared) }, { id: inside }]);
});

test('one person alone, also when named twice, is written to directly', async () => {
  await using slack = await startSlackAlone({ withoutScopes: ['mpim:write'] });
  const { channel } = await open(slack, 'U0LENA,U0LENA', { return_im: true });
  expect(channel).toMatchObject({ id: 'D00LENA', is_im: true, user: 'U0LENA' });
});

const everybody = sampleWorld.users.map(({ id }) => id);

test.each([
  ['users_list_not_supplied', ''],
  ['not_enough_users', ' , '],
  ['too_many_users', everybody.slice(0, 9).join()],
  ['user_not_found', 'U0LENA,U0NOBODY'],
  ['user_not_found', 'U0LENA,U0GROUND'],
])('%s: “%s”', async (error, users) => {
  await using slack = await startSlackAlone();
  expect(await open(slack, users)).toMatchObject({ ok: false, error });
});

test('eight people are not too many', async () => {
  await using slack = await startSlackAlone();
  expect(await open(slack, everybody.slice(0, 8).join())).toMatchObject({ ok: true });
});

test('nobody is brought together with a closed account or with a stranger', async () => {
  await using slack = await startSlackAlone();
  await slack.fault.deactivate('U0LENA');
  expect(await open(slack, PAIR)).toMatchObject({ error: 'user_disabled' });
  await using other = await startSlackAlone({ world: enterpriseWorld });
  const error = 'user_not_visible';
  expect(await open(other, 'W0INSIDE,U0STRANGER')).toMatchObject({ error });
});

test('outsiders are brought together only where one channel holds them all', async () => {
  const [first, ...rest] = sampleWorld.channels;
  const apart: World = {
    ...sampleWorld,
    channels: [
      { ...(first as World['channels'][0]), memberIds: ['U0LENA', 'U0MARCUS', 'U0AMARA'] },
      ...rest.map((it) => ({ ...it, memberIds: ['U0ARJUN', 'U0PRIYA', 'U0AMARA'] })),
    ],
  };
  await using slack = await startSlackAlone({ world: apart });
  const error = 'invalid_user_combination';
  expect(await open(slack, 'U0LENA,U0PRIYA')).toMatchObject({ error });
  expect(await open(slack, 'U0LENA,U0ARJUN')).toMatchObject({ error });
  expect(await open(slack, 'U0LENA,U0MARCUS')).toMatchObject({ ok: true });
  expect(await open(slack, 'U0LENA,U0MARCUS,U0PRIYA')).toMatchObject({ error });
  // Guests are at home in the workspace, whichever channels they share.
  expect(await open(slack, 'U0MARCUS,U0AMARA,U0PRIYA')).toMatchObject({ ok: true });
});

test('who only looks begins nothing', async () => {
  await using slack = await startSlackAlone();
  const looking = { prevent_creation: true };
  expect(await open(slack, PAIR, looking)).toMatchObject({ error: 'channel_not_found' });
  expect(await open(slack, 'U0LENA', looking)).toMatchObject({ error: 'channel_not_found' });
  expect([...slack.state.channels.values()].every(({ kind }) => kind === 'channel')).toBe(true);
  const begun = await open(slack, PAIR);
  expect(await open(slack, PAIR, looking)).toMatchObject({ ok: true, channel: begun.channel });
});

test('channels are not opened so', async () => {
  await using slack = await startSlackAlone();
  const error = async (channel: string) =>
    (await call(slack, 'conversations.open', { channel })).answer.error;
  expect(await error('C0OPENDOORS')).toBe('method_not_supported_for_channel_type');
  expect(await error('C0NOWHERE')).toBe('channel_not_found');
});

test('several people need a permission of their own', async () => {
  await using slack = await startSlackAlone();
  slack.fault.withholdScopes('mpim:write');
  const answer = { error: 'missing_scope', needed: 'mpim:write' };
  expect(await open(slack, PAIR)).toMatchObject(answer);
  expect(await open(slack, 'U0LENA')).toMatchObject({ ok: true });
  slack.fault.grantScopes('mpim:write');
  const channel = idOf(await open(slack, PAIR));
  slack.fault.withholdScopes('mpim:write');
  expect((await call(slack, 'conversations.open', { channel })).answer).toMatchObject(answer);
});

test('a workspace can refuse conversations of several altogether', async () => {
  await using slack = await startSlackAlone();
  const begun = await open(slack, PAIR);
  slack.fault.refuseGroups('no_permission');
  expect(await open(slack, PAIR)).toMatchObject({ error: 'no_permission' });
  expect(await open(slack, 'U0LENA')).toMatchObject({ ok: true });
  expect(() => slack.fault.refuseGroups('too_sunny')).toThrow('“too_sunny” is not one of');
  slack.fault.refuseGroups();
  expect(await open(slack, PAIR)).toMatchObject({ ok: true, channel: begun.channel });
  slack.fault.refuseGroups('no_permission');
  slack.fault.clear();
  expect(await open(slack, PAIR)).toMatchObject({ ok: true });
});
