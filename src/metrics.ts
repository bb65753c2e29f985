import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Queue } from './schedule/queue.ts';

/** Numbers about the process and its work; nothing about people. */
export function createMetrics(queue: Pick<Queue, 'pending' | 'deadLetters'>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'common_ground_jobs_pending',
    help: 'Jobs that wait or run, over all replicas',
    registers: [registry],
    async collect() {
      this.set(await queue.pending());
    },
  });
  new Gauge({
    name: 'common_ground_dead_letters',
    help: 'Jobs that failed for good, kept with their reason',
    registers: [registry],
    async collect() {
      this.set(await queue.deadLetters());
    },
  });
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
