import type { Context } from '../context.ts';
import { listHistory, type NoteLine } from '../partnerships/list-history.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

export type HistoryLine = Omit<NoteLine, 'content'> & {
  /** The text of that version, where the asking organization may see it. */
  readonly definition: string | undefined;
};

/** Who changed what and when, oldest first. */
export async function termHistory(
  ctx: Context,
  input: { readonly termId: string },
): Promise<{ readonly entry: Entry; readonly lines: readonly HistoryLine[] }> {
  const entry = await getTermById(ctx, input.termId);
  const lines = await listHistory(ctx, { subjectId: entry.id });
  const own = ctx.member?.organizationId;
  return {
    entry,
    lines: lines.map(({ content, ...line }) => ({
      ...line,
      definition:
        entry.isCollecting && line.organizationId !== own
          ? undefined
          : (content as { definition?: string } | undefined)?.definition,
    })),
  };
}
