import { spokenBy as spokenInAgreements } from './agreements/spoken-by.ts';
import { calendarsHear } from './calendars/hears.ts';
import type { Capability } from './capability.ts';
import { checkinsHear } from './checkins/hears.ts';
import { checkinsDigest } from './checkins/slack/digest-talk.ts';
import { checkinsHome } from './checkins/slack/home-talk.ts';
import { createCheckinNotices } from './checkins/slack/notice-talk.ts';
import { CHECKINS_NOUN } from './checkins/slack/talk.ts';
import { checkinsWait } from './checkins/slack/waits-talk.ts';
import { digestHears } from './digest/hears.ts';
import { importsWait } from './exchange/slack/waits-talk.ts';
import { termAgreeable } from './glossary/agreeable.ts';
import { glossaryDigest } from './glossary/slack/digest-talk.ts';
import { changeButton, defineButton } from './glossary/slack/ids.ts';
import { termsWait } from './glossary/slack/waits-talk.ts';
import { spokenBy as spokenInTerms } from './glossary/spoken-by.ts';
import { holidaysDigest } from './hours/slack/digest-talk.ts';
import { createMeetingsNoun } from './meetings/slack/talk.ts';
import { milestoneAgreeable } from './milestones/agreeable.ts';
import { listOutlook } from './milestones/list-outlook.ts';
import { listOwned } from './milestones/list-owned.ts';
import { milestonesDigest } from './milestones/slack/digest-talk.ts';
import { milestonesHome } from './milestones/slack/home-talk.ts';
import { createNoticeKinds } from './milestones/slack/notice-talk.ts';
import { milestonesWait } from './milestones/slack/waits-talk.ts';
import { spokenBy as spokenInMilestones } from './milestones/spoken-by.ts';
import { noticeboardHears } from './noticeboard/hears.ts';
import { noticesHear } from './notices/hears.ts';
import { partnershipsHear } from './partnerships/hears.ts';
import { closuresDigest } from './partnerships/slack/digest-talk.ts';
import { reachHears } from './reach/hears.ts';
import { readingWaits } from './reading/slack/waits-talk.ts';
import type { Noun } from './slack/verbs/verb.ts';
import { spokenBy as spokenInDates } from './timelines/spoken-by.ts';
import { upkeepHears } from './upkeep/hears.ts';
import { createMissingWordsDigest } from './upkeep/slack/digest-talk.ts';

export const UPKEEP_BUTTONS = { changeButton, defineButton };

/**
 * The rooms of the house. A new one is a folder, its line here, and its jobs in `work.ts`. Their order is that
 * in which they come on the App Home, in the digest and among what waits.
 */
export const CAPABILITIES: readonly Capability[] = [
  { name: 'agreements', spokenBy: spokenInAgreements },
  { name: 'timelines', spokenBy: spokenInDates },
  { name: 'partnerships', hears: partnershipsHear },
  { name: 'reach', hears: reachHears },
  { name: 'calendars', hears: calendarsHear },
  { name: 'digest', turns: ['digest.turn'], hears: digestHears },
  { name: 'notices', hears: noticesHear },
  { name: 'meetings', nouns: [createMeetingsNoun(listOutlook) as Noun] },
  {
    name: 'milestones',
    notices: createNoticeKinds(),
    digest: [milestonesDigest],
    waits: milestonesWait,
    home: milestonesHome,
    agreeable: milestoneAgreeable,
    looksAfter: (ctx, memberId) => listOwned(ctx, { memberId }),
    spokenBy: spokenInMilestones,
  },
  {
    name: 'glossary',
    digest: [glossaryDigest],
    waits: termsWait,
    agreeable: termAgreeable,
    spokenBy: spokenInTerms,
  },
  {
    name: 'checkins',
    nouns: [CHECKINS_NOUN],
    turns: ['checkins.turn'],
    hears: checkinsHear,
    notices: createCheckinNotices(),
    digest: [checkinsDigest],
    waits: checkinsWait,
    home: checkinsHome,
  },
  { name: 'exchange', waits: importsWait },
  { name: 'reading', waits: readingWaits },
  { name: 'hours', digest: [closuresDigest, holidaysDigest] },
  {
    name: 'upkeep',
    turns: ['upkeep.word', 'upkeep.week'],
    hears: upkeepHears,
    digest: [createMissingWordsDigest(UPKEEP_BUTTONS)],
  },
  { name: 'noticeboard', hears: noticeboardHears },
];
