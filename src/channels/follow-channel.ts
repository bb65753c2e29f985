import type { Db, Transaction } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { followChannelId } from '../postings/follow-channel-id.ts';
import type { Jobs } from '../schedule/queue.ts';
import type { Loss } from './loss.ts';
import { markBack, markGone, markInstallationGone, renameChannel } from './store.ts';

export type ChannelChange =
  | { readonly kind: 'back'; readonly channelId: string }
  | { readonly kind: 'gone'; readonly channelId: string; readonly why: Loss }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'uninstalled'; readonly teamId: string };

export type House = { readonly db: Db; readonly jobs: Jobs; readonly now: Date };

/**
 * Keeps track of where the bot can speak. What was said and agreed there stays; a coordinator is told of
 * what was lost, or, where Slack lets nobody be told, of the absence once it is over.
 */
export function followChannel({ db, jobs, now }: House, change: ChannelChange): Promise<void> {
  return inTransaction(db, (tx) => follow(tx, jobs, now, change));
}

async function follow(
  tx: Transaction,
  jobs: Jobs,
  now: Date,
  change: ChannelChange,
): Promise<void> {
  switch (change.kind) {
    case 'renamed':
      await renameChannel(tx, change.from, change.to);
      return followChannelId(tx, change);
    case 'uninstalled':
      return markInstallationGone(tx, change.teamId, now);
    case 'gone': {
      const { channelId, why } = change;
      const partnershipId = await markGone(tx, channelId, { at: now, why });
      if (!partnershipId) return;
      const at = now.toISOString();
      await jobs.add(tx, 'reach.channel-lost', { partnershipId, channelId, at, why });
      return;
    }
    case 'back': {
      const { channelId } = change;
      const absence = await markBack(tx, channelId);
      if (absence?.why !== 'uninstalled') return;
      const { partnershipId } = absence;
      const from = absence.from.toISOString();
      await jobs.add(tx, 'reach.channel-back', { partnershipId, channelId, from });
    }
  }
}
