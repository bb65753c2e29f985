import type { Simulation } from './simulation.ts';
import { hasBot, installTeam, isExternal, outwardId, teamOf } from './simulation.ts';
import type { Channel, Json } from './state.ts';

/** A conversation as `conversations.info` shows it to the installing team. */
export function conversationShape(sim: Simulation, channel: Channel): Json {
  if (channel.kind === 'im') return directShape(sim, channel);
  const install = installTeam(sim);
  const isGroup = channel.kind === 'mpim';
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate && !isGroup,
    is_im: false,
    is_mpim: isGroup,
    is_private: channel.isPrivate,
    created: channel.createdAt,
    is_archived: channel.isArchived,
    is_general: false,
    unlinked: 0,
    is_org_shared: false,
    is_member: hasBot(sim, channel),
    context_team_id: install.id,
    previous_names: channel.previousNames,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    ...canvasShape(channel),
    ...sharingShape(sim, channel),
  };
}

function canvasShape({ canvas }: Channel): Json {
  if (!canvas) return {};
  const is_empty = canvas.sections.length === 0;
  const quip_thread_id = `quip${canvas.id}`;
  return { properties: { canvas: { file_id: canvas.id, is_empty, quip_thread_id } } };
}

function sharingShape(sim: Simulation, channel: Channel): Json {
  const install = installTeam(sim);
  const isShared = isExternal(channel);
  const connected = channel.teamIds
    .filter((id) => id !== install.id)
    .map((id) => outwardId(teamOf(sim, id)));
  const pending = channel.pendingTeamIds.map((id) => outwardId(teamOf(sim, id)));
  return {
    is_shared: isShared,
    is_ext_shared: isShared,
    is_pending_ext_shared: pending.length > 0,
    pending_shared: pending,
    pending_connected_team_ids: pending,
    shared_team_ids: [install.id, ...connected],
    ...(isShared && {
      internal_team_ids: [install.id],
      connected_team_ids: connected,
      connected_limited_team_ids: [],
      conversation_host_id: outwardId(teamOf(sim, channel.hostTeamId)),
    }),
  };
}

function directShape(sim: Simulation, channel: Channel): Json {
  const [user] = [...channel.members].filter((id) => id !== sim.world.app.botUserId);
  return {
    id: channel.id,
    created: channel.createdAt,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    is_ext_shared: isExternal(channel),
    is_shared: isExternal(channel),
    context_team_id: installTeam(sim).id,
    user,
    is_user_deleted: false,
    priority: 0,
  };
}
