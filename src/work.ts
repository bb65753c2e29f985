import type { KnownBlock } from '@slack/types';
import { agreementJobs } from './agreements/jobs.ts';
import { calendarsHear } from './calendars/hears.ts';
import { calendarDeliveries } from './calendars/jobs.ts';
import { checkinsHear } from './checkins/hears.ts';
import { checkinDeliveries, checkinWork } from './checkins/jobs.ts';
import { checkinsDigest } from './checkins/slack/digest-talk.ts';
import { checkinsHome } from './checkins/slack/home-talk.ts';
import { createCheckinNotices } from './checkins/slack/notice-talk.ts';
import type { Context } from './context.ts';
import type { DigestSource } from './digest/digest-source.ts';
import { digestHears } from './digest/hears.ts';
import { digestDeliveries, digestWork } from './digest/jobs.ts';
import { exchangeJobs } from './exchange/jobs.ts';
import type { Hears } from './facts.ts';
import { termAgreeable } from './glossary/agreeable.ts';
import { glossaryJobs } from './glossary/jobs.ts';
import { sharedMessage } from './glossary/slack/announcement-view.ts';
import { glossaryDigest } from './glossary/slack/digest-talk.ts';
import { glossaryHome } from './glossary/slack/home-talk.ts';
import { changeButton, defineButton } from './glossary/slack/ids.ts';
import { holidaysDigest } from './hours/slack/digest-talk.ts';
import type { Logger } from './log.ts';
import type { HasLeft } from './members/leave-channel.ts';
import { milestoneAgreeable } from './milestones/agreeable.ts';
import { milestoneDeliveries, milestoneWork } from './milestones/jobs.ts';
import { pictureJobs } from './milestones/picture-jobs.ts';
import { milestonesDigest } from './milestones/slack/digest-talk.ts';
import { milestonesHome } from './milestones/slack/home-talk.ts';
import { createNoticeKinds } from './milestones/slack/notice-talk.ts';
import { noticeboardHears } from './noticeboard/hears.ts';
import { noticeboardJobs } from './noticeboard/jobs.ts';
import { noticesHear } from './notices/hears.ts';
import { noticeJobs } from './notices/jobs.ts';
import type { NoticeKind } from './notices/notice-kind.ts';
import { partnershipsHear } from './partnerships/hears.ts';
import { partnershipJobs } from './partnerships/jobs.ts';
import { closuresDigest } from './partnerships/slack/digest-talk.ts';
import { reachHears } from './reach/hears.ts';
import { reachJobs } from './reach/jobs.ts';
import { readingJobs } from './reading/jobs.ts';
import type { Handlers, HandlersOf, JobName } from './schedule/queue.ts';
import type { Board } from './slack/board.ts';
import type { Files } from './slack/files.ts';
import type { Homes } from './slack/homes.ts';
import type { Poster } from './slack/post.ts';
import type { Whereabouts } from './slack/whereabouts.ts';
import { upkeepHears } from './upkeep/hears.ts';
import { upkeepJobs } from './upkeep/jobs.ts';
import { createMissingWordsDigest } from './upkeep/slack/digest-talk.ts';

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

/** What each partnership has done for it in turns; every one of these jobs sets its next turn. */
export const RECURRING: readonly JobName[] = [
  'digest.turn',
  'upkeep.word',
  'upkeep.week',
  'checkins.turn',
];

export const UPKEEP_BUTTONS = { changeButton, defineButton };

/** What coordinators read on Mondays; a capability joins by adding its source. */
export const DIGEST_SOURCES: readonly DigestSource[] = [
  milestonesDigest,
  glossaryDigest,
  closuresDigest,
  holidaysDigest,
  createMissingWordsDigest(UPKEEP_BUTTONS),
  checkinsDigest,
];

/** Who hears of what others cause; a capability joins by adding what it hears. */
export const HEARS: readonly Hears[] = [
  partnershipsHear,
  reachHears,
  calendarsHear,
  digestHears,
  noticesHear,
  upkeepHears,
  noticeboardHears,
  checkinsHear,
];

/** What people are told unasked; a capability joins by adding its kinds. */
export const NOTICE_KINDS: readonly NoticeKind[] = [
  ...createNoticeKinds(),
  ...createCheckinNotices(),
];

/** What the App Home shows beside the partnership itself. */
export async function homeSections(ctx: Context): Promise<readonly KnownBlock[]> {
  return [
    ...(await milestonesHome(ctx)),
    ...(await glossaryHome(ctx)),
    ...(await checkinsHome(ctx)),
  ];
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
      ...agreementJobs(contextFor, [termAgreeable, milestoneAgreeable]),
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
      ...reachJobs({ contextFor, poster, log }),
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
