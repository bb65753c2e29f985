import { announce, outerTeamOf } from './envelope.ts';
import { type Simulation, userOf } from './simulation.ts';
import type { PersonState } from './state.ts';
import { userShape } from './user-shape.ts';

/** Somebody's own settings changed; Slack tells every app that knows of them. */
export async function changePerson(
  sim: Simulation,
  userId: string,
  change: Pick<PersonState, 'timeZone' | 'isDeactivated'>,
): Promise<void> {
  sim.state.people.set(userId, { ...sim.state.people.get(userId), ...change });
  sim.changed();
  const user = userOf(sim, userId);
  if (!user) throw new Error(`Nobody in this world is ${userId}`);
  await announce(sim, {
    subscription: 'user_change',
    event: {
      type: 'user_change',
      user: userShape(sim, user, sim.scopes.includes('users:read.email')),
      cache_ts: Math.floor(sim.now().getTime() / 1000),
    },
    ...outerTeamOf(sim, user),
  });
}

/** Their do-not-disturb, from one moment until another; apps that may read it have to ask. */
export function disturbNot(sim: Simulation, userId: string, from: Date, until: Date): void {
  const doNotDisturb = { from, until };
  sim.state.people.set(userId, { ...sim.state.people.get(userId), doNotDisturb });
}
