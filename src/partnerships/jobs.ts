import type { KnownBlock } from '@slack/types';
import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { JobHandler } from '../schedule/queue.ts';
import type { Homes } from '../slack/homes.ts';
import { homeView } from './slack/home-view.ts';

export type PartnershipJobParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly homes: Homes;
  /** What the other capabilities have to show to this person. */
  readonly sections: (ctx: Context) => Promise<readonly KnownBlock[]>;
};

export function partnershipJobs({
  contextFor,
  homes,
  sections,
}: PartnershipJobParts): Readonly<Record<string, JobHandler>> {
  return {
    'partnerships.home': async ({ partnershipId = '', memberId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const members = await listMembers(ctx);
      const member = members.find(({ id }) => id === memberId);
      if (!member) return;
      const shown = await sections({ ...ctx, member });
      await homes.publish(member, homeView(ctx.partnership, members, shown));
    },
  };
}
