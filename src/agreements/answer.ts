import { type Context, transaction } from '../context.ts';
import type { Agreeable } from './agreeable.ts';
import { type StanceInput, takeStance } from './take-stance.ts';

export type Answered = {
  readonly isAgreed: boolean;
  /** False when the organization named representatives and the member is none of them. */
  readonly counts: boolean;
};

/** Says where somebody stands on the open version, whatever it is about; `isAgreed` when that was the last yes. */
export async function answer(
  ctx: Context,
  agreeable: Agreeable,
  input: StanceInput,
): Promise<Answered> {
  const { standing, proposal } = await transaction(ctx, async (tx) => {
    await agreeable.hold(tx, input.subjectId);
    const settled = await takeStance(tx, agreeable, input);
    if (settled.standing.state !== 'agreed')
      await agreeable.onAnswer(tx, input.subjectId, input.kind);
    return settled;
  });
  const own = proposal.stances.find(({ memberId }) => memberId === ctx.member?.id);
  return { isAgreed: standing.state === 'agreed', counts: own?.mayCount ?? true };
}
