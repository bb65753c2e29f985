import type { Db } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { claimGreeting, releaseGreeting } from './store.ts';

/** How a greeting is posted, and how to tell that a failure means it was not. */
export interface Greeting {
  send(): Promise<void>;
  isCertainlyNotSent(error: unknown): boolean;
}

/** Greets a channel the first time the bot joins it, and never again. */
export async function greetChannel(
  db: Db,
  now: Date,
  input: { readonly channelId: string; readonly greeting: Greeting },
): Promise<void> {
  const isFirst = await inTransaction(db, (tx) => claimGreeting(tx, input.channelId, now));
  if (!isFirst) return;
  try {
    await input.greeting.send();
  } catch (error) {
    if (input.greeting.isCertainlyNotSent(error)) await releaseGreeting(db, input.channelId);
    throw error;
  }
}
