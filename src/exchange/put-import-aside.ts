import type { Context } from '../context.ts';
import { failImport } from './fail-import.ts';
import { readImport } from './read-import.ts';

const UNREAD =
  'I began to read it several times and was stopped each time, so I put it aside, and nothing was changed. Save it as CSV and bring it in once more, or send it in parts.';
const NOT_BROUGHT_IN =
  'I began to bring it in several times and was stopped each time, so I put it aside, and nothing was changed. Bring it in once more in smaller parts, or tell whoever looks after the bot.';

/** Ends an import that was never read, or never brought in, to its end. */
export async function putImportAside(
  ctx: Context,
  { importId }: { readonly importId: string },
): Promise<void> {
  await readImport(ctx, { importId, reading: { problem: UNREAD } });
  await failImport(ctx, { importId, problem: NOT_BROUGHT_IN });
}
