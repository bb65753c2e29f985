import { actingMember, type Context, transaction } from '../context.ts';
import { mayChangePartnership } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { addNote } from './add-note.ts';
import type { Partnership } from './partnership.ts';
import { changePartnership as change, findPartnership } from './store.ts';

const NAME_LIMIT = 80;
const PURPOSE_LIMIT = 300;

/** Changes the name or the purpose; what is not given stays. */
export async function changePartnership(
  ctx: Context,
  input: { readonly name?: string; readonly purpose?: string },
): Promise<Partnership> {
  const member = actingMember(ctx);
  if (!mayChangePartnership(member, await listMembers(ctx))) {
    throw new Refusal(
      'not-yours',
      'A coordinator can change the partnership’s name and purpose. Ask one of yours.',
      'name',
    );
  }
  const name = input.name?.trim();
  const purpose = input.purpose?.trim();
  if (name !== undefined && (name.length === 0 || name.length > NAME_LIMIT)) {
    throw new Refusal(
      'invalid',
      `A name has 1 to ${NAME_LIMIT} characters: \`/partnership setup name Open Doors to Care\`.`,
      'name',
    );
  }
  if (purpose !== undefined && purpose.length > PURPOSE_LIMIT) {
    throw new Refusal(
      'invalid',
      `That has ${purpose.length} characters; ${PURPOSE_LIMIT} is the most.`,
      'purpose',
    );
  }
  await transaction(ctx, async (tx) => {
    await change(tx.db, tx.partnership.id, {
      ...(name !== undefined && { name }),
      ...(purpose !== undefined && { purpose: purpose || null }),
    });
    await addNote(tx, undefined, 'partnerships.changed');
  });
  return (await findPartnership(ctx.db, ctx.partnership.id)) ?? ctx.partnership;
}
