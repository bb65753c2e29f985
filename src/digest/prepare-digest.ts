import type { Context } from '../context.ts';
import type { Member } from '../members/member.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { chosenLines, type DigestLine, type DigestSource } from './digest-line.ts';
import { isStillUseful } from './digest-turn.ts';
import { listRecipients } from './list-recipients.ts';

export type Digest = { readonly lines: readonly DigestLine[]; readonly more: number };

export type Prepared = {
  readonly member: Member;
  readonly timeZone: string;
  readonly digest: Digest;
};

const WEEK_MS = 7 * 86_400_000;

/** What a coordinator is told this week; undefined where it is too late, or not wanted any more. */
export async function prepareDigest(
  ctx: Context,
  sources: readonly DigestSource[],
  input: { readonly memberId: string; readonly dueAt: Date },
): Promise<Prepared | 'stale' | undefined> {
  const recipients = await listRecipients(ctx);
  const found = recipients.find(({ member }) => member.id === input.memberId);
  if (!found || found.member.digest.isStopped || !maySpeak(ctx.partnership)) return undefined;
  if (!isStillUseful(input.dueAt, ctx.clock.now(), found.place)) return 'stale';
  const { member, place } = found;
  const digest = await readDigest({ ...ctx, member }, sources);
  return { member, timeZone: place.timeZone, digest };
}

/** The digest of the member of the context, from the present state. */
export async function readDigest(ctx: Context, sources: readonly DigestSource[]): Promise<Digest> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - WEEK_MS);
  const all = await Promise.all(sources.map((source) => source.lines(ctx, { since, now })));
  const lines = all.flat();
  const chosen = chosenLines(lines);
  return { lines: chosen, more: lines.length - chosen.length };
}
