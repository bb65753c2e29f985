import { type Context, keepingReads } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HasLeft } from '../members/leave-channel.ts';
import { findTold } from '../postings/find-told.ts';
import { tellOnce } from '../postings/tell-once.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import { slackErrorOf } from '../slack/clients.ts';
import { isForGood, type Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { catchUpDigest } from './catch-up-digest.ts';
import type { DigestSource } from './digest-source.ts';
import { prepareDigest } from './prepare-digest.ts';
import { digestMessage, openMessages } from './slack/views.ts';
import { turnDigest } from './turn-digest.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'digest.turn': true;
    'digest.send': true;
  }
}

export type DigestParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly log: Logger;
  readonly sources: readonly DigestSource[];
  readonly hasLeft: HasLeft;
};

export function digestWork({
  contextFor,
}: Pick<DigestParts, 'contextFor'>): HandlersOf<'digest.turn'> {
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
export function digestDeliveries(parts: DigestParts): HandlersOf<'digest.send'> {
  const { contextFor, poster, log, sources, hasLeft } = parts;
  return {
    'digest.send': async ({ partnershipId = '', about: memberId = '', dueAt = '' }) => {
      const ctx = keepingReads(await contextFor(partnershipId));
      const prepared = await prepareDigest(ctx, sources, { memberId, dueAt: new Date(dueAt) });
      if (prepared === 'stale') log.info({ job: 'digest.send', memberId }, 'too late, so dropped');
      if (!prepared || prepared === 'stale') return;
      const { member, occasion, digest } = prepared;
      if (await hasLeft(ctx.partnership, member.slackUserId)) return;
      const [channelId = ''] = ctx.partnership.channelIds;
      const scene = { partnershipName: ctx.partnership.name, channelId, digest: member.digest };
      const message = wordedFor('direct', digestMessage(digest, scene));
      try {
        const sending = poster.telling(member.slackUserId, message, 'repeat');
        await tellOnce(ctx, { memberId, what: 'digest', occasion }, sending);
      } catch (error) {
        if (!isForGood(error)) throw error;
        const code = slackErrorOf(error);
        log.info({ job: 'digest.send', memberId, code }, 'no direct message, so in the channel');
        const { post, thread } = openMessages(digest, member.slackUserId, scene);
        const key = (what: string) => ({ memberId, what, occasion });
        await tellOnce(ctx, key('digest.post'), poster.saying(post).to(channelId));
        // It may have been said by a try that came no further.
        const root = await findTold(ctx, key('digest.post'));
        if (!root) return;
        const under = poster.saying(wordedFor('mention', thread), { threadTs: root.ts });
        await tellOnce(ctx, key('digest.thread'), under.to(channelId));
      }
    },
  };
}
