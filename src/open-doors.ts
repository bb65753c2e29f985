import type { App } from '@slack/bolt';
import { createCalendarTalk, registerCalendars } from './calendars/slack/talk.ts';
import { UPKEEP_BUTTONS } from './capabilities.ts';
import type { ChannelChange } from './channels/follow-channel.ts';
import { registerChannels } from './channels/slack/listeners.ts';
import { registerCheckins } from './checkins/slack/listeners.ts';
import type { Context } from './context.ts';
import type { PrismaClient } from './database/client.ts';
import type { PartnershipCache } from './database/partnership-cache.ts';
import { createDigestTalk, registerDigest } from './digest/slack/talk.ts';
import { registerExchange } from './exchange/slack/listeners.ts';
import { exportTalk, importTalk } from './exchange/slack/talk.ts';
import type { Lexicon } from './explaining/lexicon.ts';
import { registerExplaining } from './explaining/slack/listeners.ts';
import { createExplainTalk } from './explaining/slack/talk.ts';
import type { Facts } from './facts.ts';
import { defineButton, lookUpButton } from './glossary/slack/ids.ts';
import { registerGlossary } from './glossary/slack/listeners.ts';
import { createGlossaryTalk } from './glossary/slack/talk.ts';
import { registerHours } from './hours/slack/listeners.ts';
import { createHoursTalk } from './hours/slack/talk.ts';
import { followPerson } from './members/follow-person.ts';
import { leaveAbsent } from './members/leave-absent.ts';
import { leaveChannel } from './members/leave-channel.ts';
import type { DateReader } from './milestones/slack/dated-talk.ts';
import { milestonesHomeOpened } from './milestones/slack/home-talk.ts';
import { registerMilestones } from './milestones/slack/listeners.ts';
import { createMilestonesTalk } from './milestones/slack/talk.ts';
import { registerTimeline, timelineTalk } from './milestones/slack/timeline-talk.ts';
import type { NoticeKind } from './notices/notice-kind.ts';
import { registerNotices } from './notices/slack/listeners.ts';
import { organizationById } from './partnerships/partnership.ts';
import { registerHome } from './partnerships/slack/home-listeners.ts';
import { registerPartnerships } from './partnerships/slack/listeners.ts';
import { createPartnershipTalk } from './partnerships/slack/talk.ts';
import { findPartnershipOfChannel } from './partnerships/store.ts';
import { workplaceOf } from './partnerships/workplaces.ts';
import { isRead } from './reading/is-read.ts';
import { registerReading } from './reading/slack/listeners.ts';
import { readingTalk } from './reading/slack/talk.ts';
import { Refusal } from './refusal.ts';
import type { Clock } from './schedule/clock.ts';
import type { Message } from './slack/answer.ts';
import type { Asking } from './slack/asking.ts';
import type { Clients } from './slack/clients.ts';
import type { createContexts } from './slack/context-of.ts';
import { type Directory, personIn } from './slack/directory.ts';
import type { Doors } from './slack/doors.ts';
import { registerLines } from './slack/lines.ts';
import type { Look } from './slack/look.ts';
import { createMessages } from './slack/messages.ts';
import type { Poster } from './slack/post.ts';
import type { Presence } from './slack/presence.ts';
import { openNoun } from './slack/verbs/open-noun.ts';
import type { DayReader } from './slack/verbs/read-day.ts';
import type { Noun } from './slack/verbs/verb.ts';
import { registerSpotting } from './spotting/slack/listeners.ts';
import { findDate, readDate } from './time/dates/read-date.ts';
import { registerUpkeep } from './upkeep/slack/listeners.ts';
import { DIGEST_SOURCES, homeSections, waitsFor } from './work.ts';

export type Reach = ReturnType<typeof createContexts> & {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly facts: Facts;
  readonly clients: Clients;
  readonly poster: Poster;
  readonly directory: Directory;
  readonly presence: Presence;
  readonly look: Look;
  readonly follow: (change: ChannelChange) => Promise<void>;
  readonly botUserId: () => string | undefined;
  readonly tokenDoubted: () => Promise<void>;
  readonly lookUps: PartnershipCache<Message>;
  readonly lexicons: PartnershipCache<Lexicon>;
  readonly noticeKinds: readonly NoticeKind[];
  readonly nouns: readonly Noun[];
  readonly publicUrl: string | undefined;
};

