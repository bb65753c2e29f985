import type { Context } from '../context.ts';
import { countRows, findUnconfirmed } from './store.ts';
import type { TermImport } from './term-import.ts';

export type Unconfirmed = { readonly import: TermImport; readonly terms: number };

/** The imports that wait for the acting member's yes: none for who coordinates nothing. */
export async function listUnconfirmed(ctx: Context): Promise<readonly Unconfirmed[]> {
  const { db, member, partnership } = ctx;
  if (!member?.coordinator) return [];
  const found = await findUnconfirmed(db, partnership.id, member.organizationId);
  return Promise.all(
    found.map(async (one) => {
      const counts = await countRows(db, partnership.id, one.id);
      return { import: one, terms: counts.new + counts.changed };
    }),
  );
}
