import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { type Reading, readingOf } from './reading.ts';
import { listReadings } from './store.ts';

/**
 * The channels that others would have read, and for which the acting member's organization has not said
 * yes: none for who coordinates nothing.
 */
export async function listUnanswered(ctx: Context): Promise<readonly Reading[]> {
  const { db, member, partnership } = ctx;
  if (!member?.coordinator) return [];
  const present = presentOrganizations(partnership).map(({ id }) => id);
  const kept = await listReadings(db, partnership.id);
  return kept
    .map((one) => readingOf({ ...one, present }))
    .filter(({ yes, missing }) => yes.length > 0 && missing.includes(member.organizationId));
}
