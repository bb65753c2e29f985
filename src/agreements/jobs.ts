import type { Context } from '../context.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Agreeable } from './agreeable.ts';
import { settleDueProposal } from './settle-due-proposal.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'agreements.settle': true;
  }
}

/** What the queue calls for agreements; each capability is found by the kind of its subjects. */
export function agreementJobs(
  contextFor: (partnershipId: string) => Promise<Context>,
  agreeables: readonly Agreeable[],
): HandlersOf<'agreements.settle'> {
  return {
    'agreements.settle': async ({ partnershipId = '', proposalId = '', subjectKind }) => {
      const agreeable = agreeables.find(({ kind }) => kind === subjectKind);
      if (!agreeable) throw new Error(`nobody owns subjects of the kind ${subjectKind}`);
      await settleDueProposal(await contextFor(partnershipId), agreeable, { proposalId });
    },
  };
}
