import { withdrawProposal } from '../agreements/withdraw-proposal.ts';
import { withdrawStance } from '../agreements/withdraw-stance.ts';
import { actingMember, type Context, transaction } from '../context.ts';
import { termAgreeable } from './agreeable.ts';
import type { Entry } from './entry.ts';
import { holdTerm } from './hold-term.ts';
import { getTermById } from './look-up-term.ts';
import { takeOutMeaning } from './take-out-meaning.ts';
import { tellChannel } from './tell-channel.ts';

export type Withdrawn = {
  readonly entry: Entry;
  /** `meaning`: what the organization wrote while all of them are being compared. */
  readonly what: 'proposal' | 'stance' | 'meaning';
  /** Taking back the last objection may leave nothing but yeses. */
  readonly isAgreed: boolean;
};

/**
 * Takes back what the acting member said of the open version, or else, where they speak for their
 * organization, what it put forward.
 */
export async function withdrawFromTerm(
  ctx: Context,
  input: { readonly termId: string },
): Promise<Withdrawn> {
  const { termId: subjectId } = input;
  const done = await transaction(ctx, async (tx) => {
    const member = actingMember(tx);
    const entry = await holdTerm(tx, subjectId);
    await tellChannel(tx, subjectId);
    if (entry.isCollecting) {
      await takeOutMeaning(tx, entry);
      return { what: 'meaning', isAgreed: false } as const;
    }
    const isOwn = (stance: { readonly slackUserId: string }) =>
      stance.slackUserId === member.slackUserId;
    if (entry.open?.stances.some(isOwn)) {
      const { standing } = await withdrawStance(tx, termAgreeable, { subjectId });
      return { what: 'stance', isAgreed: standing.state === 'agreed' } as const;
    }
    await withdrawProposal(tx, termAgreeable, { subjectId });
    return { what: 'proposal', isAgreed: false } as const;
  });
  return { entry: await getTermById(ctx, subjectId), ...done };
}
