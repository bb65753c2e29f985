import type { Loss } from '../channels/loss.ts';
import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import { getAnyMember } from '../members/get-any-member.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { tellOnce } from '../postings/tell-once.ts';
import type { HandlersOf, JobData } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import { slackErrorOf } from '../slack/clients.ts';
import { isForGood, type Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { coordinatorsToTell, type MemberLoss } from './lost.ts';
import {
  channelBackMessage,
  channelLimitedMessage,
  channelLostMessage,
  memberLostMessage,
} from './slack/lost-view.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'reach.channel-lost': true;
    'reach.channel-limited': true;
    'reach.channel-back': true;
    'reach.member-lost': true;
  }
}

export type ReachParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly log: Logger;
  /** What somebody looks after, anywhere, by its title. */
  readonly looksAfter: (ctx: Context, memberId: string) => Promise<readonly string[]>;
};

/** One coordinator is told, once, of whom and where the bot does not reach any more. */
export function reachJobs(
  parts: ReachParts,
): HandlersOf<
  'reach.channel-lost' | 'reach.channel-limited' | 'reach.channel-back' | 'reach.member-lost'
> {
  const { contextFor, poster, log, looksAfter } = parts;

  const tellOne = async (
    ctx: Context,
    telling: { readonly what: string; readonly occasion: string },
    candidates: readonly Member[],
    message: (member: Member) => Message,
  ): Promise<void> => {
    for (const member of candidates) {
      try {
        const words = wordedFor('direct', message(member));
        const sending = poster.telling(member.slackUserId, words, 'repeat');
        await tellOnce(ctx, { ...telling, memberId: member.id }, sending);
        return;
      } catch (error) {
        if (!isForGood(error)) throw error;
        const code = slackErrorOf(error);
        log.info({ job: telling.what, memberId: member.id, code }, 'not reached; the next one');
      }
    }
    log.warn({ job: telling.what, partnershipId: ctx.partnership.id }, 'no coordinator is reached');
  };

  const concerned = async (ctx: Context, organizationId: string | undefined, without?: string) =>
    coordinatorsToTell(ctx.partnership, await listMembers(ctx), {
      organizationId,
      ...(without && { without }),
    });

  /** Who installed the bot can bring it back. */
  const host = ({ partnership }: Context) =>
    partnership.organizations.find(({ slackTeamIds }) => slackTeamIds.length > 0)?.id;

  return {
    'reach.channel-lost': async (data: JobData) => {
      const { partnershipId = '', channelId = '', at = '', why = '' } = data;
      const ctx = await contextFor(partnershipId);
      const { name, channelIds } = ctx.partnership;
      // It came back before this was said.
      if (channelIds.includes(channelId)) return;
      const telling = { what: 'reach.channel-lost', occasion: `${channelId} ${at}` };
      await tellOne(ctx, telling, await concerned(ctx, host(ctx)), () =>
        channelLostMessage({
          channelId,
          why: why as Loss,
          partnershipName: name,
          otherChannelId: channelIds[0],
        }),
      );
    },

    'reach.channel-limited': async ({ partnershipId = '', channelId = '', at = '' }) => {
      const ctx = await contextFor(partnershipId);
      const telling = { what: 'reach.channel-limited', occasion: `${channelId} ${at}` };
      await tellOne(ctx, telling, await concerned(ctx, host(ctx)), () =>
        channelLimitedMessage({ channelId, partnershipName: ctx.partnership.name }),
      );
    },

    'reach.channel-back': async ({ partnershipId = '', channelId = '', from = '' }) => {
      const ctx = await contextFor(partnershipId);
      const until = ctx.clock.now();
      const telling = { what: 'reach.channel-back', occasion: `${channelId} ${from}` };
      await tellOne(ctx, telling, await concerned(ctx, host(ctx)), () =>
        channelBackMessage({
          channelId,
          partnershipName: ctx.partnership.name,
          from: new Date(from),
          until,
        }),
      );
    },

    'reach.member-lost': async ({ partnershipId = '', memberId = '', why = '' }) => {
      const ctx = await contextFor(partnershipId);
      const lost = await getAnyMember(ctx, { memberId });
      const organization = organizationById(ctx.partnership, lost.organizationId);
      // Where all of them have left, nobody is to be named in the place of one.
      if (organization?.hasLeft) return;
      const roles = [
        ...(lost.coordinator ? ['coordinator'] : []),
        ...(lost.representative ? ['representative'] : []),
      ];
      const milestones = await looksAfter(ctx, memberId);
      // Nobody has to be named in their place.
      if (why !== 'refused' && roles.length + milestones.length === 0) return;
      const { organizationId, slackUserId } = lost;
      const telling = { what: 'reach.member-lost', occasion: `${memberId} ${why}` };
      const organizationName = organization?.shortName ?? 'their organization';
      await tellOne(ctx, telling, await concerned(ctx, organizationId, memberId), () =>
        memberLostMessage({
          slackUserId,
          why: why as MemberLoss,
          organizationName,
          roles,
          milestones,
        }),
      );
    },
  };
}
