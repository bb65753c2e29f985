import type { ControlParts } from './control-actions.ts';
import { optionalScopesOf } from './manifest.ts';
import { isOutsider } from './simulation.ts';

type Question = (parts: ControlParts, query: URLSearchParams) => unknown;

export const questions: Readonly<Record<string, Question>> = {
  world: ({ sim }) => ({
    app: sim.world.app,
    teams: sim.world.teams,
    users: sim.world.users.map((user) => ({ ...user, isOutsider: isOutsider(sim, user) })),
    channels: [...sim.state.channels.values()]
      .filter(({ kind }) => kind === 'channel')
      .map(({ canvas: _canvas, bookmarks: _bookmarks, pins: _pins, ...channel }) => ({
        ...channel,
        members: [...channel.members],
      })),
    commands: sim.manifest.features?.slash_commands ?? [],
    shortcuts: sim.manifest.features?.shortcuts ?? [],
    install: sim.state.install,
    scopes: { granted: sim.scopes, optional: optionalScopesOf(sim.manifest) },
    now: sim.now().toISOString(),
  }),
  sees: ({ as }, query) => as(neededPerson(query.get('as'))).sees(),
  calls: ({ api }, query) => {
    const since = Number(query.get('since') ?? 0);
    return { calls: api.calls.slice(since), next: api.calls.length };
  },
  deliveries: ({ sim }, query) => {
    const since = Number(query.get('since') ?? 0);
    const { deliveries } = sim.courier;
    return { deliveries: deliveries.slice(since), next: deliveries.length };
  },
  clock: ({ clock, sim }) => ({ now: (clock?.now() ?? sim.now()).toISOString() }),
  ready: async ({ ready }) => ({ ready: (await ready?.()) ?? true }),
};

function neededPerson(id: string | null): string {
  if (id) return id;
  throw new Error('Say who is looking: /control/sees?as=U0RENATA');
}
