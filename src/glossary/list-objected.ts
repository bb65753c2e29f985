import { objectingTo } from '../agreements/still-to-speak.ts';
import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import type { Entry } from './entry.ts';
import { seenEntries } from './seen-entries.ts';

/** What the acting member's organization put forward and others object to: it is theirs to answer. */
export async function listObjected(ctx: Context): Promise<readonly Entry[]> {
  const own = ctx.member?.organizationId;
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const entries = await seenEntries(ctx);
  return entries.filter(
    ({ open }) => open?.organizationId === own && objectingTo(open, present).length > 0,
  );
}
