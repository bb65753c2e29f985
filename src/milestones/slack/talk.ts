import type { Context } from '../../context.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Line, Talk } from '../../slack/line.ts';
import { completeMilestone } from '../complete-milestone.ts';
import { dropMilestone } from '../drop-milestone.ts';
import { endorseMilestone } from '../endorse-milestone.ts';
import { getMilestone } from '../get-milestone.ts';
import { listMilestones } from '../list-milestones.ts';
import { milestoneHistory } from '../milestone-history.ts';
import { objectToMilestone } from '../object-to-milestone.ts';
import { reopenMilestone } from '../reopen-milestone.ts';
import { reportForecast } from '../report-forecast.ts';
import { sayConfidence } from '../say-confidence.ts';
import { withdrawFromMilestone } from '../withdraw-from-milestone.ts';
import { type DateReader, dated } from './dated-talk.ts';
import {
  addForm,
  confidenceForm,
  datesForm,
  moveForm,
  objectForm,
  proposeForm,
} from './form-view.ts';
import { milestonesHelp } from './help-view.ts';
import { MILESTONES } from './ids.ts';
import { historyMessage, listMessage } from './list-view.ts';
import { milestoneMessage, valueFor } from './milestone-view.ts';
import {
  doneMessage,
  droppedMessage,
  endorsedMessage,
  inviting,
  objectedMessage,
  reopenedMessage,
  reportedMessage,
  withdrawnMessage,
} from './outcome-view.ts';
import { PLAN_WORDS, planInWords } from './plan-talk.ts';
import type { Scene } from './words.ts';

/** What a line says after its verb: `TITLE = REST`. */
type Said = {
  readonly ctx: Context;
  readonly line: Line;
  readonly scene: Scene;
  readonly title: string;
  readonly rest: string;
  readonly read: DateReader;
};

type Verb = (said: Said) => Promise<Answer>;

const VERBS: Readonly<Record<string, Verb>> = {
  add,
  dates,
  propose,
  move,
  done,
  still: async ({ ctx, scene, title }) => {
    const { milestone } = await getMilestone(ctx, { title });
    return reportedMessage(await reportForecast(ctx, { milestoneId: milestone.id }), scene);
  },
  drop: async ({ ctx, scene, title }) =>
    droppedMessage(await dropMilestone(ctx, await idOf(ctx, title)), scene),
  reopen: async ({ ctx, scene, title }) =>
    reopenedMessage(await reopenMilestone(ctx, await idOf(ctx, title)), scene),
  endorse: async ({ ctx, scene, title }) =>
    endorsedMessage(await endorseMilestone(ctx, await idOf(ctx, title)), scene),
  object,
  withdraw: async ({ ctx, scene, title }) =>
    withdrawnMessage(await withdrawFromMilestone(ctx, await idOf(ctx, title)), scene),
  confidence,
  history: async ({ ctx, scene, title }) => {
    const { seen, lines } = await milestoneHistory(ctx, await idOf(ctx, title));
    return historyMessage(seen, lines, scene);
  },
};

/** Answers everything that begins with `milestones`, by whichever door it came. */
export function createMilestonesTalk(read: DateReader): Talk {
  return async (line) => {
    const [, first = '', words = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line.words) ?? [];
    const word = first.toLowerCase();
    if (word === 'help' && !words) return milestonesHelp();
    const ctx = await line.context();
    const scene = sceneOf(ctx, line.asking);
    if (!line.words) return listMessage(await listMilestones(ctx), 1, scene);
    const { title, rest } = parted(words);
    if (PLAN_WORDS.includes(word) && words) {
      const raw = parted(line.raw.replace(/^\S+\s*/, '')).rest;
      return planInWords(ctx, scene, { word, title, rest, raw, read, asking: line.asking });
    }
    const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
    // A verb alone may be the name of one, but for those that open a form.
    if (verb && (words || word === 'add')) return verb({ ctx, line, scene, title, rest, read });
    return milestoneMessage(await getMilestone(ctx, { title: line.words }), scene);
  };
}

export function sceneOf(ctx: Context, asking: Asking): Scene {
  const { organizations, channelIds } = ctx.partnership;
  const here = asking.isDirect ? undefined : asking.channelId;
  const channelId = here && channelIds.includes(here) ? here : (channelIds[0] ?? '');
  const viewer = ctx.member?.organizationId;
  const zone = ctx.member?.timeZone ?? organizationById(ctx.partnership, viewer ?? '')?.timeZone;
  return { organizations, channelId, viewer, today: localDate(ctx.clock.now(), zone ?? 'UTC') };
}

