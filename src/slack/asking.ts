/**
 * Who is asking, where, and under which installation, for every kind of payload that Slack sends.
 * The organization of a person is in a different field of each kind, and the outer `team_id` of an
 * event is the sender's in one and the installation's in another:
 * https://docs.slack.dev/apis/slack-connect/
 */
export type Asking = {
  readonly kind: 'command' | 'event' | 'action' | 'view' | 'shortcut' | 'options';
  readonly installation: {
    readonly teamId: string | undefined;
    readonly enterpriseId: string | undefined;
  };
  /** Undefined for events that nobody caused, and for bots. */
  readonly userId: string | undefined;
  /** Every `T…` and `E…` that the payload gives for the person; empty when it gives none. */
  readonly teamIds: readonly string[];
  readonly channelId: string | undefined;
  /** A direct message with the bot, or the App Home. */
  readonly isDirect: boolean;
  readonly threadTs: string | undefined;
  readonly triggerId: string | undefined;
};

type Json = { readonly [key: string]: unknown };

export function askingOf(payload: object): Asking {
  const body = payload as Json;
  if (body.type === 'event_callback') return fromEvent(body);
  if (typeof body.command === 'string') return fromCommand(body);
  return fromInteraction(body);
}

function fromCommand(body: Json): Asking {
  const channelId = text(body.channel_id);
  return {
    kind: 'command',
    installation: { teamId: text(body.team_id), enterpriseId: text(body.enterprise_id) },
    userId: text(body.user_id),
    teamIds: given(body.team_id, body.enterprise_id),
    channelId,
    isDirect: isDirectId(channelId),
    threadTs: undefined,
    triggerId: text(body.trigger_id),
  };
}

function fromEvent(body: Json): Asking {
  const event = object(body.event);
  const installation = installationOf(body);
  const item = object(event.item);
  const channelId = text(event.channel) ?? text(object(event.channel).id) ?? text(item.channel);
  return {
    kind: 'event',
    installation,
    userId: event.bot_id ? undefined : text(event.user),
    teamIds: actorTeams(event, installation),
    channelId,
    isDirect:
      event.type === 'app_home_opened' || event.channel_type === 'im' || isDirectId(channelId),
    threadTs: text(event.thread_ts),
    triggerId: undefined,
  };
}

/** The outer team may be the sender's: it counts only where nothing says who is authorized. */
function installationOf(body: Json): Asking['installation'] {
  const [authorization] = list(body.authorizations);
  const { team_id, enterprise_id } = object(authorization);
  if (authorization) return { teamId: text(team_id), enterpriseId: text(enterprise_id) };
  const context = text(body.context_team_id);
  if (context) return { teamId: context, enterpriseId: text(body.context_enterprise_id) };
  return { teamId: text(body.team_id), enterpriseId: text(body.enterprise_id) };
}

/** `app_mention` without `user_team` comes from the installation's side; reactions never say. */
function actorTeams(event: Json, installation: Asking['installation']): readonly string[] {
  const { type } = event;
  if (type === 'app_mention') {
    const foreign = event.user_team ?? event.source_team;
    if (foreign) return given(foreign);
    return given(installation.teamId ?? event.team, installation.enterpriseId);
  }
  if (type === 'message') return given(event.user_team ?? event.source_team ?? event.team);
  if (type === 'member_joined_channel' || type === 'member_left_channel') return given(event.team);
  return [];
}

function fromInteraction(body: Json): Asking {
  const user = object(body.user);
  const view = object(body.view);
  const team = object(body.team);
  const enterprise = object(body.enterprise);
  const isView = body.type === 'view_submission' || body.type === 'view_closed';
  // Inside a view, team and enterprise are the person's own, and only the view names the installation.
  const inView = text(view.app_installed_team_id);
  const isOwn = inView === undefined ? !isView : inView === team.id;
  const channelId = text(object(body.channel).id) ?? text(object(body.container).channel_id);
  return {
    kind: isView ? 'view' : kindOf(body.type),
    installation: {
      teamId: inView ?? (isOwn ? text(team.id) : undefined),
      enterpriseId: isOwn ? (text(enterprise.id) ?? text(team.enterprise_id)) : undefined,
    },
    userId: text(user.id),
    teamIds: given(user.team_id, user.enterprise_id),
    channelId,
    isDirect: isDirectId(channelId) || view.type === 'home',
    threadTs: text(object(body.message).thread_ts) ?? text(object(body.container).thread_ts),
    triggerId: text(body.trigger_id),
  };
}

function kindOf(type: unknown): Asking['kind'] {
  if (type === 'message_action' || type === 'shortcut') return 'shortcut';
  return type === 'block_suggestion' ? 'options' : 'action';
}

function isDirectId(channelId: string | undefined): boolean {
  return channelId?.startsWith('D') ?? false;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function given(...ids: readonly unknown[]): readonly string[] {
  return ids.map(text).filter((id) => id !== undefined);
}
