import type { Context } from '../context.ts';
import type { Entry } from '../glossary/entry.ts';
import { listEntries } from '../glossary/list-entries.ts';
import { rememberPosted } from '../postings/remember-posted.ts';
import { sayOnce } from '../postings/say-once.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import type { Poster } from '../slack/post.ts';
import { forgetOldCounts } from '../spotting/forget-old-counts.ts';
import { askReviews, callReview } from './ask-reviews.ts';
import { listReviews } from './list-reviews.ts';
import { decodeReviewed } from './review.ts';
import { reviewMessage } from './slack/review-view.ts';
import { wordMessage } from './slack/word-view.ts';
import type { Scene, UpkeepButtons } from './slack/words.ts';
import { turnWeek } from './turn-week.ts';
import { turnWord } from './turn-word.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'upkeep.word': true;
    'upkeep.week': true;
    'upkeep.review': true;
    'upkeep.ask': true;
  }
}

export type UpkeepParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly buttons: UpkeepButtons;
  /** How the glossary shows a term to everybody. */
  readonly termMessage: (entry: Entry, scene: Scene) => Message;
};

/** What comes with the days of the week; each of them sets its next turn before anything else. */
export function upkeepJobs(
  parts: UpkeepParts,
): HandlersOf<'upkeep.word' | 'upkeep.week' | 'upkeep.review' | 'upkeep.ask'> {
  const { contextFor, poster, buttons } = parts;
  const sceneOf = ({ partnership }: Context): Scene => ({
    organizations: partnership.organizations,
    channelId: partnership.channelIds[0] ?? '',
  });

  return {
    'upkeep.word': async ({ partnershipId = '', about = '', dueAt = '' }) => {
      const ctx = await contextFor(partnershipId);
      const turn = { dueAt: new Date(dueAt), isMakeUp: about !== '' };
      const word = await turnWord(ctx, turn);
      const [entry] = word ? await listEntries(ctx, { termIds: [word.termId] }) : [];
      if (!word || !entry) return;
      const what = `upkeep.word.${word.what}.${word.openedAt.toISOString().slice(0, 10)}`;
      const key = { subjectId: entry.id, what, version: 0 };
      const message = wordMessage(word.what, parts.termMessage(entry, sceneOf(ctx)));
      const posted = await sayOnce(ctx, key, poster.saying(message));
      // From now on it is the message that shows the term, and is kept up to date as such.
      const shared = { subjectId: entry.id, what: 'glossary.shared', version: entry.latestVersion };
      if (posted) await rememberPosted(ctx, shared, posted);
    },

    'upkeep.week': async ({ partnershipId = '' }) => {
      const ctx = await contextFor(partnershipId);
      await turnWeek(ctx);
      await forgetOldCounts(ctx);
    },

    'upkeep.review': async ({ partnershipId = '', about: termId = '', dueAt = '' }) => {
      const ctx = await contextFor(partnershipId);
      if (termId) await callReview(ctx);
      else await askReviews(ctx, { dueAt: new Date(dueAt) });
    },

    'upkeep.ask': async ({ partnershipId = '', reviewed = '', on = '' }) => {
      const ctx = await contextFor(partnershipId);
      const reviews = await listReviews(ctx, { reviewed: decodeReviewed(reviewed) });
      const [first] = reviews;
      if (!first) return;
      const message = reviewMessage(reviews, { ...sceneOf(ctx), ...buttons });
      const key = { subjectId: first.termId, what: `upkeep.review.${on}`, version: first.version };
      await sayOnce(ctx, key, poster.saying(message));
    },
  };
}
