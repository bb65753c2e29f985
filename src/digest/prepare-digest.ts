import type { Context } from '../context.ts';
import type { Member } from '../members/member.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { findLastTold } from '../postings/find-last-told.ts';
import { findTold } from '../postings/find-told.ts';
import { localDate } from '../time/calendar.ts';
import type { DigestLine } from './digest-line.ts';
import type { DigestSource } from './digest-source.ts';
import { digestBefore, isStillUseful } from './digest-turn.ts';
import { listRecipients } from './list-recipients.ts';
import { sixLines } from './six-lines.ts';

export type Digest = {
  /** Six at most. */
  readonly lines: readonly DigestLine[];
  /** Each by itself. */
  readonly all: readonly DigestLine[];
};

export type Prepared = {
  readonly member: Member;
  /** Names it. */
  readonly occasion: string;
  readonly digest: Digest;
};

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A day off moves one digest to the next working day, and the next one may follow soon. */
const DAYS_BETWEEN = 3;

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
  // The day it is there: who travels on that day does not get it twice.
  const occasion = localDate(input.dueAt, place.timeZone);
  // Several turns may ask for the same one: it is not put together to be thrown away.
  if (await findTold(ctx, { memberId: member.id, what: 'digest', occasion })) return undefined;
  const told = { memberId: member.id, whats: ['digest', 'digest.post'] };
  if (wasJustRead(await findLastTold(ctx, told), { occasion, dueAt: input.dueAt }))
    return undefined;
  const since = digestBefore(place, input.dueAt);
  const news = since && { since, until: input.dueAt };
  return { member, occasion, digest: await readDigest({ ...ctx, member }, sources, news) };
}

/** Who has just changed its day has read this week's already. The same one again may have been cut off. */
function wasJustRead(
  last: { readonly occasion: string; readonly at: Date } | undefined,
  next: { readonly occasion: string; readonly dueAt: Date },
): boolean {
  if (!last || last.occasion === next.occasion) return false;
  return next.dueAt.getTime() - last.at.getTime() < DAYS_BETWEEN * DAY_MS;
}

/** The digest of the member of the context, from the present state. */
export async function readDigest(
  ctx: Context,
  sources: readonly DigestSource[],
  news?: { readonly since: Date; readonly until: Date },
): Promise<Digest> {
  const now = ctx.clock.now();
  const week = news ?? { since: new Date(now.getTime() - WEEK_MS), until: now };
  const told = await Promise.all(sources.map((source) => source.lines(ctx, { ...week, now })));
  const all = told.flat();
  return { lines: sixLines(all), all };
}
