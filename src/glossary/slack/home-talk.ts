import type { KnownBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import { header, section } from '../../slack/blocks.ts';
import { listWaiting } from '../list-waiting.ts';
import { waitingBlocks } from './list-view.ts';

/** What the glossary shows on the App Home: the terms that wait for one's organization. */
export async function glossaryHome(ctx: Context): Promise<readonly KnownBlock[]> {
  const [channelId = ''] = ctx.partnership.channelIds;
  const waiting = await listWaiting(ctx);
  if (waiting.length === 0) {
    return [header('Glossary'), section('Nothing waits for your organization.')];
  }
  return waitingBlocks(waiting, { organizations: ctx.partnership.organizations, channelId });
}
