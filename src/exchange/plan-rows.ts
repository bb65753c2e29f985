import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { seenEntries } from '../glossary/seen-entries.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import type { ReadRow } from './formats/term-record.ts';
import { type PlannedRow, planImport } from './plan-import.ts';

/** What would happen to each row now, as the acting organization sees the glossary. */
export async function planRows(
  ctx: Context,
  rows: readonly ReadRow[],
): Promise<readonly PlannedRow[]> {
  const entries = await seenEntries(ctx);
  const ground = { entries, organizations: presentOrganizations(ctx.partnership) };
  const planned: PlannedRow[] = [];
  for (const step of planImport(rows, ground)) {
    planned.push(...step);
    await setImmediate();
  }
  return planned;
}
