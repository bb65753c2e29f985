import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { ownerOf } from './owner-of.ts';
import { deleteLink } from './store.ts';

export async function turnOffLink(ctx: Context): Promise<void> {
  if (await deleteLink(ctx.db, ownerOf(ctx))) return;
  throw new Refusal('already-done', 'You have no calendar link, so there is nothing to turn off.');
}
