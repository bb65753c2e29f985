import { actingMember, type Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { lineFor } from './line-for.ts';
import { normalizeTitle, titleFault } from './milestone.ts';
import { isTitleTaken } from './store.ts';

/** The title as it is kept; refuses one that no milestone can have, before anybody thinks about its date. */
export async function checkTitle(ctx: Context, input: { readonly title: string }): Promise<string> {
  actingMember(ctx);
  const title = input.title.trim().replaceAll(/\s+/g, ' ');
  const fault = titleFault(title);
  if (fault) throw new Refusal('invalid', fault, 'title');
  if (await isTitleTaken(ctx.db, ctx.partnership.id, normalizeTitle(title)))
    throw titleTaken(title);
  return title;
}

export function titleTaken(title: string): Refusal {
  return new Refusal(
    'already-done',
    `There is a milestone “${title}” already. Look at it with ${lineFor('', title)}, or give this one another name.`,
    'title',
  );
}
