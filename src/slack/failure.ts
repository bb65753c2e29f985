import { randomBytes } from 'node:crypto';
import { webApi } from '@slack/bolt';
import { isUnthinkable } from '../database/errors.ts';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from './answer.ts';
import { escaped } from './mrkdwn.ts';
import { slackSays } from './slack-says.ts';
import { gone } from './value-in.ts';

/**
 * One translation for every door: a refusal is its own sentence; a bug is a reference to look up, and
 * what is known of whether something was changed: only who has looked says that nothing was.
 */
export function failureMessage(
  error: unknown,
  log: Logger,
  where: string,
  isDone?: boolean,
): Message {
  if (error instanceof Refusal) return { text: escaped(error.message) };
  if (error instanceof webApi.WebAPIRateLimitedError && !isDone) {
    return {
      text: `Slack asks me to slow down. Please try again in ${Math.ceil(error.retryAfter)} seconds.`,
    };
  }
  const reference = logFailure(error, log, where);
  if (isUnthinkable(error)) return { text: gone().message };
  const said = isDone ? undefined : slackSays(error, reference);
  if (said) return { text: said };
  return {
    text: `${wentWrong(isDone)} If it happens again, tell whoever looks after the bot this reference: ${reference}`,
  };
}

/** One line for each request that fails: whoever is told of it is told this reference. */
export function logFailure(error: unknown, log: Logger, where: string): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, where, err: error }, 'a request failed');
  return reference;
}

function wentWrong(isDone: boolean | undefined): string {
  if (isDone === undefined) {
    return 'Something went wrong on my side, and I can’t tell whether anything was changed. Please look at how it stands before you try again.';
  }
  return isDone
    ? 'It was done, but something went wrong on my side before I could show you what came of it. Please look at how it stands before you ask again.'
    : 'Something went wrong on my side, and nothing was changed. Please try again.';
}
