import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { deleteLink } from './store.ts';

/** One's own link can always be turned off, also by who has left. */
export async function turnOffLink({ db, member, partnership }: Context): Promise<void> {
  const owner = member && { partnershipId: partnership.id, memberId: member.id };
  if (owner && (await deleteLink(db, owner))) return;
  throw new Refusal('already-done', 'You have no calendar link, so there is nothing to turn off.');
}
