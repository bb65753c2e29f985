import { describe, expect, test } from 'vitest';
import { type Asking, askingOf } from '../../src/slack/asking.ts';
import { CITY, ENTERPRISE, interaction, QUILL, slashCommand, viewOf } from './payloads.ts';

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

describe('slash commands', () => {
  const command = { kind: 'command', channelId: 'C0OPEN', triggerId: '1.2.command' } as const;
  check([
    [
      'of a member or a guest: they are of the installing workspace',
      slashCommand({ user_id: 'U0RENATA' }),
      { ...command, userId: 'U0RENATA', teamIds: [CITY] },
    ],
    [
      'in an Enterprise organization name it too',
      slashCommand({ enterprise_id: ENTERPRISE, enterprise_name: 'City Group' }),
      {
        ...command,
        userId: 'U0RENATA',
        teamIds: [CITY, ENTERPRISE],
        installation: { teamId: CITY, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'in a direct message',
      slashCommand({ channel_id: 'D0RENATA', channel_name: 'directmessage' }),
      { ...command, userId: 'U0RENATA', teamIds: [CITY], channelId: 'D0RENATA', isDirect: true },
    ],
  ]);
});

describe('clicks', () => {
  const click = { kind: 'action', triggerId: '1.2.trigger' } as const;
  const message = {
    container: {
      type: 'message',
      message_ts: '1790000000.000300',
      channel_id: 'C0OPEN',
      is_ephemeral: false,
    },
    channel: { id: 'C0OPEN', name: 'open-doors' },
    message: { type: 'message', ts: '1790000000.000300', text: 'MOU' },
    actions: [{ type: 'button', action_id: 'glossary.endorse', value: 'x' }],
  };
  check([
    [
      'in a message, from inside',
      interaction('block_actions', 'U0RENATA', CITY, message),
      { ...click, userId: 'U0RENATA', teamIds: [CITY], channelId: 'C0OPEN' },
    ],
    [
      'in a message, of an outsider: team is that of the installation',
      interaction('block_actions', 'U0LENA', QUILL, message),
      { ...click, userId: 'U0LENA', teamIds: [QUILL], channelId: 'C0OPEN' },
    ],
    [
      'in a message, of an outsider who is named by Enterprise',
      interaction('block_actions', 'W0LENA', 'E0QUILL', message),
      { ...click, userId: 'W0LENA', teamIds: ['E0QUILL'], channelId: 'C0OPEN' },
    ],
    [
      'in an ephemeral message of a thread',
      interaction('block_actions', 'U0RENATA', CITY, {
        container: {
          type: 'message',
          message_ts: '1790000000.000300',
          channel_id: 'C0OPEN',
          is_ephemeral: true,
          thread_ts: '1790000000.000001',
        },
        channel: message.channel,
      }),
      {
        ...click,
        userId: 'U0RENATA',
        teamIds: [CITY],
        channelId: 'C0OPEN',
        threadTs: '1790000000.000001',
      },
    ],
    [
      'in a direct message of an outsider',
      interaction('block_actions', 'U0LENA', QUILL, {
        ...message,
        container: { type: 'message', channel_id: 'D0LENA' },
        channel: { id: 'D0LENA', name: 'directmessage' },
      }),
      { ...click, userId: 'U0LENA', teamIds: [QUILL], channelId: 'D0LENA', isDirect: true },
    ],
    [
      'in a thread',
      interaction('block_actions', 'U0RENATA', CITY, {
        ...message,
        message: { ...message.message, thread_ts: '1790000000.000001' },
      }),
      {
        ...click,
        userId: 'U0RENATA',
        teamIds: [CITY],
        channelId: 'C0OPEN',
        threadTs: '1790000000.000001',
      },
    ],
    [
      'under an org-wide installation, where team is null',
      interaction('block_actions', 'U0RENATA', CITY, {
        ...message,
        team: null,
        enterprise: { id: ENTERPRISE, name: 'City Group' },
        is_enterprise_install: true,
      }),
      {
        ...click,
        userId: 'U0RENATA',
        teamIds: [CITY],
        channelId: 'C0OPEN',
        installation: { teamId: undefined, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'in the App Home',
      interaction('block_actions', 'U0RENATA', CITY, {
        container: { type: 'view', view_id: 'V1' },
        view: viewOf('home', CITY),
      }),
      { ...click, userId: 'U0RENATA', teamIds: [CITY], isDirect: true },
    ],
    [
      'in a form, of an outsider: only the view names the installation',
      interaction('block_actions', 'U0LENA', QUILL, {
        team: { id: QUILL, domain: 'quill', enterprise_id: 'E0QUILL' },
        enterprise: { id: 'E0QUILL', name: 'Quill Group' },
        container: { type: 'view', view_id: 'V1' },
        view: viewOf('modal', QUILL),
      }),
      { ...click, userId: 'U0LENA', teamIds: [QUILL] },
    ],
  ]);
});

describe('forms', () => {
  const form = { kind: 'view', triggerId: '1.2.trigger' } as const;
  const ofOutsider = {
    team: { id: QUILL, domain: 'quill', enterprise_id: 'E0QUILL' },
    enterprise: { id: 'E0QUILL', name: 'Quill Group' },
    view: viewOf('modal', QUILL),
  };
  check([
    [
      'submitted from inside',
      interaction('view_submission', 'U0RENATA', CITY, { view: viewOf('modal', CITY) }),
      { ...form, userId: 'U0RENATA', teamIds: [CITY] },
    ],
    [
      'submitted by an outsider: every team but one is theirs',
      interaction('view_submission', 'U0LENA', QUILL, ofOutsider),
      { ...form, userId: 'U0LENA', teamIds: [QUILL] },
    ],
    [
      'submitted from inside an Enterprise workspace',
      interaction('view_submission', 'U0RENATA', CITY, {
        team: { id: CITY, domain: 'city', enterprise_id: ENTERPRISE },
        enterprise: { id: ENTERPRISE, name: 'City Group' },
        view: viewOf('modal', CITY),
      }),
      {
        ...form,
        userId: 'U0RENATA',
        teamIds: [CITY],
        installation: { teamId: CITY, enterpriseId: ENTERPRISE },
      },
    ],
    [
      'closed by an outsider',
      interaction('view_closed', 'U0LENA', QUILL, {
        ...ofOutsider,
        trigger_id: undefined,
        is_cleared: false,
      }),
      { ...form, userId: 'U0LENA', teamIds: [QUILL], triggerId: undefined },
    ],
    [
      'without the installing team: better none than theirs',
      interaction('view_submission', 'U0LENA', QUILL, {
        ...ofOutsider,
        view: { ...viewOf('modal', QUILL), app_installed_team_id: undefined },
      }),
      {
        ...form,
        userId: 'U0LENA',
        teamIds: [QUILL],
        installation: { teamId: undefined, enterpriseId: undefined },
      },
    ],
  ]);
});

describe('shortcuts and options', () => {
  check([
    [
      'a message shortcut',
      interaction('message_action', 'U0RENATA', CITY, {
        callback_id: 'glossary.fromMessage',
        channel: { id: 'C0OPEN', name: 'open-doors' },
        message_ts: '1790000000.000400',
        message: {
          type: 'message',
          user: 'U0LENA',
          team: QUILL,
          ts: '1790000000.000400',
          text: 'MOU',
        },
      }),
      {
        kind: 'shortcut',
        userId: 'U0RENATA',
        teamIds: [CITY],
        channelId: 'C0OPEN',
        triggerId: '1.2.trigger',
      },
    ],
    [
      'a message shortcut in a thread',
      interaction('message_action', 'U0RENATA', CITY, {
        channel: { id: 'C0OPEN', name: 'open-doors' },
        message: { type: 'message', ts: '1790000000.000400', thread_ts: '1790000000.000001' },
      }),
      {
        kind: 'shortcut',
        userId: 'U0RENATA',
        teamIds: [CITY],
        channelId: 'C0OPEN',
        threadTs: '1790000000.000001',
        triggerId: '1.2.trigger',
      },
    ],
    [
      'a global shortcut has no channel',
      interaction('shortcut', 'U0RENATA', CITY, {
        callback_id: 'glossary.define',
        action_ts: '1.2',
      }),
      { kind: 'shortcut', userId: 'U0RENATA', teamIds: [CITY], triggerId: '1.2.trigger' },
    ],
    [
      'options in a message, for an outsider named by Enterprise',
      interaction('block_suggestion', 'W0LENA', 'E0QUILL', {
        trigger_id: undefined,
        action_id: 'term',
        block_id: 'b',
        value: 'MO',
        container: { type: 'message', channel_id: 'C0OPEN', message_ts: '1.2' },
        channel: { id: 'C0OPEN', name: 'open-doors' },
      }),
      { kind: 'options', userId: 'W0LENA', teamIds: ['E0QUILL'], channelId: 'C0OPEN' },
    ],
    [
      'options in a form',
      interaction('block_suggestion', 'U0RENATA', CITY, {
        trigger_id: undefined,
        value: 'MO',
        container: { type: 'view', view_id: 'V1' },
        view: viewOf('modal', CITY),
      }),
      { kind: 'options', userId: 'U0RENATA', teamIds: [CITY] },
    ],
  ]);
});

test.each([
  ['nothing', {}],
  ['an event of nothing', { type: 'event_callback' }],
  ['nulls', { type: 'event_callback', event: null, authorizations: [null], team_id: null }],
  ['numbers', { type: 'block_actions', user: 7, team: 'x', channel: [], view: 1 }],
  ['a command of nothing', { command: '/glossary' }],
])('a payload of %s names nobody', (_, payload) => {
  const asking = askingOf(payload);
  expect(asking.userId).toBeUndefined();
  expect(asking.teamIds).toEqual([]);
  expect(asking.installation.teamId).toBeUndefined();
});
