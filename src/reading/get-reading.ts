import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { type Reading, readingOf } from './reading.ts';
import { findReading } from './store.ts';

/** How reading stands in a channel of the partnership. */
export async function getReading(
  ctx: Context,
  input: { readonly channelId: string },
): Promise<Reading> {
  const { channelId } = input;
  const kept = await findReading(ctx.db, ctx.partnership.id, channelId);
  if (!kept) {
    throw new Refusal('not-found', 'Ask me this in the channel that it is about.');
  }
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  return readingOf({ ...kept, channelId, present });
}
