import { actingMember, type Context, transaction } from '../context.ts';
import type { Agreeable } from './agreeable.ts';
import { getOpenVersion } from './take-stance.ts';
import { withdrawProposal } from './withdraw-proposal.ts';
import { withdrawStance } from './withdraw-stance.ts';

export type TakenBack = {
  /** `gathered`: what the organization gave while everybody is asked, before anything is put forward. */
  readonly what: 'stance' | 'proposal' | 'gathered';
  /** Taking back the last objection may leave nothing but yeses. */
  readonly isAgreed: boolean;
};

/**
 * Takes back what the acting member said of the open version, or else, where they speak for their
 * organization, what it put forward.
 */
export function takeBack(
  ctx: Context,
  agreeable: Agreeable,
  input: { readonly subjectId: string },
): Promise<TakenBack> {
  const { subjectId } = input;
  return transaction(ctx, async (tx) => {
    const member = actingMember(tx);
    if (await agreeable.holdToTakeBack(tx, subjectId)) return { what: 'gathered', isAgreed: false };
    const open = await getOpenVersion(tx, agreeable, subjectId, undefined);
    const isStance = open.stances.some(({ memberId }) => memberId === member.id);
    const settled = isStance ? await withdrawStance(tx, agreeable, open) : undefined;
    if (!isStance) await withdrawProposal(tx, open);
    const isAgreed = settled?.standing.state === 'agreed';
    if (!isAgreed) await agreeable.onAnswer(tx, subjectId, 'withdraw');
    return { what: isStance ? 'stance' : 'proposal', isAgreed };
  });
}
