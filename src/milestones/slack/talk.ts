import { isDoubt } from '../../agreements/proposal.ts';
import { type Context, keepingReads } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { agreeInWords, isAgreeingWord } from '../../slack/agreeing.ts';
import type { Answer } from '../../slack/answer.ts';
import { firstWord, halves, type Line, nameAndReason, type Talk } from '../../slack/line.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { sceneOf } from '../../slack/scene.ts';
import { completeMilestone } from '../complete-milestone.ts';
import { dropMilestone } from '../drop-milestone.ts';
import { moveIn } from '../forecast.ts';
import { lineFor } from '../line-for.ts';
import { listMilestones, type Seen } from '../list-milestones.ts';
import { lookUpMilestone } from '../look-up-milestone.ts';
import { normalizeTitle } from '../milestone.ts';
import { reopenMilestone } from '../reopen-milestone.ts';
import { reportForecast } from '../report-forecast.ts';
import { sayConfidence } from '../say-confidence.ts';
import { AGREEING } from './agreeing-talk.ts';
import { type DateReader, dated, refuseEarly } from './dated-talk.ts';
import { addForm, confidenceForm, datesForm, moveForm, proposeForm } from './form-view.ts';
import { milestonesHelp } from './help-view.ts';
import { MILESTONES } from './ids.ts';
import { listMessage } from './list-view.ts';
import { valueFor } from './milestone-buttons.ts';
import { milestoneMessage } from './milestone-view.ts';
import {
  confidenceSaid,
  doneMessage,
  droppedMessage,
  inviting,
  reopenedMessage,
  reportedMessage,
} from './outcome-view.ts';
import { PLAN_WORDS, planInWords } from './plan-talk.ts';
import { missedMessage, severalMessage } from './unfound-view.ts';
import { hintFor, type Scene } from './words.ts';

/** What a line says after its verb: `TITLE = REST`. */
type Said = {
  readonly ctx: Context;
  readonly line: Line;
  readonly scene: Scene;
  readonly seen: Seen;
  readonly rest: string;
  readonly read: DateReader;
};

type Verb = (said: Said) => Promise<Answer>;

const VERBS: Readonly<Record<string, Verb>> = {
  dates,
  propose,
  move,
  done,
  still: async ({ ctx, scene, seen }) =>
    reportedMessage(await reportForecast(ctx, idOf(seen)), scene),
  drop: async ({ ctx, scene, seen }) => droppedMessage(await dropMilestone(ctx, idOf(seen)), scene),
  reopen: async ({ ctx, scene, seen }) =>
    reopenedMessage(await reopenMilestone(ctx, idOf(seen)), scene),
  confidence,
};

/** Answers everything that begins with `milestones`, by whichever door it came. */
export function createMilestonesTalk(read: DateReader): Talk {
  return async (line) => {
    const { first, rest: words } = firstWord(line.words);
    const word = first.toLowerCase();
    if (word === 'help' && !words) return milestonesHelp();
    const ctx = await line.context();
    const scene = sceneOf(ctx, line.asking);
    const looking = keepingReads(ctx);
    if (!line.words) return listMessage(await listMilestones(ctx), 1, scene);
    const { title, rest } = isDoubt(word) ? await doubted(looking, words) : parted(words);
    if (word === 'add') return add(line, scene, { title, rest }, read);
    const verb = verbOf(word);
    const isPlan = PLAN_WORDS.includes(word);
    // A verb alone may be the name of one.
    const isVerb = words !== '' && (isPlan || verb !== undefined);
    const looked = await lookUpMilestone(looking, { title: isVerb ? title : line.words });
    if ('several' in looked) return severalMessage(looked.several, scene);
    if ('missed' in looked) return missedMessage(looked, scene, isVerb ? word : undefined);
    const seen = looked.found;
    if (isVerb && isPlan) {
      const raw = parted(firstWord(line.raw).rest).rest;
      return planInWords(line, scene, { word, seen, rest, raw, read });
    }
    if (isVerb && verb) return verb({ ctx, line, scene, seen, rest, read });
    return milestoneMessage(seen, scene);
  };
}

function verbOf(word: string): Verb | undefined {
  if (isAgreeingWord(word)) {
    return ({ ctx, scene, seen, rest }) => {
      const place = { ctx, scene, subjectId: seen.milestone.id };
      return agreeInWords(AGREEING, word, place, rest || undefined);
    };
  }
  return Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
}

/** `TITLE = REST`; without an equals sign all of it is the title. */
function parted(words: string): { readonly title: string; readonly rest: string } {
  const { name, rest = '' } = halves(words);
  return { title: name, rest };
}

