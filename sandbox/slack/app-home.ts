import type { WorldUser } from '../world.ts';
import { announce } from './envelope.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, isOutsider, notify } from './simulation.ts';
import type { StoredView } from './state.ts';
import { viewShape } from './view-shape.ts';

/** The Home as this person sees it: outsiders see none, even where one was published for them. */
export function homeOf(sim: Simulation, user: WorldUser): StoredView | undefined {
  return isOutsider(sim, user) ? undefined : sim.state.homes.get(user.id);
}

/** A person opens the app. */
export async function openAppHome(
  sim: Simulation,
  user: WorldUser,
  tab: 'home' | 'messages',
): Promise<void> {
  const { app } = sim.world;
  if (tab === 'home' && isOutsider(sim, user)) {
    notify(sim, user.id, `${app.name} has no Home for people of your organization.`);
    return;
  }
  const view = tab === 'home' ? sim.state.homes.get(user.id) : undefined;
  await announce(sim, {
    subscription: 'app_home_opened',
    event: {
      type: 'app_home_opened',
      user: user.id,
      channel: directChannel(sim, user).id,
      tab,
      ...(view && { view: viewShape(sim, view) }),
    },
  });
}
