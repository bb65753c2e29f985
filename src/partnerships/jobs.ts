import type { KnownBlock } from '@slack/types';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { getAnyMember } from '../members/get-any-member.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Homes } from '../slack/homes.ts';
import { isForGood } from '../slack/post.ts';
import { organizationById } from './partnership.ts';
import { homeView, strangersHomeView } from './slack/home-view.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'partnerships.home': true;
    'partnerships.organization-left': true;
  }
}

const NO_PART =
  'You are in none of the channels of the partnership that was shown here, so it isn’t shown any more. If you take part in another one, open this page again.';

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
}: PartnershipJobParts): HandlersOf<'partnerships.home' | 'partnerships.organization-left'> {
  /** Who takes no part any more sees nothing of it; Slack may not show them a Home any more either. */
  const empty = async (member: Member): Promise<void> => {
    await homes.publish(member, strangersHomeView(NO_PART)).catch((error) => {
      if (!isForGood(error)) throw error;
    });
  };

  return {
    'partnerships.home': async ({ partnershipId = '', memberId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const members = await listMembers(ctx);
      const member = members.find(({ id }) => id === memberId);
      const organization = member && organizationById(ctx.partnership, member.organizationId);
      if (!member || organization?.hasLeft) {
        return empty(member ?? (await getAnyMember(ctx, { memberId })));
      }
      const shown = await sections({ ...ctx, member });
      await homes.publish(member, homeView(ctx.partnership, members, shown));
    },

    'partnerships.organization-left': async ({ partnershipId = '', organizationId = '' }) => {
      const ctx = await contextFor(partnershipId);
      if (!organizationById(ctx.partnership, organizationId)?.hasLeft) return;
      const theirs = (await listMembers(ctx)).filter(
        (one) => one.organizationId === organizationId,
      );
      await inTransaction(ctx.db, async (tx) => {
        for (const { id: memberId } of theirs) {
          await ctx.jobs.add(tx, 'partnerships.home', { partnershipId, memberId });
        }
      });
    },
  };
}
