import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Line } from '../../slack/line.ts';
import { dayIn } from '../../slack/value-in.ts';
import type { Direction, ReadDate } from '../../time/dates/read-date.ts';
import { addMilestone } from '../add-milestone.ts';
import { checkTitle } from '../check-title.ts';
import { completeMilestone } from '../complete-milestone.ts';
import { moveReasonIn } from '../forecast.ts';
import { getMilestone } from '../get-milestone.ts';
import { giveDates, refuseDatesFault, refuseUnlessContributing } from '../give-dates.ts';
import { lineFor } from '../line-for.ts';
import type { Milestone } from '../milestone.ts';
import { refuseUnlessOwned } from '../owned-milestone.ts';
import { planMilestone } from '../plan-milestone.ts';
import { proposeDate, refuseUnlessOpenToDates } from '../propose-date.ts';
import { refuseFarDate } from '../refuse-far-date.ts';
import { refuseUnlessMovable, reportForecast } from '../report-forecast.ts';
import { confirmMessage, reasonsMessage } from './confirm-view.ts';
import type { Pending } from './ids.ts';
import { milestoneMessage } from './milestone-view.ts';
import {
  addedMessage,
  datesMessage,
  doneMessage,
  proposedMessage,
  reportedMessage,
} from './outcome-view.ts';
import { type Scene, wholeDay } from './words.ts';

/** Reads a date in the zone and the language of whoever wrote it. */
export type DateReader = (
  text: string,
  ctx: Context,
  asking: Asking,
  direction?: Direction,
) => Promise<ReadDate>;

const WHOLE =
  'One of those days can be read in two ways. Write it with its year, such as `31 March 2027`.';

type Verb = Pending['verb'];

type Dated = {
  readonly verb: Verb;
  /** The title. */
  readonly words: string;
  /** Undefined for one that is to be added. */
  readonly milestone?: Milestone;
  /** The date as it was written; for `dates` up to three of them. */
  readonly text: string;
  readonly why?: string;
};

/** What would be refused whichever day it is; asked before the day is. */
type May = (ctx: Context, milestone: Milestone) => Promise<void>;

const MAY: Readonly<Record<Exclude<Verb, 'add'>, May>> = {
  dates: refuseUnlessContributing,
  done: refuseUnlessOwned,
  latest: refuseUnlessOwned,
  async move(ctx, milestone) {
    await refuseUnlessOwned(ctx, milestone);
    refuseUnlessMovable(milestone);
  },
  propose: refuseUnlessOpenToDates,
};

export async function refuseEarly(
  ctx: Context,
  { verb, milestone, words }: Pick<Dated, 'verb' | 'milestone' | 'words'>,
): Promise<void> {
  if (verb === 'add') await checkTitle(ctx, { title: words });
  else if (milestone) await MAY[verb](ctx, milestone);
}

/** Does what was asked for with a date in words; asks back where it can be read in other ways. */
export async function dated(
  line: Line,
  scene: Scene,
  given: Dated,
  read: DateReader,
): Promise<Answer> {
  const ctx = await line.context();
  const { verb, words, milestone, text, why = '' } = given;
  await refuseEarly(ctx, given);
  const parts = verb === 'dates' ? text.split(';').map((part) => part.trim()) : [text];
  if (!parts[0] || parts.length > 3) {
    const how = lineFor('dates', words, '1 March; 15 February; 31 March');
    throw new Refusal(
      'invalid',
      `Which day would suit you, and where it matters the earliest and the latest? ${how}. For no earliest day leave its place empty: \`1 March; ; 31 March\`.`,
      'target',
    );
  }
  const direction = verb === 'done' ? 'past' : 'future';
  const readings: (readonly string[])[] = [];
  let isExact = true;
  for (const [at, part] of parts.entries()) {
    const reading: ReadDate = part
      ? await read(part, ctx, line.asking, direction)
      : { kind: 'date', on: '', isExact: true };
    if (reading.kind === 'date') {
      isExact &&= reading.isExact;
      readings.push([reading.on]);
    } else if (reading.kind === 'ambiguous' && at === 0) {
      isExact = false;
      readings.push(reading.choices);
    } else {
      throw new Refusal('invalid', 'message' in reading ? reading.message : WHOLE, 'target');
    }
  }
  const [targets = [], [earliestOn = ''] = [], [latestOn = ''] = []] = readings;
  for (const on of verb === 'done' ? [] : targets) refuseFarDate(ctx, on);
  if (verb === 'dates' && milestone && targets.length === 1) {
    const ends = { earliestOn: earliestOn || undefined, latestOn: latestOn || undefined };
    refuseDatesFault(ctx, milestone, { targetOn: targets[0] ?? '', ...ends });
  }
  const { kind, isDirect } = line.asking;
  const pendings = targets.map(
    (on): Pending => ({
      verb,
      channelId: scene.channelId,
      on,
      words: [
        ...(verb === 'dates' ? [earliestOn, latestOn] : []),
        words,
        ...(verb === 'move' && why ? [why.slice(0, 200)] : []),
      ].join('\n'),
      isPublic: kind === 'event' && !isDirect,
    }),
  );
  const [only] = pendings;
  if (isExact && only && pendings.length === 1) return carryOut(ctx, scene, only);
  return confirmMessage(text, pendings);
}

/** Once the day is certain. Everything is looked up anew: a button's value is nobody's authority. */
export async function carryOut(ctx: Context, scene: Scene, pending: Pending): Promise<Answer> {
  const { verb, on, isPublic } = pending;
  const parts = pending.words.split('\n');
  if (verb === 'add') {
    return addedMessage(await addMilestone(ctx, { title: pending.words, on }), scene, isPublic);
  }
  const title = (verb === 'dates' ? parts[2] : parts[0]) ?? '';
  const { milestone } = await getMilestone(ctx, { title });
  const milestoneId = milestone.id;
  switch (verb) {
    case 'propose':
      return proposedMessage(await proposeDate(ctx, { milestoneId, on }), scene);
    case 'done':
      return doneMessage(await completeMilestone(ctx, { milestoneId, on }), scene);
    case 'latest': {
      const seen = await planMilestone(ctx, { milestoneId, latestAcceptableOn: on });
      return milestoneMessage(
        seen,
        scene,
        `Saved: ${wholeDay(on)} is the latest day that would do.`,
      );
    }
    case 'move': {
      const why = parts[1] ?? '';
      const reason = moveReasonIn(why);
      const reported = await reportForecast(ctx, { milestoneId, on, reason });
      return why && !reason
        ? reasonsMessage(reported, why, scene)
        : reportedMessage(reported, scene, reason);
    }
    case 'dates': {
      const [earliestOn, latestOn] = parts.map(dayIn);
      const given = await giveDates(ctx, { milestoneId, targetOn: on, earliestOn, latestOn });
      return datesMessage(given, on, scene, isPublic);
    }
  }
}
