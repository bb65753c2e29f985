import { disputeEditorial } from '../agreements/dispute-editorial.ts';
import { type Context, transaction } from '../context.ts';
import { termAgreeable } from './agreeable.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

/** A coordinator says that a change of wording changes the meaning. */
export async function disputeWording(
  ctx: Context,
  input: { readonly termId: string; readonly version: number },
): Promise<Entry> {
  await transaction(ctx, (tx) =>
    disputeEditorial(tx, termAgreeable, { subjectId: input.termId, version: input.version }),
  );
  return getTermById(ctx, input.termId);
}
