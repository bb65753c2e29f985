import { actingMember, type Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from './entry.ts';
import { type HistoryLine, termHistory } from './term-history.ts';

/** One line of a term's history whose words the acting member's organization can bring back. */
export async function getPastWords(
  ctx: Context,
  input: { readonly termId: string; readonly lineId: number },
): Promise<{ readonly entry: Entry; readonly line: HistoryLine }> {
  actingMember(ctx);
  const { entry, lines } = await termHistory(ctx, input);
  const line = lines.find(({ id }) => id === input.lineId);
  if (line?.isRestorable) return { entry, line };
  throw new Refusal(
    'already-done',
    `Those words of “${entry.text}” stand now, or are not yours to bring back. Look at its history again.`,
  );
}
