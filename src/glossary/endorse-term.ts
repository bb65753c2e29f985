import { takeStance } from '../agreements/take-stance.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { termAgreeable } from './agreeable.ts';
import type { Entry } from './entry.ts';
import { holdTerm } from './hold-term.ts';
import { getTermById } from './look-up-term.ts';
import { tellChannel } from './tell-channel.ts';

export type Answered = {
  readonly entry: Entry;
  readonly isAgreed: boolean;
  readonly counts: boolean;
};

/** Says yes to the open version; `isAgreed` when that was the last yes. */
export async function endorseTerm(
  ctx: Context,
  input: {
    readonly termId: string;
    readonly version?: number | undefined;
  },
): Promise<Answered> {
  const { standing, proposal } = await transaction(ctx, async (tx) => {
    refuseWhileCollecting(await holdTerm(tx, input.termId));
    await tellChannel(tx, input.termId);
    return takeStance(tx, termAgreeable, {
      subjectId: input.termId,
      version: input.version,
      kind: 'endorse',
    });
  });
  const own = proposal.stances.find((stance) => stance.memberId === ctx.member?.id);
  return {
    entry: await getTermById(ctx, input.termId),
    isAgreed: standing.state === 'agreed',
    counts: own?.mayCount ?? true,
  };
}

export function refuseWhileCollecting(entry: Entry): void {
  if (!entry.isCollecting) return;
  throw new Refusal(
    'too-late',
    `We found that “${entry.text}” may mean different things, so each organization writes its own meaning first: \`/glossary define TERM = what your organization means\`. The others’ appear when everyone has.`,
  );
}
