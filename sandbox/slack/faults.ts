import { CANVAS_REFUSALS } from './api-canvases.ts';
import { GROUP_REFUSALS } from './api-open.ts';
import { announce } from './envelope.ts';
import type { ApiFault } from './fault-plan.ts';
import * as lifecycle from './lifecycle.ts';
import { optionalScopesOf } from './manifest.ts';
import { removeBot } from './membership.ts';
import { changePerson, disturbNot } from './person-changes.ts';
import type { Simulation } from './simulation.ts';
import type { Channel } from './state.ts';

/** Everything that can go wrong, on demand. What reaches the bot resolves when it answered. */
export type Faults = {
  /** The next `times` calls of a method (`*`: of any) answer so. */
  api(method: string, fault: ApiFault, times?: number): void;
  /** The next `times` events arrive twice, with one event_id. */
  duplicateEvents(times?: number): void;
  /** The next `times` answers to events get lost: Slack takes them for time-outs and retries. */
  loseAcks(times?: number): void;
  /** Events wait until they are released, in their order or turned round. */
  holdEvents(): void;
  releaseEvents(order?: 'as-sent' | 'reversed'): Promise<void>;
  /** Makes the retries that wait for their time, now. */
  retryNow(): Promise<void>;
  expireTriggers(): void;
  expireResponseUrls(): void;
  refuseEphemeralsToOutsiders(isRefusing?: boolean): void;
  /** Canvases are refused with this code, where a method knows it; undefined ends that. */
  refuseCanvases(code?: string): void;
  /** Conversations of several people are not opened any more, with this code; undefined ends that. */
  refuseGroups(code?: string): void;
  /** Messages with a chart are refused, as by a Slack that does not know the block. */
  refuseCharts(isRefusing?: boolean): void;
  /** An administrator takes optional scopes away, or gives them again. */
  withholdScopes(...scopes: string[]): void;
  grantScopes(...scopes: string[]): void;
  revokeToken(): Promise<void>;
  /** The app is removed; both farewell events come, in the given order. */
  uninstall(first?: 'app_uninstalled' | 'tokens_revoked'): Promise<void>;
  reinstall(): void;
  removeBot(channelId: string): Promise<void>;
  archive(channelId: string): Promise<void>;
  unarchive(channelId: string): Promise<void>;
  rename(channelId: string, name: string): Promise<void>;
  deleteChannel(channelId: string): Promise<void>;
  share(channelId: string, teamId: string): Promise<void>;
  unshare(channelId: string, teamId: string): Promise<void>;
  changeChannelId(channelId: string, newId: string): Promise<void>;
  /** Somebody travels: Slack follows their clock. */
  changeZone(userId: string, timeZone: string): Promise<void>;
  /** An administrator ends somebody's account. */
  deactivate(userId: string): Promise<void>;
  disturbNot(userId: string, from: Date, until: Date): void;
  /** Forgets every planned fault. */
  clear(): void;
};

export function createFaults(sim: Simulation): Faults {
  const { faults } = sim;
  const on =
    <Rest extends unknown[]>(
      act: (sim: Simulation, channel: Channel, ...rest: Rest) => Promise<void>,
    ) =>
    (channelId: string, ...rest: Rest) =>
      act(sim, channelOf(sim, channelId), ...rest);
  return {
    api(method, fault, times = 1) {
      const planned = faults.api.get(method) ?? [];
      faults.api.set(method, [...planned, ...Array.from({ length: times }, () => fault)]);
    },
    duplicateEvents(times = 1) {
      faults.duplicates += times;
    },
    loseAcks(times = 1) {
      faults.lostAcks += times;
    },
    holdEvents() {
      faults.isHolding = true;
    },
    releaseEvents: (order = 'as-sent') => sim.events.release(order),
    retryNow: () => sim.events.retryNow(),
    expireTriggers() {
      for (const trigger of sim.tickets.triggers.values()) trigger.expiresAt = 0;
    },
    expireResponseUrls() {
      for (const url of sim.tickets.responseUrls.values()) url.expiresAt = 0;
    },
    refuseEphemeralsToOutsiders(isRefusing = true) {
      faults.refusesEphemeralsToOutsiders = isRefusing;
    },
    refuseCanvases(code) {
      faults.canvasRefusal = oneOf(CANVAS_REFUSALS, code);
    },
    refuseGroups(code) {
      faults.groupRefusal = oneOf(GROUP_REFUSALS, code);
    },
    refuseCharts(isRefusing = true) {
      faults.refusesCharts = isRefusing;
    },
    withholdScopes(...scopes) {
      for (const scope of optional(sim, scopes)) sim.state.withheldScopes.add(scope);
      sim.changed();
    },
    grantScopes(...scopes) {
      for (const scope of scopes) sim.state.withheldScopes.delete(scope);
      sim.changed();
    },
    async revokeToken() {
      sim.state.install = 'revoked';
      await farewell(sim, 'tokens_revoked');
    },
    async uninstall(first = 'tokens_revoked') {
      sim.state.install = 'uninstalled';
      await farewell(sim, first);
      await farewell(sim, first === 'tokens_revoked' ? 'app_uninstalled' : 'tokens_revoked');
    },
    reinstall() {
      sim.state.install = 'active';
      sim.changed();
    },
    removeBot: on(removeBot),
    archive: on(lifecycle.archiveChannel),
    unarchive: on(lifecycle.unarchiveChannel),
    rename: on(lifecycle.renameChannel),
    deleteChannel: on(lifecycle.deleteChannel),
    share: on(lifecycle.shareChannel),
    unshare: on(lifecycle.unshareChannel),
    changeChannelId: on(lifecycle.changeChannelId),
    changeZone: (userId, timeZone) => changePerson(sim, userId, { timeZone }),
    deactivate: (userId) => changePerson(sim, userId, { isDeactivated: true }),
    disturbNot: (userId, from, until) => disturbNot(sim, userId, from, until),
    clear() {
      faults.api.clear();
      faults.duplicates = 0;
      faults.lostAcks = 0;
      faults.refusesEphemeralsToOutsiders = false;
      faults.canvasRefusal = undefined;
      faults.refusesCharts = false;
      faults.groupRefusal = undefined;
    },
  };
}

function oneOf(codes: readonly string[], code: string | undefined): string | undefined {
  if (code === undefined || codes.includes(code)) return code;
  throw new Error(`“${code}” is not one of ${codes.join(', ')}`);
}

async function farewell(
  sim: Simulation,
  type: 'app_uninstalled' | 'tokens_revoked',
): Promise<void> {
  sim.changed();
  const tokens = { tokens: { oauth: [], bot: [sim.world.app.botUserId] } };
  const event = { type, ...(type === 'tokens_revoked' && tokens) };
  await announce(sim, { subscription: type, event });
}

function optional(sim: Simulation, scopes: readonly string[]): readonly string[] {
  const known = optionalScopesOf(sim.manifest);
  const needed = scopes.find((scope) => !known.includes(scope));
  if (needed === undefined) return scopes;
  throw new Error(`“${needed}” is not optional. These are: ${known.join(', ') || 'none'}`);
}

function channelOf(sim: Simulation, channelId: string): Channel {
  const channel = sim.state.channels.get(channelId);
  if (channel) return channel;
  throw new Error(`There is no channel ${channelId}`);
}
