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

/** The scopes of which one would do, where Slack’s answer names them. */
export function neededBy(error: unknown): readonly string[] {
  if (!(error instanceof webApi.WebAPIPlatformError)) return [];
  const { needed } = error.data as { readonly needed?: unknown };
  return typeof needed === 'string'
    ? needed.split(',').filter((one) => /^[\w.:-]+$/.test(one))
    : [];
}

export const isTokenGone = answers([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** The bot is in the channel, and an administrator lets it not post there. */
export const isLimited = answers([
  'posting_to_general_channel_denied',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
]);

/** Slack speaks of the person who was to be written to, and not of what was to be said. */
export const isUnreachable = answers([
  'access_denied',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

function answers(codes: readonly string[]): (error: unknown) => boolean {
  const known = new Set(codes);
  return (error) => known.has(slackErrorOf(error) ?? '');
}
