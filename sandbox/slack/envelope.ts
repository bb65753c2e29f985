import type { WorldTeam, WorldUser } from '../world.ts';
import { isSubscribed } from './manifest.ts';
import type { Simulation } from './simulation.ts';
import { installTeam, isExternal, isOutsider, teamOf } from './simulation.ts';
import type { Channel, Json } from './state.ts';

/** The scope an event needs besides its subscription; `[public, private]` where they differ. */
const scopesOfEvents: Readonly<Record<string, readonly [string, string]>> = {
  app_mention: ['app_mentions:read', 'app_mentions:read'],
  file_shared: ['files:read', 'files:read'],
  'message.im': ['im:history', 'im:history'],
  'message.mpim': ['mpim:history', 'mpim:history'],
  'message.channels': ['channels:history', 'channels:history'],
  'message.groups': ['groups:history', 'groups:history'],
  reaction_added: ['reactions:read', 'reactions:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  user_change: ['users:read', 'users:read'],
};

export type Announcement = {
  /** As the manifest names it: `message.im`, `app_mention`. */
  readonly subscription: string;
  readonly event: Json;
  readonly channel?: Channel;
  /** The team the outer `team_id` names when it is not the installing one. */
  readonly outerTeam?: WorldTeam;
};

/** Sends one event if the app asked for it and may have it. Resolves after the first attempt. */
export async function announce(sim: Simulation, announcement: Announcement): Promise<void> {
  const { subscription, channel } = announcement;
  if (!isSubscribed(sim.manifest, subscription) || !mayHear(sim, subscription, channel)) return;
  await sim.events.deliver(envelopeOf(sim, announcement));
}

function mayHear(sim: Simulation, subscription: string, channel: Channel | undefined): boolean {
  const needed = scopesOfEvents[subscription]?.[channel?.isPrivate ? 1 : 0];
  if (needed && !sim.scopes.includes(needed)) return false;
  const isFarewell = subscription === 'app_uninstalled' || subscription === 'tokens_revoked';
  return isFarewell || sim.state.install === 'active';
}

/** Slack names the sender's team outside when a message comes from another organization. */
export function outerTeamOf(sim: Simulation, user: WorldUser): { outerTeam?: WorldTeam } {
  return isOutsider(sim, user) ? { outerTeam: teamOf(sim, user.teamId) } : {};
}

function envelopeOf(sim: Simulation, announcement: Announcement): Json {
  const install = installTeam(sim);
  const outer = announcement.outerTeam ?? install;
  const { app } = sim.world;
  const { channel, event } = announcement;
  const eventTime = Math.floor(sim.now().getTime() / 1000);
  const context = JSON.stringify({ et: event.type, tid: install.id, cid: channel?.id });
  return {
    token: 'legacy-verification-token',
    team_id: outer.id,
    ...(outer.enterprise && { enterprise_id: outer.enterprise.id }),
    context_team_id: install.id,
    context_enterprise_id: install.enterprise?.id ?? null,
    api_app_id: app.id,
    event: { ...event, event_ts: event.event_ts ?? event.ts ?? sim.newTs() },
    type: 'event_callback',
    event_id: sim.newId('Ev'),
    event_time: eventTime,
    authorizations: [
      {
        enterprise_id: install.enterprise?.id ?? null,
        team_id: install.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel ? isExternal(channel) : false,
    event_context: `4-${Buffer.from(context).toString('base64url')}`,
  };
}