/** The same of a doubt, before whose reason people leave the sign out. */
async function doubted(ctx: Context, words: string): Promise<ReturnType<typeof parted>> {
  const { name, rest = '' } = await nameAndReason(words, async () => {
    const all = await listMilestones(ctx);
    const titles = new Set(all.map(({ milestone }) => normalizeTitle(milestone.title)));
    return (one) => titles.has(normalizeTitle(one));
  });
  return { title: name, rest };
}

function idOf({ milestone }: Seen): { readonly milestoneId: string } {
  return { milestoneId: milestone.id };
}

async function add(
  line: Line,
  scene: Scene,
  { title, rest }: ReturnType<typeof parted>,
  read: DateReader,
): Promise<Answer> {
  if (rest) return dated(line, scene, { verb: 'add', words: title, text: rest }, read);
  if (title) await refuseEarly(await line.context(), { verb: 'add', words: title });
  const how = hintFor('add', title || 'TITLE', '31 March');
  const value = `- 0 - ${scene.channelId} ${title}`;
  return {
    view: addForm({ title }, scene),
    invitation: inviting(
      `To add a milestone, open the form. Or write ${how}.`,
      'Open the form',
      MILESTONES.add,
      value,
    ),
  };
}

type DatedVerb = 'dates' | 'done' | 'move' | 'propose';

/** The date that was written after the title; without one, what the form asks. */
async function inForm(
  { ctx, line, scene, seen, rest, read }: Said,
  verb: DatedVerb,
  why: string,
  form: () => Answer,
): Promise<Answer> {
  const { milestone } = seen;
  const words = milestone.title;
  if (rest) return dated(line, scene, { verb, words, milestone, text: rest, why }, read);
  await refuseEarly(ctx, { verb, words, milestone });
  return form();
}

/** `dates TITLE = TARGET; EARLIEST; LATEST`, the last two where they matter. */
async function dates(said: Said): Promise<Answer> {
  const { seen, scene } = said;
  const { title } = seen.milestone;
  const how = hintFor('dates', title, '1 March; 15 February; 31 March');
  const text = `To give your dates for “${inert(title)}”, open the form. Or write ${how}: what you would like, the earliest, the latest.`;
  return inForm(said, 'dates', '', () => ({
    view: datesForm(seen, scene),
    invitation: inviting(text, 'Give our dates', MILESTONES.dates, valueFor(seen, scene)),
  }));
}

async function propose(said: Said): Promise<Answer> {
  const { seen, scene } = said;
  const text = `Which day? ${hintFor('propose', seen.milestone.title, '31 March')}, or the form.`;
  const { proposeOther } = MILESTONES;
  return inForm(said, 'propose', '', () => ({
    view: proposeForm(seen, scene, undefined),
    invitation: inviting(text, 'Put a date forward', proposeOther, valueFor(seen, scene)),
  }));
}

async function move(said: Said): Promise<Answer> {
  const { seen, scene } = said;
  const how = hintFor('move', seen.milestone.title, '4 December because approval');
  const { date: rest, why } = moveIn(said.rest);
  return inForm({ ...said, rest }, 'move', why, () => ({
    view: moveForm(seen, scene),
    invitation: inviting(
      `Which day do you expect now? ${how}, or the form.`,
      'New date',
      MILESTONES.move,
      valueFor(seen, scene),
    ),
  }));
}

async function done(said: Said): Promise<Answer> {
  const { ctx, scene, seen, rest } = said;
  if (rest) return inForm(said, 'done', '', () => milestoneMessage(seen, scene));
  return doneMessage(await completeMilestone(ctx, idOf(seen)), scene);
}

async function confidence({ ctx, scene, seen, rest }: Said): Promise<Answer> {
  if (!rest) {
    const how = hintFor('confidence', seen.milestone.title, '4');
    const text = `How likely is the date? ${how}, or the form.`;
    return {
      view: confidenceForm(seen, scene),
      invitation: inviting(text, 'How likely?', MILESTONES.confidence, valueFor(seen, scene)),
    };
  }
  if (!/^[1-5](\s*(\/|of)\s*5)?$/.test(rest)) {
    const not = /^-?\d{1,6}([.,]\d+)?$/.test(rest) ? `${rest} is not between 1 and 5. ` : '';
    throw new Refusal(
      'invalid',
      `${not}How likely is it, from 1 (very unlikely) to 5 (very likely)? ${lineFor('confidence', seen.milestone.title, '4')}.`,
    );
  }
  const value = Number(rest[0]);
  return confidenceSaid(await sayConfidence(ctx, { ...idOf(seen), value }), value, scene);
}
