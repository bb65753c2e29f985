import type { FailureReason, Reply } from './courier.ts';
import type { Simulation } from './simulation.ts';
import type { Json } from './state.ts';

export type EventDelivery = {
  /** Resolves when the first attempt was answered, or at once while events are held. */
  deliver(envelope: Json): Promise<void>;
  /** Makes every retry that waits for its time, now. Resolves when they were answered. */
  retryNow(): Promise<void>;
  release(order: 'as-sent' | 'reversed'): Promise<void>;
  stop(): void;
};

type Pending = { readonly timer: NodeJS.Timeout; readonly attempt: () => Promise<void> };

/** Delays this short count as part of the delivery: `settled` waits for them. */
const PROMPT_MS = 50;

export function createEventDelivery(
  sim: Simulation,
  retryDelaysMs: readonly number[],
): EventDelivery {
  const pending = new Set<Pending>();

  async function attempt(envelope: Json, retry: number, reason?: FailureReason): Promise<void> {
    const reply = await sim.courier.send({
      kind: 'event',
      name: String((envelope.event as Json).type),
      body: envelope,
      encoded: JSON.stringify(envelope),
      contentType: 'application/json',
      attempt: retry,
      headers: reason ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason } : {},
    });
    const failure = failureOf(sim, reply);
    if (!failure || reply.headers['x-slack-no-retry'] === '1') return;
    const delay = retryDelaysMs[retry];
    if (delay !== undefined) schedule(() => attempt(envelope, retry + 1, failure), delay);
  }

  function schedule(run: () => Promise<void>, delayMs: number): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const once = async (): Promise<void> => {
      clearTimeout(entry.timer);
      pending.delete(entry);
      await run().finally(resolve);
    };
    const entry: Pending = { timer: setTimeout(once, delayMs), attempt: once };
    entry.timer.unref();
    pending.add(entry);
    if (delayMs <= PROMPT_MS) void sim.courier.busyWhile(promise);
  }

  return {
    async deliver(envelope) {
      const copies = sim.faults.duplicates > 0 ? 2 : 1;
      sim.faults.duplicates = Math.max(0, sim.faults.duplicates - 1);
      const send = async (): Promise<void> => {
        await Promise.all(Array.from({ length: copies }, () => attempt(envelope, 0)));
      };
      if (sim.faults.isHolding) {
        sim.faults.held.push(send);
        return;
      }
      await send();
    },
    async retryNow() {
      await Promise.all([...pending].map((entry) => entry.attempt()));
    },
    async release(order) {
      sim.faults.isHolding = false;
      const held = sim.faults.held.splice(0);
      for (const send of order === 'reversed' ? held.reverse() : held) await send();
    },
    stop() {
      for (const { timer } of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

function failureOf(sim: Simulation, reply: Reply): FailureReason | undefined {
  if (reply.failure) return reply.failure;
  if (sim.faults.lostAcks === 0) return undefined;
  sim.faults.lostAcks -= 1;
  return 'http_timeout';
}
