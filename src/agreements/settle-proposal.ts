import type { TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import type { Agreeable } from './agreeable.ts';
import type { Proposal } from './proposal.ts';
import { type Standing, standing } from './standing.ts';
import { markClosed, markDue, replaceAgreement } from './store.ts';

export type Settled = { readonly proposal: Proposal; readonly standing: Standing };

/** Asks whether this version is an agreement now, and makes it one if so. */
export async function settleProposal(
  ctx: TransactionContext,
  agreeable: Agreeable,
  proposal: Proposal,
): Promise<Settled> {
  const now = ctx.clock.now();
  const { partnership } = ctx;
  const result = standing({
    proposal,
    organizations: presentOrganizations(partnership).map((o) => ({
      id: o.id,
      timeZone: o.timeZone,
      calendar: { workingWeek: o.workingWeek, closures: new Set(o.closures) },
    })),
    stances: proposal.stances,
    lazyConsent: partnership.lazyConsent,
    homonym: await agreeable.isHomonym(ctx, proposal.subjectId),
    now,
  });
  if (result.state !== 'agreed') {
    await markDue(ctx.db, partnership.id, proposal.id, result.dueAt);
    return { proposal, standing: result };
  }
  if (await markClosed(ctx.db, partnership.id, proposal.id, 'agreed', now)) {
    await replaceAgreement(ctx.db, partnership.id, proposal, now);
    await addNote(ctx, proposal.subjectId, 'agreements.agreed', { version: proposal.version });
    await agreeable.onAgreed(ctx, proposal);
  }
  return { proposal, standing: result };
}
