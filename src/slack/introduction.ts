import { isForLater, isTokenGone, slackErrorOf } from './clients.ts';
import type { Delivery } from './post.ts';

/** A message for several people at once, or Slack’s word that it lets the bot bring them together in no conversation. */
export type Introduction =
  | { readonly state: 'open'; readonly channelId: string; readonly delivery: Delivery }
  | { readonly state: 'refused'; readonly code: string };

/** What Slack may allow later is thrown; so is a token that it no longer takes, since it refuses everything. */
export async function introduce(
  open: () => Promise<string | undefined>,
  deliveryTo: (channelId: string) => Delivery,
): Promise<Introduction> {
  try {
    const channelId = await open();
    if (!channelId) throw new Error('Slack did not say which conversation it opened');
    return { state: 'open', channelId, delivery: deliveryTo(channelId) };
  } catch (error) {
    const code = slackErrorOf(error);
    if (!code || isForLater(error) || isTokenGone(error)) throw error;
    return { state: 'refused', code };
  }
}
