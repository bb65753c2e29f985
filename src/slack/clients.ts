import { webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import type { BoltLogger } from './bolt-logger.ts';

/**
 * Two clients for one installation. `waiting` is for people who wait: Slack closes a trigger after
 * 3 s, so it answers soon or not at all. `delivering` is for what nobody waits for; the queue owns its
 * retries and its pace, because the library would post twice after a lost answer.
 */
export type Clients = { readonly waiting: webApi.WebClient; readonly delivering: webApi.WebClient };

const WAITING_MS = 2_000;
const DELIVERING_MS = 20_000;

export function createClients(slack: SlackConfig, logger: BoltLogger): Clients {
  const shared = {
    logger,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  return {
    waiting: new webApi.WebClient(slack.botToken, { ...shared, timeout: WAITING_MS }),
    delivering: new webApi.WebClient(slack.botToken, { ...shared, timeout: DELIVERING_MS }),
  };
}

/** What Slack says when something went wrong on its side: it may have acted, and may work later. */
const FOR_LATER: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
]);

export function isForLater(error: unknown): boolean {
  return FOR_LATER.has(slackErrorOf(error) ?? '');
}

/** Slack is out of reach, or not itself. */
export function isSlackAway(error: unknown): boolean {
  return (
    error instanceof webApi.WebAPIRequestError ||
    error instanceof webApi.WebAPIHTTPError ||
    isForLater(error)
  );
}

/** Slack's own error code, such as `channel_not_found`; undefined for every other kind of failure. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

const TOKEN_GONE: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

export function isTokenGone(error: unknown): boolean {
  return TOKEN_GONE.has(slackErrorOf(error) ?? '');
}

/** The bot is in the channel, and an administrator lets it not post there. */
const LIMITED: ReadonlySet<string> = new Set([
  'posting_to_general_channel_denied',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
]);

export function isLimited(error: unknown): boolean {
  return LIMITED.has(slackErrorOf(error) ?? '');
}
