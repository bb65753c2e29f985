import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Line } from '../../slack/line.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { getMilestone } from '../get-milestone.ts';
import { readLeadTime } from '../lead-time.ts';
import { lineFor } from '../line-for.ts';
import { listMilestones, type Seen } from '../list-milestones.ts';
import type { LeadTime } from '../milestone.ts';
import { refuseUnlessOwned } from '../owned-milestone.ts';
import { type Plan, planMilestone } from '../plan-milestone.ts';
import { readSteps } from '../steps.ts';
import { type DateReader, dated } from './dated-talk.ts';
import { MILESTONES } from './ids.ts';
import { valueFor } from './milestone-buttons.ts';
import { inviting, plannedMessage } from './outcome-view.ts';
import { planForm } from './plan-view.ts';
import type { Scene } from './words.ts';

export const PLAN_WORDS: readonly string[] = [
  'plan',
  'remaining',
  'steps',
  'after',
  'latest',
  'lead',
  'owner',
];

type Said = {
  readonly word: string;
  readonly seen: Seen;
  readonly rest: string;
  /** With Slack's tokens for people left in. */
  readonly raw: string;
  readonly read: DateReader;
};

/** What the plan form does, in words. */
export async function planInWords(line: Line, scene: Scene, said: Said): Promise<Answer> {
  const ctx = await line.context();
  const { seen, rest } = said;
  const { milestone } = seen;
  const { id: milestoneId, title } = milestone;
  await refuseUnlessOwned(ctx, milestone);
  if (said.word === 'plan' || !said.rest) {
    const text = `To plan “${inert(title)}”, open the form. In words: \`/partnership milestones help\`.`;
    return {
      view: planForm(seen, await listMilestones(ctx), scene),
      invitation: inviting(text, 'Plan', MILESTONES.plan, valueFor(seen, scene)),
    };
  }
  if (said.word === 'latest') {
    return dated(line, scene, { verb: 'latest', words: title, milestone, text: rest }, said.read);
  }
  const plan = await planIn(ctx, said);
  return plannedMessage(await planMilestone(ctx, { milestoneId, ...plan }), scene);
}

async function planIn(ctx: Context, { word, seen, rest, raw }: Said): Promise<Plan> {
  switch (word) {
    case 'remaining':
      return { remainingWorkingDays: Number(/^\d{1,4}/.exec(rest)?.[0] ?? Number.NaN) };
    case 'steps':
      return { steps: stepsIn(rest) };
    case 'after': {
      const dependsOn: string[] = [];
      for (const title of rest
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)) {
        dependsOn.push((await getMilestone(ctx, { title })).milestone.id);
      }
      return { dependsOn };
    }
    case 'lead':
      return { leadTime: leadTimeIn(rest) };
    default: {
      const userId = /<@([A-Z0-9]+)/.exec(raw)?.[1];
      if (!userId)
        throw new Refusal(
          'invalid',
          `Who looks after it? ${lineFor('owner', seen.milestone.title, '@person')}.`,
        );
      return { ownerUserId: userId };
    }
  }
}

export function leadTimeIn(text: string): LeadTime {
  const leadTime = readLeadTime(text);
  if (leadTime) return leadTime;
  throw new Refusal(
    'invalid',
    'How many working days does such a thing take? The least comes first, then what is usual, then the most: `20, 35, 60`.',
    'leadTime',
  );
}

export function stepsIn(text: string) {
  const read = readSteps(text);
  if ('steps' in read) return read.steps;
  throw new Refusal(
    'invalid',
    `I can’t read “${read.unclear.slice(0, 80)}”. A step is a name and its working days, \`Budget memo 4\`, or the meeting that decides, \`Council vote @council papers 10\`.`,
    'steps',
  );
}
