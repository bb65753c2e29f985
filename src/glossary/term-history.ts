import type { Context } from '../context.ts';
import { listHistory, type NoteLine } from '../partnerships/list-history.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import { isRestorable, wordsSeenBy } from './past-words.ts';
import type { TermContent } from './term.ts';

export type HistoryLine = Omit<NoteLine, 'content'> & {
  /** What that version put forward, where the asking organization may see it. */
  readonly content: TermContent | undefined;
  /** The asking organization can bring these words back. */
  readonly isRestorable: boolean;
};

/** Who changed what and when, with the words, oldest first. */
export async function termHistory(
  ctx: Context,
  input: { readonly termId: string },
): Promise<{ readonly entry: Entry; readonly lines: readonly HistoryLine[] }> {
  const entry = await getTermById(ctx, input.termId);
  const own = ctx.member?.organizationId;
  const notes = await listHistory(ctx, { subjectId: entry.id });
  const lines = notes.map((line) => ({
    ...line,
    content: line.content as TermContent | undefined,
  }));
  return {
    entry,
    lines: wordsSeenBy(lines, own, entry.isCollecting).map((line) => ({
      ...line,
      isRestorable: isRestorable(line, entry, own),
    })),
  };
}
