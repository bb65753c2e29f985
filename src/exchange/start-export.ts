import { type Context, presentMember, transaction } from '../context.ts';
import { refuseSecondPress } from '../postings/refuse-second-press.ts';
import type { ExportFormat } from './export-format.ts';

/** Has the file put together for the one who asks: it is made when it is sent. */
export async function startExport(
  ctx: Context,
  input: { readonly format: ExportFormat },
): Promise<void> {
  const { id: memberId } = presentMember(
    ctx,
    'I can’t tell which of the partner organizations you work for, so I can’t hand you the whole glossary. A coordinator can say so with `/partnership setup`.',
  );
  const about = `${input.format} ${memberId}`;
  await transaction(ctx, async (tx) => {
    await refuseSecondPress(tx, { what: 'exchange.export', about });
    await tx.jobs.add(tx.db, 'exchange.export', {
      partnershipId: ctx.partnership.id,
      memberId,
      format: input.format,
    });
  });
}
