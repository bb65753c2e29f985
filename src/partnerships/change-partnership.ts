import { actingMember, type Context, transaction } from '../context.ts';
import { mayChangePartnership } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { addNote } from './add-note.ts';
import { isName, NAME_LIMIT, PURPOSE_LIMIT, tidy } from './description.ts';
import { getPartnership } from './get-partnership.ts';
import type { Partnership } from './partnership.ts';
import { changePartnership as change } from './store.ts';

/** Changes the name or the purpose; what is not given stays. An empty purpose takes it away. */
export async function changePartnership(
  ctx: Context,
  input: { readonly name?: string; readonly purpose?: string },
): Promise<Partnership> {
  const given = {
    name: input.name === undefined ? ctx.partnership.name : tidy(input.name),
    purpose: input.purpose === undefined ? (ctx.partnership.purpose ?? '') : tidy(input.purpose),
  };
  const isRenamed = given.name !== ctx.partnership.name;
  const isRepurposed = given.purpose !== (ctx.partnership.purpose ?? '');
  if (!isRenamed && !isRepurposed) return ctx.partnership;
  if (!mayChangePartnership(actingMember(ctx), await listMembers(ctx))) {
    throw new Refusal(
      'not-yours',
      'A coordinator can change the partnership’s name and purpose. `/partnership` shows who they are: ask one of yours.',
      isRenamed ? 'name' : 'purpose',
    );
  }
  if (isRenamed && !isName(given.name, NAME_LIMIT)) {
    throw new Refusal(
      'invalid',
      `A name has 1 to ${NAME_LIMIT} characters, with a letter among them: \`/partnership setup name Open Doors to Care\`.`,
      'name',
    );
  }
  if (isRepurposed && given.purpose.length > PURPOSE_LIMIT) {
    throw new Refusal(
      'invalid',
      `That has ${given.purpose.length} characters; ${PURPOSE_LIMIT} is the most. One sentence is enough: \`/partnership setup purpose Fewer missed first appointments\`.`,
      'purpose',
    );
  }
  await transaction(ctx, async (tx) => {
    const said = {
      ...(isRenamed && { name: given.name }),
      ...(isRepurposed && { purpose: given.purpose }),
    };
    await change(tx.db, tx.partnership.id, {
      ...said,
      ...(said.purpose === '' && { purpose: null }),
    });
    await addNote(tx, undefined, 'partnerships.changed', said);
  });
  return getPartnership(ctx);
}
