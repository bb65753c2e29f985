import { takeStance } from '../agreements/take-stance.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { termAgreeable } from './agreeable.ts';
import { type Answered, refuseWhileCollecting } from './endorse-term.ts';
import { holdTerm } from './hold-term.ts';
import { getTermById } from './look-up-term.ts';
import { continueThread, tellChannel } from './tell-channel.ts';
import { REASON_LIMIT } from './term.ts';

/** Says no to the open version, with what would have to change. */
export async function objectToTerm(
  ctx: Context,
  input: {
    readonly termId: string;
    readonly version?: number | undefined;
    readonly reason: string;
  },
): Promise<Answered> {
  if (input.reason.length > REASON_LIMIT) {
    throw new Refusal(
      'invalid',
      `That reason has ${input.reason.length} characters; ${REASON_LIMIT} is the most.`,
      'reason',
    );
  }
  const { proposal } = await transaction(ctx, async (tx) => {
    refuseWhileCollecting(await holdTerm(tx, input.termId));
    await tellChannel(tx, input.termId);
    await continueThread(tx, input.termId, 'objected');
    return takeStance(tx, termAgreeable, {
      subjectId: input.termId,
      version: input.version,
      kind: 'object',
      reason: input.reason,
    });
  });
  const own = proposal.stances.find((stance) => stance.memberId === ctx.member?.id);
  const entry = await getTermById(ctx, input.termId);
  return { entry, isAgreed: false, counts: own?.mayCount ?? true };
}
