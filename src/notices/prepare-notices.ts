import type { Context } from '../context.ts';
import { followPerson } from '../members/follow-person.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member, PersonNow } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { isEnding, maySpeak } from '../partnerships/workplaces.ts';
import { mayWriteNow } from '../time/send-time.ts';
import { spend } from './budget.ts';
import { endNotices } from './end-notices.ts';
import { lookAgain } from './look-again.ts';
import { type Notice, sortOut, TOLD_AS } from './notice.ts';
import type { NoticeKind } from './notice-kind.ts';
import { type RenderedPart, renderParts } from './render-parts.ts';
import { findOccasion, listOpenNotices, listSent, listStops } from './store.ts';

export type Prepared = {
  readonly member: Member;
  /** Names the message: what it tells, so that after a crash the same is told and nothing else. */
  readonly occasion: string;
  readonly parts: readonly RenderedPart[];
};

/** What Slack says of somebody who is about to be written to, as far as it says anything. */
export type Whereabouts = (slackUserId: string) => Promise<{
  readonly person: PersonNow | undefined;
  readonly quietUntil: Date | undefined;
}>;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/**
 * What a member is to be told now; undefined where there is nothing, or not yet. Ends what is stale,
 * stopped or moot, and appoints the next look where something is left.
 */
export async function prepareNotices(
  ctx: Context,
  kinds: readonly NoticeKind[],
  input: {
    readonly memberId: string;
    readonly whereabouts: Whereabouts;
    /** Told how many came too late to be told, as after an outage. */
    readonly dropped: (count: number) => void;
  },
): Promise<Prepared | undefined> {
  const { memberId } = input;
  const open = await listOpenNotices(ctx.db, ctx.partnership.id, memberId);
  if (open.length === 0) return undefined;
  const now = ctx.clock.now();
  const member = await findRecipient(ctx, memberId);
  if (!member || isEnding(ctx.partnership)) {
    await endNotices(ctx, { noticeIds: open.map(({ id }) => id), end: 'moot' });
    return undefined;
  }
  // The bot was removed from the channel, or alone in it: what waits is told when that has changed.
  if (!maySpeak(ctx.partnership)) {
    await lookAgain(ctx, { memberId, after: new Date(now.getTime() + DAY_MS) });
    return undefined;
  }
  if (!mayWriteNow(workplaceOfMember(ctx.partnership, member), now)) {
    await lookAgain(ctx, { memberId, after: now });
    return undefined;
  }
  if (await isElsewhere(ctx, member, input.whereabouts)) return undefined;
  const underWay = await findUnderWay(ctx, memberId, open);
  const { parts, nextAt, stale } = await partsOf(ctx, kinds, member, underWay?.notices ?? open);
  if (stale > 0) input.dropped(stale);
  const { tell, lookAt } = underWay
    ? { tell: parts, lookAt: underWay.isAll ? undefined : now }
    : await withinBudget(ctx, member, parts);
  const next = [nextAt, lookAt].flatMap((at) => at?.getTime() ?? []);
  if (next.length > 0) await lookAgain(ctx, { memberId, after: new Date(Math.min(...next)) });
  if (tell.length === 0) return undefined;
  const occasion = underWay?.occasion ?? tell.map(({ notice }) => notice.id).join(' ');
  return { member, occasion, parts: tell };
}

/** Whether they have moved, left Slack or are not to be disturbed; then there is another look. */
async function isElsewhere(
  ctx: Context,
  member: Member,
  whereabouts: Whereabouts,
): Promise<boolean> {
  const { person, quietUntil } = await whereabouts(member.slackUserId);
  const { db, facts } = ctx;
  const now = ctx.clock.now();
  const seen = person && { ...person, teamIds: [member.slackTeamId] };
  if (seen && (await followPerson({ db, facts, now }, seen))) return true;
  if (!quietUntil) return false;
  await lookAgain(ctx, { memberId: member.id, after: quietUntil });
  return true;
}

/** Nobody who left or only looks on is told anything. */
async function findRecipient(ctx: Context, memberId: string): Promise<Member | undefined> {
  const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
  if (!member || member.observer) return undefined;
  return organizationById(ctx.partnership, member.organizationId)?.hasLeft ? undefined : member;
}

/** A message that was begun and not noted as told. Whoever tells it finds out whether Slack took it. */
type UnderWay = {
  readonly occasion: string;
  readonly notices: readonly Notice[];
  /** Nothing else waits for the member. */
  readonly isAll: boolean;
};

async function findUnderWay(
  ctx: Context,
  memberId: string,
  open: readonly Notice[],
): Promise<UnderWay | undefined> {
  const telling = { memberId, what: TOLD_AS, noticeIds: open.map(({ id }) => id) };
  const occasion = await findOccasion(ctx.db, ctx.partnership.id, telling);
  const ids = occasion?.split(' ') ?? [];
  const notices = open.filter(({ id }) => ids.includes(id));
  if (occasion === undefined || notices.length === 0) return undefined;
  return { occasion, notices, isAll: notices.length === open.length };
}

async function partsOf(
  ctx: Context,
  kinds: readonly NoticeKind[],
  member: Member,
  notices: readonly Notice[],
): Promise<{
  readonly parts: readonly RenderedPart[];
  readonly nextAt: Date | undefined;
  readonly stale: number;
}> {
  const stops = await listStops(ctx.db, ctx.partnership.id, member.id);
  const { ended, due, nextAt } = sortOut(notices, { stops, now: ctx.clock.now() });
  const parts = await renderParts(ctx, kinds, { member, notices: due });
  const moot = due.filter((notice) => !parts.some((part) => part.notice === notice));
  for (const end of ['stale', 'stopped', 'moot'] as const) {
    const noticeIds = ended.filter((one) => one.end === end).map(({ id }) => id);
    if (end === 'moot') noticeIds.push(...moot.map(({ id }) => id));
    if (noticeIds.length > 0) await endNotices(ctx, { noticeIds, end });
  }
  return { parts, nextAt, stale: ended.filter(({ end }) => end === 'stale').length };
}

async function withinBudget(
  ctx: Context,
  member: Member,
  parts: readonly RenderedPart[],
): Promise<{ readonly tell: readonly RenderedPart[]; readonly lookAt: Date | undefined }> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - WEEK_MS);
  const sent = await listSent(ctx.db, ctx.partnership.id, member, since);
  const { timeZone } = workplaceOfMember(ctx.partnership, member);
  const ready = parts.map(({ notice, kind: { rank }, isUrgent }) => ({
    ...notice,
    rank,
    isUrgent,
  }));
  const { tell, lookAt } = spend({ ready, sent, now, timeZone });
  return { tell: tell.flatMap(({ id }) => parts.filter(({ notice }) => notice.id === id)), lookAt };
}
