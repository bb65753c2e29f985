import { takeStance } from '../agreements/take-stance.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { termAgreeable } from './agreeable.ts';
import { type Answered, refuseWhileCollecting } from './endorse-term.ts';
import { holdTerm } from './hold-term.ts';
import { getTermById } from './look-up-term.ts';
import { tellChannel } from './tell-channel.ts';
import { REASON_LIMIT } from './term.ts';

/** Records a doubt about the open version; it is seen by everybody and blocks nothing. */
export async function raiseConcern(
  ctx: Context,
  input: {
    readonly termId: string;
    readonly version?: number | undefined;
    readonly reason: string;
  },
): Promise<Answered> {
  const reason = input.reason.trim();
  if (!reason || reason.length > REASON_LIMIT) {
    throw new Refusal(
      'invalid',
      `Say what worries you, in at most ${REASON_LIMIT} characters: \`/glossary concern TERM = WHAT\`.`,
      'reason',
    );
  }
  await transaction(ctx, async (tx) => {
    refuseWhileCollecting(await holdTerm(tx, input.termId));
    await tellChannel(tx, input.termId);
    const { termId: subjectId, version } = input;
    return takeStance(tx, termAgreeable, { subjectId, version, kind: 'concern', reason });
  });
  return { entry: await getTermById(ctx, input.termId), isAgreed: false, counts: true };
}
