import type { Db, Transaction } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Facts } from '../facts.ts';
import { followChannelId } from '../postings/follow-channel-id.ts';
import { believed, isNewLimit, type Sight, type Told } from './loss.ts';
import {
  lockChannel,
  markBack,
  markGone,
  markInstallationGone,
  markLimited,
  renameChannel,
} from './store.ts';

export type ChannelChange =
  /** Slack was asked about it, because of an event, a refusal or something heard. */
  | {
      readonly kind: 'seen';
      readonly channelId: string;
      readonly sight: Sight;
      readonly told?: Told | undefined;
    }
  /** It is there, and an administrator lets it not post. */
  | { readonly kind: 'limited'; readonly channelId: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'uninstalled'; readonly teamId: string };

export type House = { readonly db: Db; readonly facts: Facts; readonly now: Date };

/**
 * Keeps track of where the bot can speak. What was said and agreed there stays; a coordinator is told of
 * what was lost, or, where Slack lets nobody be told, of the absence once it is over.
 */
export function followChannel({ db, facts, now }: House, change: ChannelChange): Promise<void> {
  return inTransaction(db, (tx) => follow(tx, facts, now, change));
}

async function follow(
  tx: Transaction,
  facts: Facts,
  now: Date,
  change: ChannelChange,
): Promise<void> {
  switch (change.kind) {
    case 'renamed':
      await renameChannel(tx, change.from, change.to);
      return followChannelId(tx, change);
    case 'uninstalled':
      return markInstallationGone(tx, change.teamId, now);
    case 'limited': {
      const { channelId } = change;
      const known = await lockChannel(tx, channelId);
      if (!known) return;
      await markLimited(tx, channelId, now);
      if (!isNewLimit(known.limitedAt, now)) return;
      const { partnershipId } = known;
      await facts.tell(tx, 'channel.limited', { partnershipId, channelId, at: now });
      return;
    }
    case 'seen': {
      const { channelId } = change;
      const state = believed(change.sight, change.told);
      if (state === 'here') return comeBack(tx, facts, channelId);
      if (state === 'unknown') return;
      const partnershipId = await markGone(tx, channelId, { at: now, why: state });
      if (!partnershipId) return;
      await facts.tell(tx, 'channel.lost', { partnershipId, channelId, at: now, why: state });
    }
  }
}

async function comeBack(tx: Transaction, facts: Facts, channelId: string): Promise<void> {
  const absence = await markBack(tx, channelId);
  if (!absence?.wasUninstalled) return;
  const { partnershipId, from } = absence;
  await facts.tell(tx, 'channel.back', { partnershipId, channelId, from });
}
