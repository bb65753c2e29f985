import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from './answer.ts';
import { slackErrorOf } from './clients.ts';
import type { Pressed } from './deeds.ts';
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
  given: { readonly ways: Ways; readonly deed: Pressed },
) => Promise<void>;

export type Told = { readonly message: Message; readonly ways?: Ways };

export type Ways = readonly Way[];

/** What went wrong, worded by what is known of the deed. */
export async function failureOf(
  error: unknown,
  log: Logger,
  where: string,
  deed: Pressed,
): Promise<Message> {
  // Where it can't be looked up, nobody knows.
  const isDone = error instanceof Refusal ? undefined : await deed.isDone().catch(() => undefined);
  return failureMessage(error, log, where, isDone);
}

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
  return async (where, work, { ways, deed }) => {
    let told: readonly Told[];
    try {
      told = await work();
    } catch (error) {
      told = [{ message: await failureOf(error, log, where, deed) }];
    }
    for (const one of told) await tell(where, one.message, one.ways ?? ways);
  };
}