/** Everything that people can say, press and open; each capability by its own listeners. */
export function openDoors(slack: App, doors: Doors, parts: Reach): void {
  const { db, clock, facts, clients, poster, directory, presence, lookUps, lexicons } = parts;
  const { contextOf, partnershipNow } = parts;

  const explaining = {
    lexicons,
    messages: createMessages(clients.waiting),
    buttons: { define: defineButton, lookUp: lookUpButton },
  };
  const glossary = createGlossaryTalk(db, lookUps, {
    explain: createExplainTalk(explaining),
    import: importTalk,
    export: exportTalk,
    reading: readingTalk,
  });
  const reader =
    (read: typeof findDate): DateReader =>
    async (text, ctx, asking, direction) => {
      const person = asking.userId ? await directory.person(asking.userId) : undefined;
      const timeZone = person?.timeZone ?? ctx.member?.timeZone ?? 'UTC';
      const own = organizationById(ctx.partnership, ctx.member?.organizationId ?? '');
      const calendar = own && workplaceOf(own).calendar;
      const locale = person?.locale ?? 'en-US';
      const speaker = { now: clock.now(), timeZone, locale, direction, calendar };
      return read(text, speaker) ?? { kind: 'unclear', message: '' };
    };
  const readDay: DayReader = async (text, ctx, asking, direction) => {
    const reading = await reader(readDate)(text, ctx, asking, direction);
    if (reading.kind === 'ambiguous') return { days: reading.choices, isExact: false };
    return reading.kind === 'date' ? { days: [reading.on], isExact: reading.isExact } : reading;
  };
  const certainDay = async (text: string, ctx: Context, asking: Asking): Promise<string> => {
    const reading = await readDay(text, ctx, asking, 'future');
    if ('message' in reading) throw new Refusal('invalid', reading.message);
    const [on, other] = reading.days;
    if (on && !other) return on;
    throw new Refusal('invalid', `“${text}” can be read in two ways. Write it as 31 March 2027.`);
  };
  const people = { person: directory.person, isInChannel: presence.isInNow };
  const {
    talk: partnership,
    help,
    helpTalk,
    words,
  } = createPartnershipTalk(
    {
      glossary,
      milestones: createMilestonesTalk(reader(readDate)),
      hours: createHoursTalk(certainDay),
      timeline: timelineTalk,
      calendar: createCalendarTalk(parts.publicUrl),
      digest: createDigestTalk(DIGEST_SOURCES),
      ...Object.fromEntries(parts.nouns.map((noun) => [noun.name, openNoun(noun, doors, readDay)])),
    },
    people,
    waitsFor,
  );
  doors.command('/glossary', glossary);
  doors.command('/partnership', partnership);
  const talks = { glossary, partnership, help: helpTalk };
  registerLines(slack, doors, talks, { talk: 'partnership', words });
  registerGlossary(doors, poster);
  registerHours(doors, certainDay);
  registerTimeline(doors);
  registerCalendars(doors, parts.publicUrl);
  registerDigest(doors, DIGEST_SOURCES);
  registerMilestones(doors, { poster, findDate: reader(findDate) });
  registerCheckins(doors);
  registerNotices(doors, parts.noticeKinds);
  registerExchange(doors);
  registerUpkeep(doors, UPKEEP_BUTTONS);
  registerReading(doors, poster);
  registerSpotting(slack, doors, {
    contextOf,
    lexicons,
    isRead: (channelId) => isRead(db, channelId),
  });
  registerExplaining(slack, doors, {
    ...explaining,
    contextOf,
    isRead: (channelId) => isRead(db, channelId),
  });
  registerPartnerships(doors, people);
  registerHome(slack, { contextOf, sections: homeSections, opened: milestonesHomeOpened });
  registerChannels(slack, doors, {
    db,
    clock,
    poster,
    look: parts.look,
    follow: parts.follow,
    botUserId: parts.botUserId,
    tokenDoubted: parts.tokenDoubted,
    help,
    isKnown: async (channelId) => (await findPartnershipOfChannel(db, channelId)) !== undefined,
    reconcile: async (channelId, asking) => (await partnershipNow(channelId, asking)) !== undefined,
    moved: presence.forget,
    lookForAbsent: async (channelId) => {
      const found = await findPartnershipOfChannel(db, channelId);
      const given = { facts, now: clock.now(), isInChannel: presence.isIn };
      if (found) await leaveAbsent(db, found, given);
    },
    personChanged: async (user) => {
      await followPerson({ db, facts, now: clock.now() }, personIn(user));
    },
    memberLeft: async (channelId, { userId = '' }) => {
      const found = await findPartnershipOfChannel(db, channelId);
      const isInChannel = (id: string) => presence.isInNow(id, userId);
      const left = { userId, facts, now: clock.now(), isInChannel };
      if (found) await leaveChannel(db, found, left);
    },
  });
}
