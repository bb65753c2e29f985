import type { Context } from '../context.ts';
import { findPosted } from '../postings/find-posted.ts';
import { sayOnce } from '../postings/say-once.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import type { Poster } from '../slack/post.ts';
import { localDate } from '../time/calendar.ts';
import { ownerOf } from './assess-milestone.ts';
import { getMilestone } from './get-milestone.ts';
import type { Health } from './health.ts';
import { keepSaidColour } from './keep-said-colour.ts';
import type { Seen } from './list-milestones.ts';
import { lookAtMilestones } from './look-at-milestones.ts';
import { isOpen } from './milestone.ts';
import { alignmentMessage } from './slack/alignment-view.ts';
import {
  agreedLine,
  colourMessage,
  doneLine,
  objectedLine,
  proposedLine,
  reopenedLine,
  settledLine,
} from './slack/announcement-view.ts';
import { sharedMessage } from './slack/milestone-view.ts';
import type { Scene } from './slack/words.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'milestones.look': true;
    'milestones.changed': true;
    'milestones.revealed': true;
    'milestones.agreed': true;
    'milestones.done': true;
    'milestones.reopened': true;
    'milestones.colour': true;
  }
}

type ContextFor = (partnershipId: string) => Promise<Context>;

/** What the clock brings. */
export function milestoneWork(contextFor: ContextFor): HandlersOf<'milestones.look'> {
  return {
    'milestones.look': async ({ partnershipId = '', dueAt = '' }) => {
      await lookAtMilestones(await contextFor(partnershipId), { dueAt: new Date(dueAt) });
    },
  };
}

/** What is said in the channel; rendered when it is sent, from what is true then. */
export function milestoneDeliveries(
  contextFor: ContextFor,
  poster: Poster,
): HandlersOf<
  | 'milestones.changed'
  | 'milestones.revealed'
  | 'milestones.agreed'
  | 'milestones.done'
  | 'milestones.reopened'
  | 'milestones.colour'
> {
  const about = async (data: Readonly<Record<string, string>>) => {
    const ctx = await contextFor(data.partnershipId ?? '');
    const seen = await getMilestone(ctx, { milestoneId: data.milestoneId ?? '' });
    return { ctx, seen, scene: sceneFor(ctx, seen) };
  };

  const say = (ctx: Context, seen: Seen, what: string, version: number, message: Message) =>
    sayOnce(
      ctx,
      { subjectId: seen.milestone.id, what, version },
      // A quiet line is better missed than said twice; where dates wait for an answer, twice is better.
      poster.saying(message, { whenUnknown: what === 'milestones.dates' ? 'repeat' : 'silence' }),
    );

  const find = (ctx: Context, seen: Seen, what: string) =>
    findPosted(ctx, { subjectId: seen.milestone.id, what });

  /** The messages with buttons say what is true now. */
  const refresh = async (ctx: Context, seen: Seen, scene: Scene) => {
    const shared = await find(ctx, seen, 'milestones.shared');
    if (shared) await poster.refresh(shared.channelId, shared.ts, sharedMessage(seen, scene));
    const dates = await find(ctx, seen, 'milestones.dates');
    if (!dates) return;
    await poster.refresh(dates.channelId, dates.ts, datesNow(seen, scene));
    await followDates(ctx, seen, scene, dates.ts);
  };

  /** Whoever reads on in the thread of the dates hears there what came of them. */
  const followDates = async (ctx: Context, seen: Seen, scene: Scene, threadTs: string) => {
    const { id: subjectId, open } = seen.milestone;
    if (!open) return;
    const lines = {
      'milestones.proposed': proposedLine(seen, scene),
      'milestones.objected': objectedLine(seen, scene),
    };
    for (const [what, line] of Object.entries(lines)) {
      const key = { subjectId, what, version: open.version };
      if (line) await sayOnce(ctx, key, poster.saying(line, { threadTs }));
    }
  };

  /** What was celebrated and is not done after all. */
  const correct = async ({ ctx, seen, scene }: Awaited<ReturnType<typeof about>>) => {
    const said = isOpen(seen.milestone) && (await find(ctx, seen, 'milestones.done'));
    if (said) await poster.refresh(said.channelId, said.ts, reopenedLine(seen, scene));
  };

  return {
    'milestones.changed': async (data) => {
      const { ctx, seen, scene } = await about(data);
      await refresh(ctx, seen, scene);
    },
    'milestones.revealed': async (data) => {
      const { ctx, seen, scene } = await about(data);
      if (!seen.milestone.isCollecting) {
        await say(ctx, seen, 'milestones.dates', 0, datesNow(seen, scene));
      }
      await refresh(ctx, seen, scene);
    },
    'milestones.agreed': async (data) => {
      const { ctx, seen, scene } = await about(data);
      await say(ctx, seen, 'milestones.agreed', Number(data.version), agreedLine(seen, scene));
      await refresh(ctx, seen, scene);
    },
    'milestones.done': async (data) => {
      const { ctx, seen, scene } = await about(data);
      if (seen.milestone.doneOn) {
        await say(ctx, seen, 'milestones.done', Number(data.version ?? 0), doneLine(seen, scene));
        // Somebody may have said meanwhile that it is not.
        await correct(await about(data));
      }
      await refresh(ctx, seen, scene);
    },
    'milestones.reopened': async (data) => {
      const given = await about(data);
      await correct(given);
      await refresh(given.ctx, given.seen, given.scene);
    },
    'milestones.colour': async (data) => {
      const { ctx, seen, scene } = await about(data);
      const message = colourMessage(seen, scene, data.was);
      // Changed again since: the next look says what is true then.
      if (!message || seen.assessment?.health !== data.health) return;
      const root =
        (await find(ctx, seen, 'milestones.agreed')) ??
        (await find(ctx, seen, 'milestones.shared'));
      const key = {
        subjectId: seen.milestone.id,
        what: `milestones.colour.${data.on}`,
        version: 0,
      };
      // A thread of another channel is none here.
      const isHere = root?.channelId === ctx.partnership.channelIds[0];
      await sayOnce(ctx, key, poster.saying(message, { threadTs: isHere ? root?.ts : undefined }));
      await keepSaidColour(ctx, { milestoneId: seen.milestone.id, health: data.health as Health });
    },
  };
}

/** Once all have agreed, or it is over, the dates are no question any more. */
function datesNow(seen: Seen, scene: Scene): Message {
  const { milestone } = seen;
  const isSettled = milestone.baselineOn !== undefined || milestone.doneOn || milestone.isDropped;
  if (isSettled) return settledLine(seen, scene);
  if (milestone.open || milestone.isCollecting) return sharedMessage(seen, scene);
  return alignmentMessage(seen, scene);
}

function sceneFor(ctx: Context, { milestone }: Seen): Scene {
  const { organizations, channelIds } = ctx.partnership;
  const zone = ownerOf(milestone, ctx.partnership)?.timeZone ?? 'UTC';
  const today = localDate(ctx.clock.now(), zone);
  return { organizations, channelId: channelIds[0] ?? '', today };
}
