import type { AuthorizeSourceData } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { enterpriseWorld } from './support/enterprise-world.ts';
import { call, startPeer, startSlackAlone } from './support/peer.ts';

type Json = Record<string, never>;
const CHANNEL = 'C0OPENDOORS';

const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
};

const emptyModal = {
  type: 'modal' as const,
  callback_id: 'hello',
  title: { type: 'plain_text' as const, text: 'Hello' },
  blocks: [],
  notify_on_close: true,
};

async function bodyAfter(slack: SimulatedSlack, name: string, act: Promise<unknown>) {
  await act;
  return slack.deliveries.findLast((delivery) => delivery.name === name)?.body as Json;
}

async function buttonIn(slack: SimulatedSlack, channel: string): Promise<string> {
  const { answer } = await call(slack, 'chat.postMessage', {
    channel,
    text: '?',
    blocks: [button],
  });
  return answer.ts as string;
}

describe('who is who, per payload kind', () => {
  test.each([
    ['a member', 'U0RENATA', 'T0CITY', undefined],
    ['a guest', 'U0AMARA', 'T0CITY', undefined],
    ['an outsider', 'U0LENA', 'T0CITY', 'T0QUILL'],
  ])('app_mention by %s', async (_who, userId, team, userTeam) => {
    await using slack = await startSlackAlone();
    const said = slack.as(userId).says(CHANNEL, '@common-ground hello');
    const body = await bodyAfter(slack, 'app_mention', said);
    expect(body).toMatchObject({
      team_id: 'T0CITY',
      context_team_id: 'T0CITY',
      api_app_id: 'A0GROUND',
      is_ext_shared_channel: true,
      authorizations: [{ team_id: 'T0CITY', user_id: 'U0GROUND', is_enterprise_install: false }],
      event: { type: 'app_mention', user: userId, team, text: '<@U0GROUND> hello' },
    });
    const { event } = body as unknown as { event: Record<string, unknown> };
    expect([event.user_team, event.source_team]).toEqual([userTeam, userTeam]);
  });

  test.each([
    ['a guest', 'U0JOSUE', 'T0CITY', false],
    ['an outsider', 'U0CASEY', 'T0QUILL', true],
  ])('message.im by %s names the sender’s team outside', async (_who, userId, team, isExternal) => {
    await using slack = await startSlackAlone();
    const body = await bodyAfter(slack, 'message', slack.as(userId).dm('hello'));
    expect(body).toMatchObject({
      team_id: team,
      is_ext_shared_channel: isExternal,
      authorizations: [{ team_id: 'T0CITY' }],
      event: { type: 'message', channel_type: 'im', user: userId, team },
    });
  });

  test.each([
    ['a member', 'U0THEO', 'T0CITY'],
    ['an outsider', 'U0ARJUN', 'T0QUILL'],
  ])('block_actions in a message by %s', async (_who, userId, team) => {
    await using slack = await startSlackAlone();
    const ts = await buttonIn(slack, CHANNEL);
    const body = await bodyAfter(
      slack,
      'block_actions',
      slack.as(userId).click({ messageTs: ts }, 'go'),
    );
    expect(body).toMatchObject({
      team: { id: 'T0CITY' },
      user: { id: userId, team_id: team },
      container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false },
      channel: { id: CHANNEL, name: 'open-doors' },
      message: { ts, bot_id: 'B0GROUND' },
      enterprise: null,
      is_enterprise_install: false,
      actions: [{ action_id: 'go', type: 'button' }],
    });
  });

  test('view_submission by an outsider names their team, and the installing one in the view', async () => {
    await using peer = await startPeer((app) => {
      app.view('hello', ({ ack }) => ack({ response_action: 'update', view: emptyModal }));
      app.view({ callback_id: 'hello', type: 'view_closed' }, ({ ack }) => ack());
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({ trigger_id: body.trigger_id, view: emptyModal });
      });
    });
    const { slack } = peer;
    const lena = slack.as('U0LENA');
    await lena.click({ messageTs: await buttonIn(slack, CHANNEL) }, 'go');
    const modal = await slack.until(() => lena.sees().modals[0]);
    const theirs = { team: { id: 'T0QUILL' }, user: { team_id: 'T0QUILL' } };
    const view = { team_id: 'T0QUILL', app_installed_team_id: 'T0CITY' };
    const submitted = await bodyAfter(slack, 'view_submission', lena.submit(modal.id));
    expect(submitted).toMatchObject({ ...theirs, view });
    const closed = await bodyAfter(slack, 'view_closed', lena.closeModal(modal.id, { all: true }));
    expect(closed).toMatchObject({ ...theirs, view, is_cleared: true });
  });

  test('on Enterprise, an outsider’s organization stands where Slack puts it', async () => {
    await using slack = await startSlackAlone({ world: enterpriseWorld });
    const away = slack.as('W0AWAY');
    const mention = await bodyAfter(
      slack,
      'app_mention',
      away.says('C0SHARED', '@Common Ground hello'),
    );
    expect(mention).toMatchObject({
      team_id: 'T0HOME',
      enterprise_id: 'E0HOME',
      context_enterprise_id: 'E0HOME',
      authorizations: [{ team_id: 'T0HOME', enterprise_id: 'E0HOME' }],
      event: { team: 'T0HOME', user_team: 'E0AWAY', source_team: 'E0AWAY' },
    });
    const direct = await bodyAfter(slack, 'message', away.dm('hello'));
    expect(direct).toMatchObject({ team_id: 'T0AWAY', enterprise_id: 'E0AWAY' });
    const body = await bodyAfter(
      slack,
      '/glossary',
      slack.as('W0GUEST').command('C0SHARED', '/glossary'),
    );
    expect(body).toMatchObject({
      team_id: 'T0HOME',
      enterprise_id: 'E0HOME',
      is_enterprise_install: 'false',
      channel_name: 'privategroup',
    });
  });

  test('Bolt finds the installing team in every payload, whoever acts', async () => {
    const sources: AuthorizeSourceData[] = [];
    await using peer = await startPeer(
      (app) => {
        app.command('/glossary', ({ ack }) => ack());
        app.action('go', ({ ack }) => ack());
        app.shortcut('open', ({ ack }) => ack());
      },
      {},
      {
        authorize: async (source) => {
          sources.push(source as AuthorizeSourceData);
          return { botToken: 'xoxb-simulated', botId: 'B0GROUND', botUserId: 'U0GROUND' };
        },
      },
    );
    const { slack } = peer;
    const ts = await buttonIn(slack, CHANNEL);
    for (const userId of ['U0RENATA', 'U0AMARA', 'U0LENA']) {
      const visitor = slack.as(userId);
      await visitor.says(CHANNEL, '@Common Ground hello');
      await visitor.dm('hello');
      await visitor.click({ messageTs: ts }, 'go');
      await visitor.command(CHANNEL, '/glossary');
      await visitor.shortcut('open');
      await visitor.openHome();
      await visitor.leaves('C0DELIVERY');
    }
    expect(sources.length).toBeGreaterThanOrEqual(16);
    expect(new Set(sources.map(({ teamId }) => teamId))).toEqual(new Set(['T0CITY']));
  });

  test('member_joined_channel tells where the member comes from', async () => {
    await using slack = await startSlackAlone();
    await slack.as('U0CASEY').leaves(CHANNEL);
    const body = await bodyAfter(
      slack,
      'member_joined_channel',
      slack.as('U0CASEY').joins(CHANNEL),
    );
    expect(body).toMatchObject({
      authorizations: [{ team_id: 'T0CITY' }],
      event: { user: 'U0CASEY', team: 'T0QUILL', channel_type: 'C' },
    });
  });
});
