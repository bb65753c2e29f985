import { type Context, transaction } from '../context.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { latestDigest } from './digest-turn.ts';
import { listRecipients } from './list-recipients.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * For somebody whose clock has changed: their hour of today may have gone by between the two zones, and
 * then it comes now. Who has read today's already is not sent it again.
 */
export async function catchUpDigest(
  ctx: Context,
  input: { readonly memberId: string; readonly dueAt: Date },
): Promise<void> {
  const { partnership } = ctx;
  const found = (await listRecipients(ctx)).find(({ member }) => member.id === input.memberId);
  if (!found || found.member.digest.isStopped || !maySpeak(partnership)) return;
  const since = new Date(input.dueAt.getTime() - DAY_MS);
  const dueAt = latestDigest(found.place, since, ctx.clock.now());
  if (!dueAt) return;
  const data = { partnershipId: partnership.id, about: input.memberId, dueAt: dueAt.toISOString() };
  await transaction(ctx, (tx) => ctx.jobs.add(tx.db, 'digest.send', data));
}
