import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Line } from '../../slack/line.ts';
import { addMilestone } from '../add-milestone.ts';
import { completeMilestone } from '../complete-milestone.ts';
import type { Direction, ReadDate } from '../dates/read-date.ts';
import { moveReasonIn } from '../forecast.ts';
import { getMilestone } from '../get-milestone.ts';
import { giveDates } from '../give-dates.ts';
import { proposeDate } from '../propose-date.ts';
import { reportForecast } from '../report-forecast.ts';
import type { Pending } from './ids.ts';
import {
  addedMessage,
  confirmMessage,
  datesMessage,
  doneMessage,
  proposedMessage,
  reportedMessage,
} from './outcome-view.ts';
import type { Scene } from './words.ts';

/** Reads a date in the zone and the language of whoever wrote it. */
export type DateReader = (
  text: string,
  ctx: Context,
  asking: Asking,
  direction?: Direction,
) => Promise<ReadDate>;

const WHOLE = 'That day can be read in two ways. Write it with its year, such as `31 March 2027`.';

type Dated = {
  readonly verb: Pending['verb'];
  /** The title. */
  readonly words: string;
  /** The date as it was written; for `dates` up to three of them. */
  readonly text: string;
  readonly why?: string;
};

/** Does what was asked for with a date in words; asks back where it can be read in other ways. */
export async function dated(
  line: Line,
  scene: Scene,
  { verb, words, text, why = '' }: Dated,
  read: DateReader,
): Promise<Answer> {
  const ctx = await line.context();
  const parts = verb === 'dates' ? text.split(';').map((part) => part.trim()) : [text];
  const readings: (readonly string[])[] = [];
  let isExact = true;
  for (const part of parts.filter(Boolean)) {
    const reading = await read(part, ctx, line.asking);
    if (reading.kind === 'date') {
      isExact &&= reading.isExact;
      readings.push([reading.on]);
    } else if (reading.kind === 'ambiguous' && readings.length === 0) {
      isExact = false;
      readings.push(reading.choices);
    } else {
      throw new Refusal('invalid', 'message' in reading ? reading.message : WHOLE, 'target');
    }
  }
  const { channelId } = scene;
  const [targets = [], ...ends] = readings;
  const more = [...(verb === 'dates' ? ends.map(([end = '']) => end) : []), words].join('\n');
  const pendings = targets.map(
    (on): Pending => ({
      verb,
      channelId,
      on,
      words: verb === 'move' && why ? `${words}\n${why}` : more,
    }),
  );
  const [only] = pendings;
  if (isExact && only && pendings.length === 1) return carryOut(ctx, scene, only);
  return confirmMessage(text, pendings);
}

/** Once the day is certain. Everything is looked up anew: a button's value is nobody's authority. */
export async function carryOut(ctx: Context, scene: Scene, pending: Pending): Promise<Answer> {
  const { verb, on } = pending;
  const parts = pending.words.split('\n');
  if (verb === 'add')
    return addedMessage(await addMilestone(ctx, { title: pending.words, on }), scene);
  const title = (verb === 'move' ? parts[0] : parts.at(-1)) ?? '';
  const { milestone } = await getMilestone(ctx, { title });
  const milestoneId = milestone.id;
  if (verb === 'propose')
    return proposedMessage(await proposeDate(ctx, { milestoneId, on }), scene);
  if (verb === 'done') return doneMessage(await completeMilestone(ctx, { milestoneId, on }), scene);
  if (verb === 'move') {
    const reason = moveReasonIn(parts[1] ?? '');
    return reportedMessage(await reportForecast(ctx, { milestoneId, on, reason }), scene);
  }
  const [earliestOn, latestOn] = parts.slice(0, -1);
  const given = await giveDates(ctx, { milestoneId, targetOn: on, earliestOn, latestOn });
  return datesMessage(given, on, scene);
}
