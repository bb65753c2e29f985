import type { KnownBlock } from '@slack/types';
import type { Agreeable } from './agreements/agreeable.ts';
import { agreementJobs } from './agreements/jobs.ts';
import { calendarDeliveries } from './calendars/jobs.ts';
import { CAPABILITIES, UPKEEP_BUTTONS } from './capabilities.ts';
import { checkinDeliveries, checkinWork } from './checkins/jobs.ts';
import { type Context, keepingReads } from './context.ts';
import type { DigestSource } from './digest/digest-source.ts';
import { digestDeliveries, digestWork } from './digest/jobs.ts';
import { exchangeJobs } from './exchange/jobs.ts';
import type { Hears, SpokenBy } from './facts.ts';
import { glossaryJobs } from './glossary/jobs.ts';
import { sharedMessage } from './glossary/slack/announcement-view.ts';
import type { Logger } from './log.ts';
import type { HasLeft } from './members/leave-channel.ts';
import { milestoneDeliveries, milestoneWork } from './milestones/jobs.ts';
import { pictureJobs } from './milestones/picture-jobs.ts';
import { noticeboardJobs } from './noticeboard/jobs.ts';
import { noticeJobs } from './notices/jobs.ts';
import type { NoticeKind } from './notices/notice-kind.ts';
import { partnershipJobs } from './partnerships/jobs.ts';
import { reachJobs } from './reach/jobs.ts';
import { readingJobs } from './reading/jobs.ts';
import type { Handlers, HandlersOf, JobName } from './schedule/queue.ts';
import type { Board } from './slack/board.ts';
import type { Files } from './slack/files.ts';
import type { Homes } from './slack/homes.ts';
import type { Poster } from './slack/post.ts';
import { gatherWaits, type Waits, waitingHome } from './slack/waiting.ts';
import type { Whereabouts } from './slack/whereabouts.ts';
import { upkeepJobs } from './upkeep/jobs.ts';

export type WorkParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly files: Files;
  readonly board: Board;
  readonly homes: Homes;
  readonly log: Logger;
  readonly whereabouts: Whereabouts;
  readonly hasLeft: HasLeft;
  readonly noticeKinds: readonly NoticeKind[];
  /** Where people reach the bot, if it is said. */
  readonly publicUrl: string | undefined;
};

/** Who waits for a job that is put aside is told by another one. */
export const TELLERS: Readonly<Partial<Record<JobName, JobName>>> = {
  'exchange.read': 'exchange.put-aside',
  'exchange.apply': 'exchange.put-aside',
};

/** What each partnership has done for it in turns. */
export const RECURRING: readonly JobName[] = CAPABILITIES.flatMap(({ turns = [] }) => turns);

/** What coordinators read on Mondays. */
export const DIGEST_SOURCES: readonly DigestSource[] = CAPABILITIES.flatMap(
  ({ digest = [] }) => digest,
);

/** Who hears of what others cause. */
export const HEARS: readonly Hears[] = CAPABILITIES.flatMap(({ hears = [] }) => hears);

/** Where somebody may have said anything. */
export const SPOKEN_BY: readonly SpokenBy[] = CAPABILITIES.flatMap(({ spokenBy = [] }) => spokenBy);

const looksAfter = async (ctx: Context, memberId: string): Promise<readonly string[]> => {
  const found = CAPABILITIES.map((one) => one.looksAfter?.(ctx, memberId) ?? []);
  return (await Promise.all(found)).flat();
};

/** What people are told unasked. */
export const NOTICE_KINDS: readonly NoticeKind[] = CAPABILITIES.flatMap(
  ({ notices = [] }) => notices,
);

const AGREEABLES: readonly Agreeable[] = CAPABILITIES.flatMap(({ agreeable = [] }) => agreeable);

/** What waits for somebody, over all capabilities. */
export const waitsFor: Waits = gatherWaits(CAPABILITIES.flatMap(({ waits = [] }) => waits));

/** What the App Home shows beside the partnership itself: first of all what waits for its reader. */
export async function homeSections(given: Context): Promise<readonly KnownBlock[]> {
  const ctx = keepingReads(given);
  const sections: KnownBlock[] = [...waitingHome(await waitsFor(ctx))];
  for (const { home } of CAPABILITIES) sections.push(...((await home?.(ctx)) ?? []));
  return sections;
}

/** What the queue does for every capability. */
export function createWork(parts: WorkParts): Pick<Handlers, 'work' | 'deliveries'> {
  const { contextFor, poster, files, board, homes, log, noticeKinds, publicUrl } = parts;
  const { whereabouts, hasLeft } = parts;
  const {
    'exchange.read': read,
    'exchange.apply': apply,
    ...exchange
  } = exchangeJobs({
    contextFor,
    poster,
    files,
  });
  return everyJob(
    {
      'exchange.read': read,
      'exchange.apply': apply,
      ...agreementJobs(contextFor, AGREEABLES),
      ...noticeboardJobs({ contextFor, board, poster, log }),
      ...milestoneWork(contextFor),
      ...digestWork({ contextFor }),
      ...checkinWork({ contextFor }),
    },
    {
      ...glossaryJobs(contextFor, poster),
      ...exchange,
      ...calendarDeliveries({ contextFor, poster, files, publicUrl }),
      ...readingJobs(poster),
      ...upkeepJobs({
        contextFor,
        poster,
        buttons: UPKEEP_BUTTONS,
        termMessage: sharedMessage,
      }),
      ...milestoneDeliveries(contextFor, poster),
      ...pictureJobs({ contextFor, poster, files }),
      ...partnershipJobs({ contextFor, homes, sections: homeSections }),
      ...digestDeliveries({ contextFor, poster, log, hasLeft, sources: DIGEST_SOURCES }),
      ...noticeJobs({ contextFor, poster, log, hasLeft, whereabouts, kinds: noticeKinds }),
      ...reachJobs({ contextFor, poster, log, looksAfter }),
      ...checkinDeliveries({ contextFor, poster, files, log }),
    },
  );
}

type OfCapabilities = Exclude<JobName, 'slack.event'>;

/** Compiles only where each job that is declared has somebody who does it. */
function everyJob<W extends Partial<HandlersOf<OfCapabilities>>>(
  work: W,
  deliveries: HandlersOf<Exclude<OfCapabilities, keyof W>>,
): Pick<Handlers, 'work' | 'deliveries'> {
  return { work, deliveries };
}
