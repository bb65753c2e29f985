import { actingMember, type Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import { actions, section } from '../../slack/blocks.ts';
import { firstWord, type Line, type Talk } from '../../slack/line.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { listMeetings } from '../list-meetings.ts';
import type { Meeting } from '../meeting.ts';
import { type MeetingWords, meetingWordsIn, timeIn } from '../meeting-words.ts';
import { removeMeetings } from '../remove-meetings.ts';
import { seriesOf } from '../series.ts';
import { askOrAdd, type DayReader, listed, sceneOf } from './adding-talk.ts';
import { addForm } from './form-view.ts';
import { addButton, dayWords } from './views.ts';

export type MeetingsParts = {
  readonly read: DayReader;
  /** What the meetings make possible for which milestone, by its title. */
  readonly outlook: (ctx: Context) => Promise<readonly Possible[]>;
};

export type Possible = { readonly title: string; readonly earliestOn: string | undefined };

/** `/partnership meetings [add|remove NAME = DAY, DAY …]` */
export function createMeetingsTalk(parts: MeetingsParts): Talk {
  return async (line): Promise<Answer> => {
    const ctx = await line.context();
    const { first, rest } = firstWord(line.words);
    const verb = first.toLowerCase();
    if (verb !== 'add' && verb !== 'remove') return listed(ctx, line.asking);
    const words = meetingWordsIn(rest);
    if (verb === 'add' && !words && !rest.includes('=')) return inForm(ctx, line, rest);
    if (!words) throw unfinished(verb, rest);
    if (verb === 'remove') return remove(ctx, line.asking, words, parts);
    const { name, days: written, papersDueWorkingDays } = words;
    const startsAt = words.time === undefined ? undefined : startIn(words.time);
    const asked = { name, written, picked: [], startsAt, papersDueWorkingDays };
    return askOrAdd(ctx, line.asking, asked, parts.read);
  };
}

/** A time of day; refuses what is none, since a meeting without its time would be kept instead. */
export function startIn(text: string): string {
  const time = timeIn(text);
  if (time) return time;
  throw new Refusal(
    'invalid',
    `“${text.slice(0, 20)}” is no time of day that I know. Write it like \`18:30\`.`,
    'time',
  );
}

function inForm(ctx: Context, line: Line, name: string): Answer {
  actingMember(ctx);
  const { channelId } = sceneOf(ctx, line.asking);
  const text = `Which meeting, and on which days? Open the form, or write \`/partnership meetings add ${name.replaceAll('`', '') || 'council'} = 15 December, 5 January at 18:30 papers 10\`.`;
  return {
    view: addForm({ name, channelId }),
    invitation: { text, blocks: [section(text), actions([addButton(channelId)])] },
  };
}

function unfinished(verb: 'add' | 'remove', rest: string): Refusal {
  const name = rest.split('=')[0]?.trim().replaceAll('`', '') || 'council';
  const more = verb === 'add' ? ' at 18:30 papers 10' : '';
  return new Refusal(
    'invalid',
    `Which meeting, and on which days? \`/partnership meetings ${verb} ${name} = 15 December, 5 January${more}\`.`,
  );
}

async function remove(
  ctx: Context,
  asking: Asking,
  { name, days: written }: MeetingWords,
  { read, outlook }: MeetingsParts,
): Promise<Answer> {
  const { organizationId } = actingMember(ctx);
  const series = seriesOf(await listMeetings(ctx, {}), { organizationId, name });
  const days: string[] = [];
  for (const text of written) days.push(await heldDay(text, series, { ctx, asking, name, read }));
  const before = await outlook(ctx);
  await removeMeetings(ctx, { name, days });
  const after = await outlook(ctx);
  const consequences = after.flatMap(({ title, earliestOn }) => {
    const was = before.find((one) => one.title === title)?.earliestOn;
    if (!was || was === earliestOn) return [];
    return earliestOn
      ? [`${bold(title)} counted on it: its next possible day is ${dayWords(earliestOn)}.`]
      : [`${bold(title)} counted on it, and no later meeting is known for it.`];
  });
  const list = days.map(dayWords).join(', ');
  return listed(ctx, asking, [`Taken away: ${bold(name)} on ${list}.`, ...consequences].join('\n'));
}

/** Of all days that the words can mean, to come or over, the one on which the series meets. */
async function heldDay(
  text: string,
  series: readonly Meeting[],
  given: {
    readonly ctx: Context;
    readonly asking: Asking;
    readonly name: string;
    readonly read: DayReader;
  },
): Promise<string> {
  const { ctx, asking, name, read } = given;
  const [ahead, back] = [
    await read(text, ctx, asking, 'future'),
    await read(text, ctx, asking, 'past'),
  ];
  const days = [ahead, back].flatMap((reading) => ('days' in reading ? reading.days : []));
  if (days.length === 0 && 'message' in ahead) throw new Refusal('invalid', ahead.message);
  const held = [...new Set(days)].filter((on) => series.some(({ heldOn }) => heldOn === on));
  const [only] = held;
  if (only && held.length === 1) return only;
  if (only) {
    throw new Refusal(
      'invalid',
      `“${text}” can be ${held.map(dayWords).join(' or ')}. Write the one that you mean.`,
    );
  }
  const known = series.slice(-6).map(({ heldOn }) => dayWords(heldOn));
  throw new Refusal(
    'not-found',
    `Your organization has no meeting “${name}” on that day.${known.length > 0 ? ` It has ${known.join(', ')}.` : ''}`,
  );
}
