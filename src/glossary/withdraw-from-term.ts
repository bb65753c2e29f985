import { withdrawProposal } from '../agreements/withdraw-proposal.ts';
import { withdrawStance } from '../agreements/withdraw-stance.ts';
import { actingMember, type Context, transaction } from '../context.ts';
import { termAgreeable } from './agreeable.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import { markTerm } from './store.ts';
import { tellChannel } from './tell-channel.ts';

export type Withdrawn = {
  readonly entry: Entry;
  readonly what: 'proposal' | 'stance';
  /** Taking back the last objection may leave nothing but yeses. */
  readonly isAgreed: boolean;
};

/** Takes back what the acting member said of the open version, or else what their organization put forward. */
export async function withdrawFromTerm(
  ctx: Context,
  input: { readonly termId: string },
): Promise<Withdrawn> {
  const member = actingMember(ctx);
  const { open } = await getTermById(ctx, input.termId);
  const subjectId = input.termId;
  const hasSpoken =
    open?.stances.some((stance) => stance.slackUserId === member.slackUserId) ?? false;
  const isAgreed = await transaction(ctx, async (tx) => {
    await tellChannel(tx, subjectId);
    if (hasSpoken) {
      return (await withdrawStance(tx, termAgreeable, { subjectId })).standing.state === 'agreed';
    }
    await withdrawProposal(tx, termAgreeable, { subjectId });
    await markTerm(tx.db, tx.partnership.id, subjectId, { collectingSince: null });
    return false;
  });
  return {
    entry: await getTermById(ctx, subjectId),
    what: hasSpoken ? 'stance' : 'proposal',
    isAgreed,
  };
}
