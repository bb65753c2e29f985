import type { WorldUser } from '../world.ts';
import type { Simulation } from './simulation.ts';
import { isOutsider, isStranger, teamOf } from './simulation.ts';
import type { Json } from './state.ts';

export function profileShape(user: WorldUser): Json {
  const [first = '', ...rest] = user.name.split(' ');
  return {
    title: user.title ?? '',
    real_name: user.name,
    real_name_normalized: user.name,
    display_name: user.handle,
    display_name_normalized: user.handle,
    first_name: first,
    last_name: rest.join(' '),
    avatar_hash: 'g0',
    team: user.teamId,
  };
}

/** `users.info`: people of other organizations are described too, strangers hardly. */
export function userShape(sim: Simulation, user: WorldUser, mayReadEmail: boolean): Json {
  const isForeign = isOutsider(sim, user);
  const team = teamOf(sim, user.teamId);
  const profile = profileShape(user);
  if (isStranger(sim, user)) {
    return { id: user.id, team_id: team.id, name: user.handle, is_stranger: true, profile };
  }
  return {
    id: user.id,
    team_id: team.id,
    name: user.handle,
    deleted: user.isDeactivated ?? false,
    real_name: user.name,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: offsetSeconds(user.timeZone, sim.now()),
    profile: { ...profile, ...(mayReadEmail && user.email && { email: user.email }) },
    is_bot: false,
    is_app_user: false,
    is_restricted: user.guest !== undefined,
    is_ultra_restricted: user.guest === 'single-channel',
    ...(isForeign ? { is_stranger: false } : { is_admin: false, is_owner: false }),
    ...(team.enterprise && {
      enterprise_user: {
        id: user.id,
        enterprise_id: team.enterprise.id,
        enterprise_name: team.enterprise.name,
        is_admin: false,
        is_owner: false,
        teams: [team.id],
      },
    }),
    updated: 1_767_225_600,
  };
}

export function botUserShape(sim: Simulation): Json {
  const { app } = sim.world;
  return {
    id: app.botUserId,
    team_id: app.installedOn,
    name: app.name.toLowerCase().replaceAll(' ', ''),
    deleted: false,
    real_name: app.name,
    tz: 'America/Los_Angeles',
    tz_offset: -28_800,
    profile: { real_name: app.name, api_app_id: app.id, bot_id: app.botId, team: app.installedOn },
    is_bot: true,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: 1_767_225_600,
  };
}

function offsetSeconds(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
