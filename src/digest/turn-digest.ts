import { type Context, transaction } from '../context.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { appointAtLatest } from '../schedule/appointments.ts';
import { latestDigest, nextDigest } from './digest-turn.ts';
import { listRecipients } from './list-recipients.ts';

const AN_HOUR_MS = 3_600_000;

/** The turn of those whose hour has come since; the next turn is that of whoever comes next. */
export function turnDigest(ctx: Context, input: { readonly dueAt: Date }): Promise<void> {
  const now = ctx.clock.now();
  const { partnership } = ctx;
  const partnershipId = partnership.id;
  return transaction(ctx, async (tx) => {
    const recipients = await listRecipients(tx);
    const turns = recipients.map(({ place }) => nextDigest(place, now).getTime());
    // Where nobody is a coordinator yet, somebody may become one any day.
    const soon = now.getTime() + 24 * AN_HOUR_MS;
    const next = new Date(Math.min(soon, ...turns));
    await appointAtLatest(tx.db, { partnershipId, what: 'digest.turn' }, next);
    if (!maySpeak(partnership)) return;
    for (const { member, place } of recipients) {
      const dueAt = latestDigest(place, new Date(input.dueAt.getTime() - 1), now);
      if (!dueAt || member.digest.isStopped) continue;
      const data = { partnershipId, about: member.id, dueAt: dueAt.toISOString() };
      await ctx.jobs.add(tx.db, 'digest.send', data);
    }
  });
}
