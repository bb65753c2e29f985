import type { Db } from '../database/client.ts';
import { markGone, markInstallationGone, renameChannel } from './store.ts';

export type ChannelChange =
  | { readonly kind: 'gone' | 'back'; readonly channelId: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'uninstalled'; readonly teamId: string };

/** Keeps track of where the bot can speak. What was said and agreed there stays. */
export async function followChannel(db: Db, now: Date, change: ChannelChange): Promise<void> {
  if (change.kind === 'renamed') return renameChannel(db, change.from, change.to);
  if (change.kind === 'uninstalled') return markInstallationGone(db, change.teamId, now);
  return markGone(db, change.channelId, change.kind === 'gone' ? now : null);
}