/** `TITLE = REST`; without an equals sign all of it is the title. */
function parted(words: string): { readonly title: string; readonly rest: string } {
  const [, title = words, rest = ''] = /^([^=]*)=([\s\S]*)$/.exec(words) ?? [];
  return { title: title.trim(), rest: rest.trim() };
}

async function idOf(ctx: Context, title: string): Promise<{ readonly milestoneId: string }> {
  return { milestoneId: (await getMilestone(ctx, { title })).milestone.id };
}

async function add({ line, scene, title, rest, read }: Said): Promise<Answer> {
  if (!rest) {
    const view = addForm({ title }, scene);
    const text =
      'To add a milestone, open the form. Or write `/partnership milestones add TITLE = 31 March`.';
    return {
      view,
      invitation: inviting(
        text,
        'Open the form',
        MILESTONES.add,
        `- 0 - ${scene.channelId} ${title}`,
      ),
    };
  }
  return dated(line, scene, { verb: 'add', words: title, text: rest }, read);
}

/** `dates TITLE = TARGET; EARLIEST; LATEST`, the last two where they matter. */
async function dates({ ctx, line, scene, title, rest, read }: Said): Promise<Answer> {
  const seen = await getMilestone(ctx, { title });
  if (!rest) {
    const text = `To give your dates for “${seen.milestone.title}”, open the form. Or write \`/partnership milestones dates TITLE = 1 March; 15 February; 31 March\`: what you would like, the earliest, the latest.`;
    return {
      view: datesForm(seen, scene),
      invitation: inviting(text, 'Give our dates', MILESTONES.dates, valueFor(seen, scene)),
    };
  }
  return dated(line, scene, { verb: 'dates', words: seen.milestone.title, text: rest }, read);
}

async function propose({ ctx, line, scene, title, rest, read }: Said): Promise<Answer> {
  const seen = await getMilestone(ctx, { title });
  if (!rest) {
    const text = 'Which day? `/partnership milestones propose TITLE = 31 March`, or the form.';
    return {
      view: proposeForm(seen, scene, undefined),
      invitation: inviting(
        text,
        'Put a date forward',
        MILESTONES.proposeOther,
        valueFor(seen, scene),
      ),
    };
  }
  return dated(line, scene, { verb: 'propose', words: seen.milestone.title, text: rest }, read);
}

async function move({ ctx, line, scene, title, rest, read }: Said): Promise<Answer> {
  const seen = await getMilestone(ctx, { title });
  if (!rest) {
    const text =
      'Which day do you expect now? `/partnership milestones move TITLE = 4 December because approval`, or the form.';
    return {
      view: moveForm(seen, scene),
      invitation: inviting(text, 'New date', MILESTONES.move, valueFor(seen, scene)),
    };
  }
  const [, text = rest, why = ''] = /^(.*?)\s+because\s+(?:of\s+)?(.*)$/is.exec(rest) ?? [];
  return dated(line, scene, { verb: 'move', words: seen.milestone.title, text, why }, read);
}

async function done({ ctx, line, scene, title, rest, read }: Said): Promise<Answer> {
  const { milestone } = await getMilestone(ctx, { title });
  if (rest) return dated(line, scene, { verb: 'done', words: milestone.title, text: rest }, read);
  return doneMessage(await completeMilestone(ctx, { milestoneId: milestone.id }), scene);
}

async function object({ ctx, scene, title, rest }: Said): Promise<Answer> {
  const seen = await getMilestone(ctx, { title });
  if (!rest) {
    const text =
      'What would have to change? `/partnership milestones object TITLE = REASON`, or the form.';
    return {
      view: objectForm(seen, scene),
      invitation: inviting(text, 'Object', MILESTONES.object, valueFor(seen, scene)),
    };
  }
  const { id: milestoneId } = seen.milestone;
  return objectedMessage(await objectToMilestone(ctx, { milestoneId, reason: rest }), scene);
}

async function confidence({ ctx, scene, title, rest }: Said): Promise<Answer> {
  const seen = await getMilestone(ctx, { title });
  if (!rest) {
    const text =
      'How likely is the date? `/partnership milestones confidence TITLE = 4`, or the form.';
    return {
      view: confidenceForm(seen, scene),
      invitation: inviting(text, 'How likely?', MILESTONES.confidence, valueFor(seen, scene)),
    };
  }
  if (!/^[1-5](\s*(\/|of)\s*5)?$/.test(rest)) {
    throw new Refusal(
      'invalid',
      'How likely is it, from 1 (very unlikely) to 5 (very likely)? `/partnership milestones confidence TITLE = 4`.',
    );
  }
  const milestoneId = seen.milestone.id;
  const value = Number(rest[0]);
  return milestoneMessage(
    await sayConfidence(ctx, { milestoneId, value }),
    scene,
    'Saved, with your organization’s name.',
  );
}
