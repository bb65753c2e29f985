import { randomBytes } from 'node:crypto';
import { webApi } from '@slack/bolt';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from './answer.ts';
import { escaped } from './mrkdwn.ts';
import { slackSays } from './slack-says.ts';

/** One translation for every door: a refusal is its own sentence; a bug is a reference to look up. */
export function failureMessage(error: unknown, log: Logger, where: string): Message {
  if (error instanceof Refusal) return { text: escaped(error.message) };
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return {
      text: `Slack asks me to slow down. Please try again in ${Math.ceil(error.retryAfter)} seconds.`,
    };
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, where, err: error }, 'a request failed');
  const said = slackSays(error, reference);
  if (said) return { text: said };
  return {
    text: `Something went wrong on my side, and nothing was changed. Please try again; if it happens again, tell whoever looks after the bot this reference: ${reference}`,
  };
}
