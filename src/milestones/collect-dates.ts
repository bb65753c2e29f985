import type { TransactionContext } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { addNotice } from '../notices/add-notice.ts';
import { addNote } from '../partnerships/add-note.ts';
import { addDays } from '../time/days.ts';
import { getMilestoneRow } from './get-milestone.ts';
import { speakersToAsk } from './people-to-ask.ts';
import { changeMilestone } from './store.ts';

/** What an ask for dates is worth waiting for: by then it was asked again. */
const STALE_AFTER_DAYS = 10;

/** Asks every contributor what suits it; nobody sees the others' dates before all have answered. */
export async function collectDates(ctx: TransactionContext, milestoneId: string): Promise<void> {
  const now = ctx.clock.now();
  await changeMilestone(ctx.db, ctx.partnership.id, milestoneId, { collectingSince: now });
  await addNote(ctx, milestoneId, 'milestones.collecting');
  await askForDates(ctx, { milestoneId, round: 0 });
}

/** Round 0 is the first ask; 1 and 2 are the reminders (domain 8.4). */
export async function askForDates(
  ctx: TransactionContext,
  input: {
    readonly milestoneId: string;
    readonly round: number;
    readonly among?: readonly string[];
  },
): Promise<void> {
  const milestone = await getMilestoneRow(ctx, input.milestoneId);
  const members = await listMembers(ctx);
  const now = ctx.clock.now();
  const since = milestone.collectingSince?.toISOString() ?? '';
  for (const organizationId of input.among ?? milestone.contributors) {
    for (const { id: memberId } of speakersToAsk(members, organizationId)) {
      if (memberId === ctx.member?.id) continue;
      await addNotice(ctx, {
        memberId,
        kind: 'milestones.dates',
        about: milestone.id,
        occasion: `${since} ${input.round}`,
        staleAt: new Date(`${addDays(now.toISOString().slice(0, 10), STALE_AFTER_DAYS)}T00:00:00Z`),
      });
    }
  }
}
