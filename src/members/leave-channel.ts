import type { Db } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Facts } from '../facts.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Clock } from '../schedule/clock.ts';
import { deactivateMember } from './store.ts';

/**
 * Somebody left a channel of the partnership. Who is in none of them any more takes no further part;
 * what they said stays, and coming back brings them back. True when they are in none.
 */
export async function leaveChannel(
  db: Db,
  partnership: Partnership,
  input: {
    readonly userId: string;
    readonly facts: Facts;
    readonly now: Date;
    readonly isInChannel: (slackChannelId: string) => Promise<boolean | undefined>;
  },
): Promise<boolean> {
  for (const channelId of partnership.channelIds) {
    // Where Slack does not say, nobody is taken to have left.
    if ((await input.isInChannel(channelId)) !== false) return false;
  }
  await inTransaction(db, async (tx) => {
    const memberId = await deactivateMember(tx, partnership.id, input.userId, input.now);
    if (!memberId) return;
    const left = { partnershipId: partnership.id, memberId, why: 'left' } as const;
    await input.facts.tell(tx, 'member.left', left);
  });
  return true;
}

/** Asks Slack whether somebody is in no channel of the partnership any more; who is not has left. */
export type HasLeft = (partnership: Partnership, slackUserId: string) => Promise<boolean>;

/** By an answer that may be a minute old, or by one of now. */
export function createHasLeft(house: {
  readonly db: Db;
  readonly clock: Clock;
  readonly facts: Facts;
}): (
  isIn: (slackChannelId: string, slackUserId: string) => Promise<boolean | undefined>,
) => HasLeft {
  const { db, clock, facts } = house;
  return (isIn) => (partnership, userId) => {
    const isInChannel = (channelId: string) => isIn(channelId, userId);
    return leaveChannel(db, partnership, { userId, facts, now: clock.now(), isInChannel });
  };
}
