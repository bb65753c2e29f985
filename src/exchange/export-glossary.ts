import type { Context } from '../context.ts';
import { seenEntries } from '../glossary/seen-entries.ts';
import type { TermRecord } from './formats/term-record.ts';
import { recordOfEntry } from './record-of-entry.ts';

export type Exported = {
  readonly records: readonly TermRecord[];
  /** Terms that are being compared blind: nobody takes them out yet. */
  readonly leftOut: number;
};

/** The glossary as the acting organization may see it. */
export async function exportGlossary(ctx: Context): Promise<Exported> {
  const entries = await seenEntries(ctx);
  const open = entries.filter(({ isCollecting }) => !isCollecting);
  const records = open.flatMap(
    (entry) => recordOfEntry(entry, ctx.partnership.organizations) ?? [],
  );
  return { records, leftOut: entries.length - open.length };
}
