import { foundSubject } from '../agreements/found-subject.ts';
import { openProposal } from '../agreements/open-proposal.ts';
import {
  actingMember,
  type Context,
  organizationOf,
  type TransactionContext,
  transaction,
} from '../context.ts';
import { isConflict } from '../database/errors.ts';
import type { Member } from '../members/member.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { checkTitle, titleTaken } from './check-title.ts';
import { collectDates } from './collect-dates.ts';
import { getMilestone } from './get-milestone.ts';
import { getMilestoneOwner } from './get-milestone-owner.ts';
import { giveDatesIn } from './give-dates.ts';
import type { Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import { DONE_LIMIT, type MilestoneContent, normalizeTitle } from './milestone.ts';
import { refuseFarDate } from './refuse-far-date.ts';
import { insertMilestone } from './store.ts';

export type AddInput = {
  readonly title: string;
  /** The date that the acting member’s organization would like; undefined asks everybody first. */
  readonly on?: string | undefined;
  readonly earliestOn?: string | undefined;
  readonly latestOn?: string | undefined;
  readonly doneMeans?: string | undefined;
  /** Their own, unless it is given. */
  readonly ownerOrganizationId?: string | undefined;
  readonly ownerUserId?: string | undefined;
  /** All that are present, unless they are given. */
  readonly contributors?: readonly string[] | undefined;
  /** Puts the date forward at once, instead of collecting everybody’s blind. */
  readonly openly?: boolean;
};

export type Added = { readonly seen: Seen; readonly outcome: 'collecting' | 'proposed' | 'draft' };

/** Puts something to be reached before everybody. */
export async function addMilestone(ctx: Context, input: AddInput): Promise<Added> {
  const title = await checkTitle(ctx, input);
  const doneMeans = input.doneMeans?.trim() || undefined;
  if ((doneMeans?.length ?? 0) > DONE_LIMIT) {
    const sentence = `That has ${doneMeans?.length} characters; ${DONE_LIMIT} is the most.`;
    throw new Refusal('invalid', sentence, 'doneMeans');
  }
  refuseFarDate(ctx, input.on);
  if (!input.on && (input.earliestOn || input.latestOn)) {
    throw new Refusal(
      'invalid',
      'Which day would suit your organization best? The earliest and the latest go with it.',
      'target',
    );
  }
  refuseStrangers(ctx, [input.ownerOrganizationId, ...(input.contributors ?? [])]);
  try {
    const added = await transaction(ctx, (tx) => add(tx, { ...input, title, doneMeans }));
    const seen = await getMilestone(ctx, { milestoneId: added.id });
    return { seen, outcome: added.outcome };
  } catch (error) {
    if (!isConflict(error, 'milestone_partnership_id_normalized_key')) throw error;
    throw titleTaken(title);
  }
}

function refuseStrangers(ctx: Context, organizationIds: readonly (string | undefined)[]): void {
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  if (organizationIds.every((id) => !id || present.includes(id))) return;
  const sentence = 'That organization isn’t in this partnership now. Choose one that is.';
  throw new Refusal('not-found', sentence, 'organization');
}

async function add(
  ctx: TransactionContext,
  input: AddInput,
): Promise<{ readonly id: string; readonly outcome: Added['outcome'] }> {
  const member = actingMember(ctx);
  const now = ctx.clock.now();
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const ownerOrganizationId = input.ownerOrganizationId || member.organizationId;
  const owner = await getMilestoneOwner(ctx, [ownerOrganizationId], input.ownerUserId);
  const chosen = input.contributors?.filter((id) => present.includes(id)) ?? [];
  const contributors = [
    ...new Set([ownerOrganizationId, ...(chosen.length > 0 ? chosen : present)]),
  ];
  const isBlind = ctx.partnership.blindFirst && input.openly !== true && contributors.length > 1;
  const id = await foundSubject(ctx, 'milestone');
  await insertMilestone(ctx.db, ctx.partnership.id, {
    id,
    title: input.title,
    normalized: normalizeTitle(input.title),
    doneMeans: input.doneMeans,
    ownerOrganizationId,
    ownerMemberId:
      owner?.id ?? (ownerOrganizationId === member.organizationId ? member.id : undefined),
    contributors,
    collectingSince: undefined,
    createdAt: now,
  });
  await lookAgain(ctx);
  const { on: targetOn, earliestOn, latestOn } = input;
  const isDated = isBlind || earliestOn !== undefined || latestOn !== undefined;
  if (isBlind) await collectDates(ctx, id);
  if (targetOn && isDated) {
    refuseStranger(ctx, member, contributors);
    await giveDatesIn(ctx, { milestoneId: id, targetOn, earliestOn, latestOn });
  }
  if (isBlind) return { id, outcome: 'collecting' };
  if (!input.on) return { id, outcome: 'draft' };
  const content: MilestoneContent = {
    title: input.title,
    on: input.on,
    ...(input.doneMeans && { doneMeans: input.doneMeans }),
  };
  await openProposal(ctx, milestoneAgreeable, {
    subjectId: id,
    content,
    floorWorkingDays: ctx.partnership.milestoneFloorWorkingDays,
  });
  return { id, outcome: 'proposed' };
}

function refuseStranger(ctx: Context, member: Member, contributors: readonly string[]): void {
  if (contributors.includes(member.organizationId)) return;
  const own = organizationOf(ctx, member).shortName;
  throw new Refusal(
    'invalid',
    `${own} is not among those whose dates count, so I can’t keep its date. Choose it there too, or leave the dates out.`,
    'target',
  );
}
