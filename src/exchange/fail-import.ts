import { type Context, transaction } from '../context.ts';
import { changeImport, lockImport, removeRows } from './store.ts';

/** Ends an import that cannot be brought in, with the reason for its author. */
export async function failImport(
  ctx: Context,
  input: { readonly importId: string; readonly problem: string },
): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  await transaction(ctx, async (tx) => {
    const given = await lockImport(tx.db, partnershipId, input.importId);
    if (given?.state !== 'applying') return;
    await removeRows(tx.db, partnershipId, given.id);
    const { problem } = input;
    const endedAt = ctx.clock.now();
    await changeImport(tx.db, partnershipId, given.id, { state: 'failed', problem, endedAt });
  });
}
