import { type Context, transaction } from '../context.ts';

/** Brings the App Home of the acting member up to date. */
export async function showHomeAgain(ctx: Context): Promise<void> {
  const { member, partnership } = ctx;
  if (!member) return;
  await transaction(ctx, (tx) =>
    ctx.jobs.add(tx.db, 'partnerships.home', {
      partnershipId: partnership.id,
      memberId: member.id,
    }),
  );
}
