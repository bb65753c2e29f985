import type { KnownBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { listWaiting } from '../list-waiting.ts';
import { waitingBlocks } from './list-view.ts';

/** What the App Home shows of dates: those that wait for one's organization. */
export async function milestonesHome(ctx: Context): Promise<readonly KnownBlock[]> {
  const waiting = await listWaiting(ctx);
  if (waiting.length === 0) return [];
  const { organizations, channelIds } = ctx.partnership;
  const today = localDate(ctx.clock.now(), ctx.member?.timeZone ?? 'UTC');
  return waitingBlocks(waiting, { organizations, channelId: channelIds[0] ?? '', today });
}
