import { actingMember, type Context, transaction } from '../context.ts';
import type { Member } from './member.ts';
import { changeMember, listMembers } from './store.ts';

export type DigestChange = {
  /** ISO weekday. */
  readonly weekday?: number;
  /** `08:30` */
  readonly time?: string;
  readonly isStopped?: boolean;
};

/** When the acting member gets the digest; what is not given stays. */
export async function changeDigest(ctx: Context, input: DigestChange): Promise<Member> {
  const member = actingMember(ctx);
  const partnershipId = ctx.partnership.id;
  const now = ctx.clock.now();
  await transaction(ctx, async (tx) => {
    await changeMember(tx.db, partnershipId, member.id, {
      ...(input.weekday && { digestWeekday: input.weekday }),
      ...(input.time && { digestTime: input.time }),
      ...(input.isStopped !== undefined && { digestStoppedAt: input.isStopped ? now : null }),
    });
    await tx.facts.tell(tx.db, 'readers.changed', { partnershipId });
  });
  const members = await listMembers(ctx.db, partnershipId);
  return members.find(({ id }) => id === member.id) ?? member;
}
