import type { Context } from '../context.ts';
import type { DateAnswer } from './date-proposal.ts';
import { listAnswers } from './store.ts';

/** What the organizations answered, of one milestone or of all. Whoever shows it keeps it blind. */
export function listDates(
  ctx: Context,
  input: { readonly milestoneId?: string } = {},
): Promise<readonly DateAnswer[]> {
  return listAnswers(ctx.db, ctx.partnership.id, input.milestoneId);
}
