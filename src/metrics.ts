import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Numbers about the process and its work; nothing about people. */
export function createMetrics(pendingJobs: () => Promise<number>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'common_ground_jobs_pending',
    help: 'Jobs that wait or run, over all replicas',
    registers: [registry],
    async collect() {
      this.set(await pendingJobs());
    },
  });
  return registry;
}
