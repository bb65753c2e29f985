import { actingMember, type Context, organizationOf, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { deleteMeetings } from './store.ts';

/** Takes days away on which the acting member's organization does not meet after all. */
export async function removeMeetings(
  ctx: Context,
  input: { readonly name: string; readonly days: readonly string[] },
): Promise<void> {
  const { id: organizationId } = organizationOf(ctx, actingMember(ctx));
  await transaction(ctx, async (tx) => {
    const count = await deleteMeetings(tx.db, tx.partnership.id, { ...input, organizationId });
    if (count === 0) {
      throw new Refusal(
        'not-found',
        `Your organization has no meeting “${input.name}” on that day.`,
      );
    }
    await addNote(tx, undefined, 'meetings.removed', {
      name: input.name,
      days: input.days.join(' '),
    });
  });
}
