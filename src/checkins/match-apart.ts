import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Gathering, Grouping } from './group-people.ts';

export type MatchingLimits = { readonly seconds: number };

/** A thousand people take a second, and five at the very worst. */
const LIMITS: MatchingLimits = { seconds: 60 };

const PROGRAM = new URL('./matching-thread.ts', import.meta.url);

/**
 * The groups of a round, found in a thread of its own, so that nobody waits for them. Throws what the
 * thread threw, or that it took too long: nothing was decided then, and it may be tried again.
 */
export async function matchApart(
  gathering: Gathering,
  { seconds }: MatchingLimits = LIMITS,
): Promise<Grouping> {
  const thread = new Worker(PROGRAM, { workerData: gathering, env: {}, execArgv: [] });
  const limit = AbortSignal.timeout(seconds * 1_000);
  try {
    // The thread sends one message, and an error of it rejects.
    const [grouping] = (await once(thread, 'message', { signal: limit })) as [Grouping];
    return grouping;
  } catch (error) {
    if (limit.aborted) throw new Error(`matching took more than ${seconds} seconds`);
    throw error;
  } finally {
    await thread.terminate();
  }
}
