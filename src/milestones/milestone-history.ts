import type { Context } from '../context.ts';
import { listHistory, type NoteLine } from '../partnerships/list-history.ts';
import { getMilestone } from './get-milestone.ts';
import type { Seen } from './list-milestones.ts';

/** Who changed what and when, oldest first. Dates given blind are not in it. */
export async function milestoneHistory(
  ctx: Context,
  input: { readonly milestoneId: string },
): Promise<{ readonly seen: Seen; readonly lines: readonly NoteLine[] }> {
  const seen = await getMilestone(ctx, input);
  return { seen, lines: await listHistory(ctx, { subjectId: input.milestoneId }) };
}
