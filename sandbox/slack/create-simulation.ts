import type { World } from '../world.ts';
import { createCourier } from './courier.ts';
import { createEventDelivery } from './event-delivery.ts';
import { createFaultPlan } from './fault-plan.ts';
import { type Manifest, scopesOf } from './manifest.ts';
import type { Simulation } from './simulation.ts';
import { createIds, createStamps } from './stamps.ts';
import { createState } from './state.ts';
import { createTickets } from './tickets.ts';

const SLACK_RETRY_DELAYS_MS = [0, 60_000, 300_000];
const SLACK_ACK_TIMEOUT_MS = 3000;

export type SimulationOptions = {
  readonly world: World;
  readonly manifest: Manifest;
  readonly now?: () => Date;
  /** The clock of triggers and limits, in milliseconds. */
  readonly realNow?: () => number;
  /** Slack's own are the default; a test makes them short or calls `fault.retryNow()`. */
  readonly retryDelaysMs?: readonly number[];
  readonly ackTimeoutMs?: number;
  /** Optional scopes the installer did not grant; `fault.grantScopes` makes up for it. */
  readonly withoutScopes?: readonly string[];
  /** The code with which this workspace refuses canvases, such as a free plan's. */
  readonly refuseCanvases?: string;
};

export function createSimulation(
  options: SimulationOptions,
  parts: { url: string; signingSecret: string; changed: () => void },
): Simulation {
  const { world, manifest } = options;
  const { url, signingSecret, changed } = parts;
  const now = options.now ?? (() => new Date());
  const realNow = options.realNow ?? Date.now;
  const newId = createIds();
  const ackTimeoutMs = options.ackTimeoutMs ?? SLACK_ACK_TIMEOUT_MS;
  const base = {
    world,
    manifest,
    state: createState(world, Math.floor(now().getTime() / 1000)),
    courier: createCourier({ secret: signingSecret, ackTimeoutMs, now, changed }),
    tickets: createTickets({
      url: () => url,
      now,
      realNow,
      newId,
      teamId: world.app.installedOn,
    }),
    faults: createFaultPlan(options.refuseCanvases),
    url,
    now,
    realNow,
    newTs: createStamps(now),
    newId,
    changed,
  };
  // Deliveries need the simulation and the simulation its deliveries: the getter ties the knot.
  const sim: Simulation = {
    ...base,
    get events() {
      return events;
    },
    get scopes() {
      return scopesOf(manifest).filter((scope) => !sim.state.withheldScopes.has(scope));
    },
  };
  for (const scope of options.withoutScopes ?? []) sim.state.withheldScopes.add(scope);
  const events = createEventDelivery(sim, options.retryDelaysMs ?? SLACK_RETRY_DELAYS_MS);
  return sim;
}
