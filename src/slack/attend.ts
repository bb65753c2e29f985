import type { Logger } from '../log.ts';
import type { Message } from './answer.ts';
import { slackErrorOf } from './clients.ts';
import { failureMessage } from './failure.ts';

/** One way in which a message may reach the person who waits for it. */
export type Way = (message: Message) => Promise<unknown>;

/**
 * Does what a person waits for. Whatever goes wrong becomes a sentence for them; what was done and can't
 * be told in one way is told in the next, and is not done again.
 */
export type Attend = (
  where: string,
  work: () => Promise<readonly Told[]>,
  ways: Ways,
) => Promise<void>;

export type Told = { readonly message: Message; readonly ways?: Ways };

export type Ways = readonly Way[];

export function createAttend(log: Logger): Attend {
  const tell = async (where: string, message: Message, ways: Ways): Promise<void> => {
    let failed: unknown;
    for (const way of ways) {
      try {
        await way(message);
        return;
      } catch (error) {
        failed = error;
        log.info({ where, code: slackErrorOf(error), err: error }, 'not told in this way');
      }
    }
    log.error({ where, err: failed }, 'an answer reached nobody');
  };
  return async (where, work, ways) => {
    let told: readonly Told[];
    try {
      told = await work();
    } catch (error) {
      told = [{ message: failureMessage(error, log, where) }];
    }
    for (const one of told) await tell(where, one.message, one.ways ?? ways);
  };
}
