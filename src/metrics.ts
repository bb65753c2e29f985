import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Queue } from './schedule/queue.ts';
import { shared, within } from './slack/within.ts';

/** What the database is asked for is left out when it takes longer; the rest is known without it. */
const PATIENCE_MS = 800;

/** Numbers about the process and its work; nothing about people. */
export function createMetrics(queue: Pick<Queue, 'pending' | 'deadLetters'>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const asked = (name: string, help: string, work: () => Promise<number>): void => {
    const ask = shared(work);
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = await within(PATIENCE_MS, ask()).catch(() => undefined);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  };
  asked('common_ground_jobs_pending', 'Jobs that wait or run, over all replicas', () =>
    queue.pending(),
  );
  asked('common_ground_dead_letters', 'Jobs that failed for good, kept with their reason', () =>
    queue.deadLetters(),
  );
  return registry;
}

/** Counts the payloads that were acknowledged and are nothing that the bot knows. */
export function countUnread(registry: Registry): (kind: string, why: string) => void {
  const counter = new Counter({
    name: 'common_ground_unread_payloads_total',
    help: 'Payloads that were acknowledged, and that nothing could be made of',
    labelNames: ['kind', 'why'],
    registers: [registry],
  });
  return (kind, why) => counter.inc({ kind, why });
}
