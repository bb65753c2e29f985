import { stillToAsk } from '../agreements/still-to-speak.ts';
import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import type { Entry } from './entry.ts';
import { seenEntries } from './seen-entries.ts';

/** The terms that wait for a word of the acting member's organization. */
export async function listWaiting(ctx: Context): Promise<readonly Entry[]> {
  const own = ctx.member?.organizationId;
  if (!own) return [];
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const entries = await seenEntries(ctx);
  return entries.filter((entry) =>
    entry.isCollecting
      ? !entry.answered.includes(own)
      : stillToAsk(entry.open, present).includes(own),
  );
}
