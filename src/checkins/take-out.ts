import { type Context, transaction } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { leaveGroup } from './leave-group.ts';
import { listRounds } from './round-store.ts';
import { findCheckin, putCheckin } from './store.ts';

/** Somebody is not there any more: they take no part, and whoever they were to meet is told. */
export function takeOut(ctx: Context, input: { readonly memberId: string }): Promise<void> {
  const { memberId } = input;
  const { id } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    const checkin = await findCheckin(tx.db, id, memberId);
    if (!checkin || checkin.state === 'left') return;
    const left = { memberId, state: 'left', pausedUntil: undefined } as const;
    await putCheckin(tx.db, id, left, tx.clock.now());
    await leaveGroup(tx, { memberId });
  });
}

/** The same for everybody of an organization that left. They take part again when it is back. */
export async function takeOutOrganization(
  ctx: Context,
  input: { readonly organizationId: string },
): Promise<void> {
  const [round] = await listRounds(ctx.db, ctx.partnership.id, 1);
  const members = await listMembers(ctx);
  const theirs = members.filter(({ organizationId }) => organizationId === input.organizationId);
  const inRound = theirs.filter(({ id }) => round?.places.some(({ memberId }) => memberId === id));
  for (const { id: memberId } of inRound) {
    await transaction(ctx, (tx) => leaveGroup(tx, { memberId }));
  }
}
