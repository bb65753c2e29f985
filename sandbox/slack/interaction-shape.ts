import type { WorldTeam, WorldUser } from '../world.ts';
import { messageShape } from './message-shape.ts';
import type { Simulation } from './simulation.ts';
import { installTeam, outwardId, teamOf } from './simulation.ts';
import type { Channel, Json, StoredMessage, StoredView, Values } from './state.ts';
import { viewShape } from './view-shape.ts';

function teamShape(team: WorldTeam): Json {
  const { enterprise } = team;
  return {
    id: team.id,
    domain: team.domain,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
  };
}

function userShape(user: WorldUser): Json {
  return { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId };
}

/** `team` is the installing one in messages, the person's own one in views. */
function interactionShape(sim: Simulation, type: string, user: WorldUser, team: WorldTeam): Json {
  return {
    type,
    user: userShape(user),
    api_app_id: sim.world.app.id,
    token: 'legacy-verification-token',
    team: teamShape(team),
    enterprise: team.enterprise ? { ...team.enterprise } : null,
    is_enterprise_install: false,
  };
}

export function channelShape(channel: Channel): Json {
  return { id: channel.id, name: nameInPayloads(channel) };
}

/** Names of private channels stay private; that of a group conversation is made of its people's. */
function nameInPayloads({ kind, isPrivate, name }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'channel' && isPrivate ? 'privategroup' : name;
}

/** A press inside a message; ephemeral ones do not carry their content. */
export function messageActionShape(
  sim: Simulation,
  user: WorldUser,
  origin: { channel: Channel; message: StoredMessage; values: Values; action: Json },
): Json {
  const { channel, message, values, action } = origin;
  const isEphemeral = message.viewerId !== undefined;
  const thread = message.threadTs;
  return {
    ...interactionShape(sim, 'block_actions', user, installTeam(sim)),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(thread && { thread_ts: thread }),
    },
    trigger_id: sim.tickets.issueTrigger(user.id),
    channel: channelShape(channel),
    ...(!isEphemeral && { message: messageShape(sim, message, { metadata: true }) }),
    state: { values },
    response_url: sim.tickets.issueResponseUrl({
      userId: user.id,
      channelId: channel.id,
      messageTs: message.ts,
      ...(thread && { threadTs: thread }),
    }),
    actions: [action],
  };
}

export function viewActionShape(
  sim: Simulation,
  user: WorldUser,
  view: StoredView,
  action: Json,
): Json {
  return {
    ...interactionShape(sim, 'block_actions', user, teamOf(sim, user.teamId)),
    container: { type: 'view', view_id: view.id },
    trigger_id: sim.tickets.issueTrigger(user.id, view.id),
    view: viewShape(sim, view),
    actions: [action],
  };
}

export function submissionShape(sim: Simulation, user: WorldUser, view: StoredView): Json {
  return {
    ...interactionShape(sim, 'view_submission', user, teamOf(sim, user.teamId)),
    trigger_id: sim.tickets.issueTrigger(user.id, view.id),
    view: viewShape(sim, view),
    response_urls: responseUrls(sim, user, view),
  };
}

/** A conversation select may ask for a response_url of what was chosen. */
function responseUrls(sim: Simulation, user: WorldUser, view: StoredView): Json[] {
  return view.blocks.flatMap((block) => {
    const element = block.element as Json | undefined;
    if (!element?.response_url_enabled) return [];
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const chosen = view.values[blockId]?.[actionId];
    const channelId = chosen?.selected_conversation ?? chosen?.selected_channel;
    if (typeof channelId !== 'string') return [];
    const response_url = sim.tickets.issueResponseUrl({ userId: user.id, channelId });
    return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url }];
  });
}

export function closedShape(
  sim: Simulation,
  user: WorldUser,
  view: StoredView,
  isCleared: boolean,
): Json {
  return {
    ...interactionShape(sim, 'view_closed', user, teamOf(sim, user.teamId)),
    view: viewShape(sim, view),
    is_cleared: isCleared,
  };
}

/** Asking for options names an Enterprise person by organization, as Slack's reference warns. */
export function suggestionShape(
  sim: Simulation,
  user: WorldUser,
  asked: { blockId: string; actionId: string; typed: string; where: Json },
): Json {
  const home = teamOf(sim, user.teamId);
  const isAway = home.id !== installTeam(sim).id;
  const base = interactionShape(sim, 'block_suggestion', user, isAway ? home : installTeam(sim));
  return {
    ...base,
    user: { ...userShape(user), team_id: isAway ? outwardId(home) : home.id },
    action_id: asked.actionId,
    block_id: asked.blockId,
    value: asked.typed,
    ...asked.where,
  };
}

export function shortcutShape(
  sim: Simulation,
  user: WorldUser,
  callbackId: string,
  on?: { channel: Channel; message: StoredMessage },
): Json {
  const shared = {
    ...interactionShape(sim, on ? 'message_action' : 'shortcut', user, installTeam(sim)),
    action_ts: sim.newTs(),
    callback_id: callbackId,
    trigger_id: sim.tickets.issueTrigger(user.id),
  };
  if (!on) return shared;
  return {
    ...shared,
    channel: channelShape(on.channel),
    message_ts: on.message.ts,
    message: messageShape(sim, on.message),
    response_url: sim.tickets.issueResponseUrl({
      userId: user.id,
      channelId: on.channel.id,
      ...(on.message.threadTs && { threadTs: on.message.threadTs }),
    }),
  };
}
