import type { Context } from '../../context.ts';
import { getOwnOrganization } from '../../partnerships/get-own-organization.ts';
import type { Partnership } from '../../partnerships/partnership.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer, Message } from '../../slack/answer.ts';
import { cut } from '../../slack/limits.ts';
import { firstWord, type Line, type Talk } from '../../slack/line.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { arrangeHours } from '../arrange-hours.ts';
import { arrangeOwnHours } from '../arrange-own-hours.ts';
import { closeDays } from '../close-days.ts';
import { dropHolidays } from '../drop-holidays.ts';
import { hoursIn, weekIn } from '../hours-in-words.ts';
import { offerHolidays } from '../offer-holidays.ts';
import { openDays } from '../open-days.ts';
import { showHours } from '../show-hours.ts';
import { type DayReader, readDays } from './days-talk.ts';
import { openCountries } from './holidays-talk.ts';
import { holidaysInvitation, previewMessage } from './holidays-view.ts';
import { hoursHelp, hoursMessage } from './hours-view.ts';
import { joined, stretches, stretchWords } from './words.ts';

type Verb = (ctx: Context, words: string, line: Line) => Promise<Answer>;

/** `/partnership hours [holidays|closed|open|week|quiet|mine …]` */
export function createHoursTalk(read: DayReader): Talk {
  const daysOf = (ctx: Context, words: string, line: Line, verb: string) => {
    if (!words) {
      throw new Refusal('invalid', `Which days? \`/partnership hours ${verb} 27 November 2026\`.`);
    }
    return readDays(words, (text) => read(text, ctx, line.asking), verb);
  };
  const verbs: Readonly<Record<string, Verb>> = {
    '': async (ctx) => hoursNow(ctx),
    help: async () => hoursHelp(),
    holidays,
    async closed(ctx, words, line) {
      const days = await daysOf(ctx, words, line, 'closed');
      return saidOfDays(await changed(ctx, closeDays(ctx, { days })), days, 'Closed');
    },
    async open(ctx, words, line) {
      const days = await daysOf(ctx, words, line, 'open');
      return saidOfDays(await changed(ctx, openDays(ctx, { days })), days, 'Open after all');
    },
    async week(ctx, words) {
      const workingWeek = getWeek(words);
      return hoursNow(await changed(ctx, arrangeHours(ctx, { workingWeek })), 'Saved.');
    },
    async quiet(ctx, words) {
      const quietHours = getQuietHours(words);
      return hoursNow(await changed(ctx, arrangeHours(ctx, { quietHours })), 'Saved.');
    },
    mine,
  };
  return async (line) => {
    const { first, rest } = firstWord(line.words);
    const word = first.toLowerCase();
    const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
    const ctx = await line.context();
    return verb
      ? verb(ctx, rest.trim(), line)
      : hoursHelp(`I don’t know “${inert(cut(first, 40))}”. What can be said of hours:`);
  };
}

async function holidays(ctx: Context, words: string): Promise<Answer> {
  await getOwnOrganization(ctx);
  const [channelId = ''] = ctx.partnership.channelIds;
  if (!words) return holidaysInvitation(await openCountries(ctx, channelId), channelId);
  if (isOff(words)) {
    return hoursNow(await changed(ctx, dropHolidays(ctx)), 'The imported holidays are taken back.');
  }
  return previewMessage(await offerHolidays(ctx, { words }), channelId);
}

async function mine(ctx: Context, words: string): Promise<Answer> {
  const [named] = /^holidays?\b/i.exec(words) ?? [];
  if (!words) return hoursNow(ctx);
  const member = await arrangeOwnHours(
    ctx,
    named === undefined
      ? { workingHours: getWorkingHours(words) }
      : { holidays: words.slice(named.length).trim() },
  );
  return hoursNow({ ...ctx, member }, 'Saved, for you alone.');
}

export async function hoursNow(ctx: Context, lead?: string): Promise<Message> {
  return hoursMessage(await showHours(ctx), lead);
}

export async function changed(ctx: Context, work: Promise<Partnership>): Promise<Context> {
  return { ...ctx, partnership: await work };
}

async function saidOfDays(ctx: Context, days: readonly string[], verb: string): Promise<Message> {
  const seen = await showHours(ctx);
  const words = stretches(days, () => true).map((one) => stretchWords(one, seen.today));
  return hoursMessage(seen, `${verb}: ${joined(words.slice(0, 20))}.`);
}

function isOff(words: string): boolean {
  return /^(?:off|none|no)$/i.test(words.trim());
}

function getWeek(words: string): readonly number[] {
  const week = weekIn(words);
  if (week) return week;
  throw new Refusal(
    'invalid',
    'On which days do you work? Write it like `/partnership hours week mon-fri`, or `week sun-thu`, or `week mon, tue, thu`.',
    'week',
  );
}

export function getQuietHours(words: string) {
  if (isOff(words)) return { from: '00:00', to: '00:00' };
  const hours = hoursIn(words);
  if (hours && hours.from !== hours.to) return hours;
  throw new Refusal(
    'invalid',
    hours
      ? 'Quiet hours that end when they begin are none: `/partnership hours quiet off`.'
      : 'From when to when? Times go from 00:00 to 24:00: `/partnership hours quiet 18:00-08:00`, or `quiet off`.',
    'quiet',
  );
}

export function getWorkingHours(words: string) {
  const hours = hoursIn(words);
  if (hours) return hours;
  throw new Refusal(
    'invalid',
    'From when to when do you work? Times go from 00:00 to 24:00: `/partnership hours mine 10:00-18:30`.',
    'workingHours',
  );
}
