import type { Context } from '../../context.ts';
import { speaksFor } from '../../members/authority.ts';
import { listMembers } from '../../members/list-members.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { listWaiting } from '../list-waiting.ts';
import { waitingEntry } from './list-view.ts';

/** The terms that wait for a word of one's organization, as far as one may give it. */
export async function termsWait(ctx: Context): Promise<readonly Waiting[]> {
  const waiting = await listWaiting(ctx);
  if (!ctx.member || waiting.length === 0) return [];
  const maySpeak = speaksFor(ctx.member, await listMembers(ctx));
  const [channelId = ''] = ctx.partnership.channelIds;
  const scene = { organizations: ctx.partnership.organizations, channelId };
  // What an organization means by a word is written by who speaks for it.
  const own = waiting.filter(({ isCollecting }) => maySpeak || !isCollecting);
  return own.map((entry) => waitingEntry(entry, scene));
}
