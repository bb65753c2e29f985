import { expect, test } from 'vitest';
import { sampleWorld, type World } from '../../sandbox/world.ts';
import { enterpriseWorld } from './support/enterprise-world.ts';
import { call, eventsOf, listeningManifest, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';

test.each([
  ['a member', 'U0RENATA', 'T0CITY'],
  ['a guest', 'U0AMARA', 'T0CITY'],
  ['an outsider', 'U0LENA', 'T0QUILL'],
])(
  'what %s says in a channel is told with their team, inside and outside',
  async (_who, userId, team) => {
    await using slack = await startSlackAlone({ manifest: listeningManifest });
    await slack.as(userId).says(CHANNEL, 'The MOU is signed');
    expect(slack.deliveries.map(({ body }) => body)).toMatchObject([
      {
        team_id: team,
        context_team_id: 'T0CITY',
        is_ext_shared_channel: true,
        authorizations: [{ team_id: 'T0CITY', user_id: 'U0GROUND' }],
        event: {
          type: 'message',
          channel: CHANNEL,
          channel_type: 'channel',
          user: userId,
          team,
          text: 'The MOU is signed',
        },
      },
    ]);
  },
);

test('a private channel is read along under its own event and scope', async () => {
  const options = { world: enterpriseWorld, manifest: listeningManifest };
  await using slack = await startSlackAlone(options);
  await slack.as('W0AWAY').says('C0SHARED', 'Hello');
  expect(slack.deliveries[0]?.body).toMatchObject({
    team_id: 'T0AWAY',
    enterprise_id: 'E0AWAY',
    event: { channel_type: 'group', team: 'T0AWAY' },
  });
  await using deaf = await startSlackAlone({ ...options, withoutScopes: ['groups:history'] });
  await deaf.as('W0AWAY').says('C0SHARED', 'Hello');
  expect(deaf.deliveries).toEqual([]);
});

test('the bot hears nothing of channels it is not in', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const { ts } = await slack.as('U0LENA').says('C0IDEAS', 'Hello');
  await slack.as('U0RENATA').react('C0IDEAS', ts, 'book');
  expect(slack.deliveries).toEqual([]);
});

test('a reaction does not say where the person is from', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const { ts } = await slack.as('U0RENATA').says(CHANNEL, 'MOU');
  await slack.as('U0LENA').react(CHANNEL, ts, ':book:');
  const [, reaction] = slack.deliveries;
  expect(reaction?.body).toMatchObject({ team_id: 'T0CITY', is_ext_shared_channel: true });
  expect(eventsOf(slack)[1]).toEqual({
    type: 'reaction_added',
    user: 'U0LENA',
    reaction: 'book',
    item: { type: 'message', channel: CHANNEL, ts },
    item_user: 'U0RENATA',
    event_ts: expect.any(String),
  });
});

const worldWithSecret: World = {
  ...sampleWorld,
  channels: [
    ...sampleWorld.channels,
    {
      id: 'C0SECRET',
      name: 'secret',
      teamIds: ['T0CITY'],
      memberIds: ['U0RENATA'],
      hasBot: true,
      isPrivate: true,
    },
  ],
};
const scopes = {
  [CHANNEL]: 'channels:history',
  C0SECRET: 'groups:history',
  D00RENATA: 'im:history',
};

test.each(Object.entries(scopes))('reading back %s needs %s', async (channel, scope) => {
  await using slack = await startSlackAlone({
    world: worldWithSecret,
    manifest: listeningManifest,
    withoutScopes: Object.values(scopes).filter((other) => other !== scope),
  });
  await slack.as('U0RENATA').dm('Hello');
  const read = async (method: string, id: string) =>
    (await call(slack, `conversations.${method}`, { channel: id, ts: '1.1' })).answer;
  expect(await read('history', channel)).toMatchObject({ ok: true });
  expect(await read('replies', channel)).toMatchObject({ error: 'thread_not_found' });
  for (const other of Object.keys(scopes).filter((id) => id !== channel)) {
    expect(await read('history', other)).toMatchObject({ error: 'missing_scope' });
    expect(await read('replies', other)).toMatchObject({ error: 'missing_scope' });
  }
});

test('an administrator takes optional scopes away and gives them back', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const lena = slack.as('U0LENA');
  slack.fault.withholdScopes('channels:history', 'reactions:read');
  const { ts } = await lena.says(CHANNEL, 'Unheard');
  await lena.react(CHANNEL, ts, 'book');
  expect(slack.deliveries).toEqual([]);
  const { headers } = await call(slack, 'auth.test');
  expect(headers.get('x-oauth-scopes')).not.toContain('channels:history');
  slack.fault.grantScopes('channels:history');
  await lena.says(CHANNEL, 'Heard');
  expect(eventsOf(slack)).toMatchObject([{ text: 'Heard' }]);
  expect(() => slack.fault.withholdScopes('chat:write')).toThrow('“chat:write” is not optional');
});
