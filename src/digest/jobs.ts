import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import { localDate } from '../partnerships/calendar.ts';
import { tellOnce } from '../postings/tell-once.ts';
import type { JobHandler } from '../schedule/queue.ts';
import { slackErrorOf } from '../slack/clients.ts';
import { isForGood, type Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { catchUpDigest } from './catch-up-digest.ts';
import type { DigestSource } from './digest-line.ts';
import { prepareDigest } from './prepare-digest.ts';
import { digestMessage, openMessages } from './slack/views.ts';
import { turnDigest } from './turn-digest.ts';

export type DigestParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly log: Logger;
  readonly sources: readonly DigestSource[];
};

export function digestWork({
  contextFor,
}: Pick<DigestParts, 'contextFor'>): Readonly<Record<string, JobHandler>> {
  return {
    'digest.turn': async ({ partnershipId = '', about = '', dueAt = '' }) => {
      const ctx = await contextFor(partnershipId);
      const turn = { dueAt: new Date(dueAt) };
      if (about) await catchUpDigest(ctx, { ...turn, memberId: about });
      else await turnDigest(ctx, turn);
    },
  };
}

/** One message to each coordinator, at their own hour; rendered when it is sent. */
export function digestDeliveries(parts: DigestParts): Readonly<Record<string, JobHandler>> {
  const { contextFor, poster, log, sources } = parts;
  return {
    'digest.send': async ({ partnershipId = '', about: memberId = '', dueAt = '' }) => {
      const ctx = await contextFor(partnershipId);
      const prepared = await prepareDigest(ctx, sources, { memberId, dueAt: new Date(dueAt) });
      if (prepared === 'stale') log.info({ job: 'digest.send', memberId }, 'too late, so dropped');
      if (!prepared || prepared === 'stale') return;
      const { member, digest } = prepared;
      const [channelId = ''] = ctx.partnership.channelIds;
      const scene = { partnershipName: ctx.partnership.name, channelId, digest: member.digest };
      // The day it is there: who travels on that day does not get it twice.
      const occasion = localDate(new Date(dueAt), prepared.timeZone);
      const message = wordedFor('direct', digestMessage(digest, scene));
      try {
        const sending = poster.telling(member.slackUserId, message, 'repeat');
        await tellOnce(ctx, { memberId, what: 'digest', occasion }, sending);
      } catch (error) {
        if (!isForGood(error)) throw error;
        const code = slackErrorOf(error);
        log.info({ job: 'digest.send', memberId, code }, 'no direct message, so in the channel');
        const { post, thread } = openMessages(digest, member.slackUserId, scene);
        const say = (what: string, sending: ReturnType<Poster['saying']>) =>
          tellOnce(ctx, { memberId, what, occasion }, sending.to(channelId));
        const root = await say('digest.post', poster.saying(post));
        if (!root) return;
        const under = wordedFor('mention', thread);
        await say('digest.thread', poster.saying(under, { threadTs: root.ts }));
      }
    },
  };
}
