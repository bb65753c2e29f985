import { openProposal } from '../agreements/open-proposal.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { termAgreeable } from './agreeable.ts';
import { type Entry, statusOfEntry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

/** Proposes that an agreed term is not used any more; like every change it needs every organization. */
export async function deprecateTerm(
  ctx: Context,
  input: { readonly termId: string; readonly replacedBy?: Entry | undefined },
): Promise<{ readonly entry: Entry; readonly isAgreed: boolean }> {
  const entry = await getTermById(ctx, input.termId);
  const status = statusOfEntry(entry);
  if (status === 'deprecated') {
    throw new Refusal('already-done', `“${entry.text}” is retired already.`);
  }
  if (!entry.agreed) {
    throw new Refusal(
      'invalid',
      `“${entry.text}” was never agreed, so there is nothing to retire. Whoever put it forward can take it back: \`/glossary withdraw TERM\`.`,
    );
  }
  if (input.replacedBy?.id === entry.id) {
    throw new Refusal(
      'invalid',
      `“${entry.text}” can’t be replaced by itself. Name another term after the arrow.`,
    );
  }
  const content = {
    ...entry.agreed.content,
    deprecated: true,
    ...(input.replacedBy && { replacedBy: input.replacedBy.text }),
  };
  const { standing } = await transaction(ctx, (tx) =>
    openProposal(tx, termAgreeable, {
      subjectId: entry.id,
      content,
      floorWorkingDays: ctx.partnership.termFloorWorkingDays,
    }),
  );
  return { entry: await getTermById(ctx, entry.id), isAgreed: standing.state === 'agreed' };
}
