/** Payloads in the shapes that Slack documents and sends, with what a test is not about filled in. */

export const CITY = 'T0CITY';
export const QUILL = 'T0QUILL';
export const ENTERPRISE = 'E0CITY';

type Json = Readonly<Record<string, unknown>>;

export function slashCommand(given: Json): Json {
  return {
    token: 'legacy-verification-token',
    team_id: CITY,
    team_domain: 'city',
    channel_id: 'C0OPEN',
    channel_name: 'open-doors',
    user_id: 'U0RENATA',
    user_name: 'renata',
    command: '/glossary',
    text: 'MOU',
    api_app_id: 'A0APP',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/1/2/3',
    trigger_id: '1.2.command',
    ...given,
  };
}

export function authorizedBy(teamId: string | null, enterpriseId: string | null = null): Json {
  return {
    enterprise_id: enterpriseId,
    team_id: teamId,
    user_id: 'U0BOT',
    is_bot: true,
    is_enterprise_install: teamId === null,
  };
}

export const ORG_WIDE = authorizedBy(null, ENTERPRISE);

/** What is around an event, of an installation in the City's workspace. */
export function envelope(event: Json, given: Json = {}): Json {
  return {
    token: 'legacy-verification-token',
    team_id: CITY,
    context_team_id: CITY,
    context_enterprise_id: null,
    api_app_id: 'A0APP',
    event: { event_ts: '1790000000.000100', ...event },
    type: 'event_callback',
    event_id: 'Ev0001',
    event_time: 1_790_000_000,
    authorizations: [authorizedBy(CITY)],
    is_ext_shared_channel: true,
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
    ...given,
  };
}

/** A click, form or shortcut of somebody, in what an installation in the City's workspace shows. */
export function interaction(type: string, userId: string, userTeam: string, given: Json): Json {
  return {
    type,
    user: { id: userId, username: 'somebody', name: 'somebody', team_id: userTeam },
    api_app_id: 'A0APP',
    token: 'legacy-verification-token',
    team: { id: CITY, domain: 'city' },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: '1.2.trigger',
    ...given,
  };
}

/** The viewer's team, and that of the City's installation. */
export function viewOf(type: 'home' | 'modal', viewerTeam: string): Json {
  return {
    id: 'V1',
    team_id: viewerTeam,
    type,
    callback_id: 'glossary.define',
    private_metadata: '',
    state: { values: {} },
    hash: '1.a',
    app_id: 'A0APP',
    app_installed_team_id: CITY,
    bot_id: 'B0BOT',
  };
}
