import type { Context } from '../context.ts';
import { findPosted } from '../postings/find-posted.ts';
import { sayOnce } from '../postings/say-once.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import type { Poster } from '../slack/post.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import {
  agreedLine,
  askMessage,
  discussionMessage,
  revealMessage,
  sharedMessage,
} from './slack/announcement-view.ts';
import type { Scene } from './slack/words.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'glossary.agreed': true;
    'glossary.changed': true;
    'glossary.discuss': true;
    'glossary.ask': true;
    'glossary.reveal': true;
  }
}

/** What people are asked is better asked twice than not at all. */
const NEEDS_AN_ANSWER: ReadonlySet<string> = new Set(['glossary.asked', 'glossary.revealed']);

/** What is said in the channel when something about a term has changed; rendered when it is sent. */
export function glossaryJobs(
  contextFor: (partnershipId: string) => Promise<Context>,
  poster: Poster,
): HandlersOf<
  'glossary.agreed' | 'glossary.changed' | 'glossary.discuss' | 'glossary.ask' | 'glossary.reveal'
> {
  const about = async (data: Readonly<Record<string, string>>) => {
    const ctx = await contextFor(data.partnershipId ?? '');
    const entry = await getTermById(ctx, data.termId ?? '');
    const [channelId = ''] = ctx.partnership.channelIds;
    return { ctx, entry, scene: { organizations: ctx.partnership.organizations, channelId } };
  };

  const say = (ctx: Context, entry: Entry, what: string, version: number, message: Message) =>
    sayOnce(
      ctx,
      { subjectId: entry.id, what, version },
      poster.saying(message, { whenUnknown: NEEDS_AN_ANSWER.has(what) ? 'repeat' : 'silence' }),
    );

  /** The message with the buttons says what is true now. */
  const refresh = async (ctx: Context, entry: Entry, scene: Scene) => {
    const shared = await findPosted(ctx, { subjectId: entry.id, what: 'glossary.shared' });
    if (shared) await poster.refresh(shared.channelId, shared.ts, sharedMessage(entry, scene));
  };

  return {
    'glossary.agreed': async (data) => {
      const { ctx, entry, scene } = await about(data);
      if (entry.agreed?.version === Number(data.version)) {
        await say(ctx, entry, 'glossary.agreed', entry.agreed.version, agreedLine(entry, scene));
      }
      await refresh(ctx, entry, scene);
    },
    'glossary.changed': async (data) => {
      const { ctx, entry, scene } = await about(data);
      await refresh(ctx, entry, scene);
    },
    'glossary.discuss': async ({ what = '', slackUserId = '', ...data }) => {
      const { ctx, entry, scene } = await about(data);
      const shared = await findPosted(ctx, { subjectId: entry.id, what: 'glossary.shared' });
      const message = discussionMessage(entry, scene, what, slackUserId);
      if (!shared || !message || entry.isCollecting) return;
      const key = {
        subjectId: entry.id,
        what: `glossary.${what}.${slackUserId}`,
        version: entry.latestVersion,
      };
      await sayOnce(ctx, key, poster.saying(message, { threadTs: shared.ts }));
    },
    'glossary.ask': async (data) => {
      const { ctx, entry, scene } = await about(data);
      if (!entry.isCollecting) return;
      const message = askMessage(entry, scene);
      const version = entry.latestVersion;
      const isNew = await say(ctx, entry, 'glossary.asked', version, message);
      const asked = await findPosted(ctx, { subjectId: entry.id, what: 'glossary.asked' });
      if (!isNew && asked) await poster.refresh(asked.channelId, asked.ts, message);
      await refresh(ctx, entry, scene);
    },
    'glossary.reveal': async (data) => {
      const { ctx, entry, scene } = await about(data);
      const message = revealMessage(entry, scene);
      const asked = await findPosted(ctx, { subjectId: entry.id, what: 'glossary.asked' });
      if (asked) await poster.refresh(asked.channelId, asked.ts, message);
      else await say(ctx, entry, 'glossary.revealed', entry.latestVersion, message);
      await refresh(ctx, entry, scene);
    },
  };
}
