import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HasLeft } from '../members/leave-channel.ts';
import { tellOnce } from '../postings/tell-once.ts';
import { NotYet } from '../schedule/not-yet.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import { isUnreachable, slackErrorOf } from '../slack/clients.ts';
import type { Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { endNotices } from './end-notices.ts';
import { giveUpMember } from './give-up-member.ts';
import { lookAgain } from './look-again.ts';
import { TOLD_AS } from './notice.ts';
import type { NoticeKind } from './notice-kind.ts';
import { prepareNotices, type Whereabouts } from './prepare-notices.ts';
import { refuseSecondTelling } from './refuse-second-telling.ts';
import { noticeMessage } from './slack/views.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'notices.tell': true;
  }
}

export type NoticeParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly log: Logger;
  readonly kinds: readonly NoticeKind[];
  readonly whereabouts: Whereabouts;
  readonly hasLeft: HasLeft;
};

const AN_HOUR_MS = 3_600_000;

/** Tells people what waits for them; rendered when it is sent. */
export function noticeJobs(parts: NoticeParts): HandlersOf<'notices.tell'> {
  const { contextFor, poster, log, kinds, whereabouts, hasLeft } = parts;

  const tell = async (ctx: Context, memberId: string): Promise<void> => {
    const dropped = (count: number) =>
      log.info({ job: TOLD_AS, memberId, count }, 'too late, so dropped');
    const prepared = await prepareNotices(ctx, kinds, { memberId, whereabouts, dropped });
    if (!prepared) return;
    const { member, occasion, parts: told } = prepared;
    if (await hasLeft(ctx.partnership, member.slackUserId)) return;
    const noticeIds = told.map(({ notice }) => notice.id);
    const scene = { channelId: ctx.partnership.channelIds[0] ?? '', stopped: [], noticeIds };
    const message = wordedFor('direct', noticeMessage(told, scene));
    try {
      const telling = poster.telling(member.slackUserId, message);
      const send = async (deliveryId: string) => {
        await refuseSecondTelling(ctx, { memberId, occasion, noticeIds });
        return telling.send(deliveryId);
      };
      await tellOnce(ctx, { memberId, what: TOLD_AS, occasion }, { ...telling, send });
      await endNotices(ctx, { noticeIds, end: 'told' });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      const code = slackErrorOf(error);
      log.info({ job: TOLD_AS, memberId, code }, 'Slack lets nobody tell this member');
      await giveUpMember(ctx, { memberId, noticeIds });
    }
  };

  return {
    'notices.tell': async ({ partnershipId = '', about: memberId = '' }) => {
      const ctx = await contextFor(partnershipId);
      try {
        await tell(ctx, memberId);
      } catch (error) {
        if (error instanceof NotYet) throw error;
        // The queue gives up after some minutes, and Slack may be away for longer.
        const after = new Date(ctx.clock.now().getTime() + AN_HOUR_MS);
        await lookAgain(ctx, { memberId, after });
        throw error;
      }
    },
  };
}
