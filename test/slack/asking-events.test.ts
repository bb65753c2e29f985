import { describe, expect, test } from 'vitest';
import { type Asking, askingOf } from '../../src/slack/asking.ts';
import { authorizedBy, CITY, ENTERPRISE, envelope, ORG_WIDE, QUILL, viewOf } from './payloads.ts';

const NOTHING: Asking = {
  kind: 'event',
  installation: { teamId: CITY, enterpriseId: undefined },
  userId: undefined,
  teamIds: [],
  channelId: undefined,
  isDirect: false,
  threadTs: undefined,
  triggerId: undefined,
};

type Case = readonly [name: string, payload: object, expected: Partial<Asking>];

/** What is expected comes from Slack's documentation and samples: who acts, and whose installation. */
const check = (cases: readonly Case[]) =>
  test.each(cases)('%s', (_, payload, expected) =>
    expect(askingOf(payload)).toEqual({ ...NOTHING, ...expected }),
  );

describe('direct messages', () => {
  const im = {
    type: 'message',
    channel: 'D0LENA',
    channel_type: 'im',
    text: 'glossary MOU',
    ts: '1790000000.000100',
  };
  const direct = { channelId: 'D0LENA', isDirect: true } as const;
  check([
    [
      'of the installing workspace',
      envelope({ ...im, user: 'U0RENATA', team: CITY }),
      { ...direct, userId: 'U0RENATA', teamIds: [CITY] },
    ],
    [
      'of an outsider, whose organization is the outer one',
      envelope({ ...im, user: 'U0LENA', team: QUILL, user_team: QUILL }, { team_id: QUILL }),
      { ...direct, userId: 'U0LENA', teamIds: [QUILL] },
    ],
    [
      'of an outsider, without user_team',
      envelope({ ...im, user: 'U0LENA', team: QUILL }, { team_id: QUILL }),
      { ...direct, userId: 'U0LENA', teamIds: [QUILL] },
    ],
    [
      'of an outsider of an Enterprise organization',
      envelope(
        { ...im, user: 'W0LENA', team: 'E0QUILL', user_team: 'E0QUILL' },
        { team_id: QUILL, enterprise_id: 'E0QUILL' },
      ),
      { ...direct, userId: 'W0LENA', teamIds: ['E0QUILL'] },
    ],
    [
      'of an outsider to an org-wide installation',
      envelope(
        { ...im, user: 'U0LENA', team: QUILL, user_team: QUILL },
        { team_id: QUILL, authorizations: [ORG_WIDE], context_team_id: null },
      ),
      {
        ...direct,
        userId: 'U0LENA',
        teamIds: [QUILL],
        installation: { teamId: undefined, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'where the context is of another team than the authorization',
      envelope({ ...im, user: 'U0RENATA', team: CITY }, { context_team_id: 'T0OTHER' }),
      { ...direct, userId: 'U0RENATA', teamIds: [CITY] },
    ],
    [
      'in a thread',
      envelope({ ...im, user: 'U0RENATA', team: CITY, thread_ts: '1790000000.000001' }),
      { ...direct, userId: 'U0RENATA', teamIds: [CITY], threadTs: '1790000000.000001' },
    ],
    [
      'of a bot are nobody’s',
      envelope({ ...im, user: 'U0BOT', bot_id: 'B0BOT', team: CITY }),
      { ...direct, userId: undefined, teamIds: [CITY] },
    ],
  ]);
});

describe('mentions', () => {
  const said = {
    type: 'app_mention',
    channel: 'C0OPEN',
    text: '<@U0BOT> glossary MOU',
    ts: '1790000000.000200',
    team: CITY,
  };
  const inChannel = { channelId: 'C0OPEN' } as const;
  check([
    [
      'from inside',
      envelope({ ...said, user: 'U0RENATA' }),
      { ...inChannel, userId: 'U0RENATA', teamIds: [CITY] },
    ],
    [
      'from inside an Enterprise workspace',
      envelope({ ...said, user: 'U0RENATA' }, { authorizations: [authorizedBy(CITY, ENTERPRISE)] }),
      {
        ...inChannel,
        userId: 'U0RENATA',
        teamIds: [CITY, ENTERPRISE],
        installation: { teamId: CITY, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'from inside an org-wide installation',
      envelope({ ...said, user: 'U0RENATA' }, { authorizations: [ORG_WIDE] }),
      {
        ...inChannel,
        userId: 'U0RENATA',
        teamIds: [CITY, ENTERPRISE],
        installation: { teamId: undefined, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'from outside, where team is the installation’s',
      envelope({ ...said, user: 'U0LENA', user_team: QUILL, source_team: QUILL }),
      { ...inChannel, userId: 'U0LENA', teamIds: [QUILL] },
    ],
    [
      'from outside, by an Enterprise organization',
      envelope({ ...said, user: 'W0LENA', user_team: 'E0QUILL', source_team: 'E0QUILL' }),
      { ...inChannel, userId: 'W0LENA', teamIds: ['E0QUILL'] },
    ],
    [
      'in a thread',
      envelope({ ...said, user: 'U0RENATA', thread_ts: '1790000000.000001' }),
      { ...inChannel, userId: 'U0RENATA', teamIds: [CITY], threadTs: '1790000000.000001' },
    ],
  ]);
});

describe('other events', () => {
  check([
    [
      'a message in a shared channel, of an outsider',
      envelope(
        {
          type: 'message',
          channel: 'C0OPEN',
          channel_type: 'channel',
          user: 'U0LENA',
          team: QUILL,
          user_team: QUILL,
        },
        { team_id: QUILL },
      ),
      { userId: 'U0LENA', teamIds: [QUILL], channelId: 'C0OPEN' },
    ],
    [
      'a reaction never says whose it is',
      envelope({
        type: 'reaction_added',
        user: 'U0LENA',
        reaction: 'eyes',
        item: { type: 'message', channel: 'C0OPEN', ts: '1790000000.000200' },
        item_user: 'U0RENATA',
      }),
      { userId: 'U0LENA', channelId: 'C0OPEN' },
    ],
    [
      'somebody of another organization joined',
      envelope({
        type: 'member_joined_channel',
        user: 'U0LENA',
        channel: 'C0OPEN',
        channel_type: 'C',
        team: QUILL,
        inviter: 'U0RENATA',
      }),
      { userId: 'U0LENA', teamIds: [QUILL], channelId: 'C0OPEN' },
    ],
    [
      'somebody left',
      envelope({
        type: 'member_left_channel',
        user: 'U0RENATA',
        channel: 'C0OPEN',
        channel_type: 'C',
        team: CITY,
      }),
      { userId: 'U0RENATA', teamIds: [CITY], channelId: 'C0OPEN' },
    ],
    [
      'the App Home was opened for the first time',
      envelope({ type: 'app_home_opened', user: 'U0RENATA', channel: 'D0RENATA', tab: 'home' }),
      { userId: 'U0RENATA', channelId: 'D0RENATA', isDirect: true },
    ],
    [
      'the App Home was opened again',
      envelope({
        type: 'app_home_opened',
        user: 'U0RENATA',
        channel: 'D0RENATA',
        tab: 'home',
        view: viewOf('home', CITY),
      }),
      { userId: 'U0RENATA', channelId: 'D0RENATA', isDirect: true },
    ],
    [
      'a channel was shared: an organization did that, and nobody of it is named',
      envelope({ type: 'channel_shared', channel: 'C0OPEN', connected_team_id: 'E0QUILL' }),
      { channelId: 'C0OPEN' },
    ],
    [
      'a channel is no longer shared',
      envelope({
        type: 'channel_unshared',
        channel: 'C0OPEN',
        previously_connected_team_id: QUILL,
        is_ext_shared: false,
      }),
      { channelId: 'C0OPEN' },
    ],
    [
      'a channel has another name',
      envelope({ type: 'channel_rename', channel: { id: 'C0OPEN', name: 'doors', created: 1 } }),
      { channelId: 'C0OPEN' },
    ],
    [
      'tokens were revoked, and nothing is authorized any more',
      envelope(
        { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } },
        { authorizations: [], context_team_id: undefined },
      ),
      {},
    ],
    [
      'the app was uninstalled',
      envelope(
        { type: 'app_uninstalled' },
        { authorizations: undefined, context_team_id: undefined },
      ),
      {},
    ],
    [
      'an org-wide installation was withdrawn',
      envelope(
        { type: 'app_uninstalled' },
        {
          team_id: null,
          enterprise_id: ENTERPRISE,
          authorizations: undefined,
          context_team_id: null,
        },
      ),
      { installation: { teamId: undefined, enterpriseId: ENTERPRISE } },
    ],
  ]);
});
