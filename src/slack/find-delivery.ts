import type { webApi } from '@slack/bolt';
import { slackErrorOf } from './clients.ts';
import type { Place } from './post.ts';

export type Sought = {
  readonly channelId: string;
  readonly threadTs?: string | undefined;
  readonly deliveryId: string;
  /** It cannot be older. */
  readonly since: Date;
};

/** Clocks differ, ours and Slack's. */
const LEEWAY_SECONDS = 120;
const PAGE = 100;
const MOST_PAGES = 20;

/** The message with this delivery id; `hidden` where Slack does not let the bot look. */
export async function findDelivery(
  client: webApi.WebClient,
  { channelId, threadTs, deliveryId, since }: Sought,
): Promise<Place | 'absent' | 'hidden'> {
  const oldest = String(Math.floor(since.getTime() / 1000) - LEEWAY_SECONDS);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const range = { channel: channelId, oldest, limit: PAGE, ...(cursor && { cursor }) };
    try {
      const { messages = [], response_metadata } = threadTs
        ? await client.conversations.replies({ ...range, ts: threadTs, include_all_metadata: true })
        : await client.conversations.history({ ...range, include_all_metadata: true });
      const found = messages.find((one) => idOf(one) === deliveryId);
      if (found?.ts) return { channelId, ts: found.ts };
      cursor = response_metadata?.next_cursor || undefined;
    } catch (error) {
      if (HIDDEN.has(slackErrorOf(error) ?? '')) return 'hidden';
      throw error;
    }
    if (!cursor) return 'absent';
  }
  return 'hidden';
}

const HIDDEN: ReadonlySet<string> = new Set([
  'access_denied',
  'channel_not_found',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'thread_not_found',
]);

function idOf(message: object): unknown {
  const { metadata } = message as {
    readonly metadata?: { readonly event_payload?: { readonly id?: unknown } };
  };
  return metadata?.event_payload?.id;
}
