import { settleOpenProposal } from '../agreements/settle-open-proposal.ts';
import { stillToSpeak } from '../agreements/still-to-speak.ts';
import { type Context, type TransactionContext, transaction } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { addNotice } from '../notices/add-notice.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { isEnding, maySpeak, workplacesOf } from '../partnerships/workplaces.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { timingOf } from '../time/timing.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { askForDates } from './collect-dates.ts';
import { type Concern, concernsOf } from './concern.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import { isOpen, ownersOf } from './milestone.ts';
import { peopleToAsk, speakersToAsk } from './people-to-ask.ts';
import { revealDates } from './reveal-dates.ts';
import { changeMilestone } from './store.ts';

/**
 * What the day brings for all milestones of a partnership: colours that changed are said, owners are
 * asked for news, contributors for their dates. Looks at the present state, so that running twice, or
 * late, adds nothing twice.
 */
export async function lookAtMilestones(
  ctx: Context,
  input: { readonly dueAt: Date },
): Promise<void> {
  const { partnership } = ctx;
  const now = ctx.clock.now();
  if (!maySpeak(partnership)) {
    // The bot was removed, or is alone: it looks again once it may speak.
    if (!isEnding(partnership)) await transaction(ctx, lookAgain);
    return;
  }
  const timing = timingOf(workplacesOf(partnership), input.dueAt, now);
  const all = await listMilestones(ctx);
  const present = presentOrganizations(partnership).map(({ id }) => id);
  const members = await listMembers(ctx);
  await transaction(ctx, async (tx) => {
    if (typeof timing === 'object') {
      const look: Appointment = { partnershipId: partnership.id, what: 'milestones.look' };
      await setAppointment(tx.db, look, timing.makeUpAt);
      return;
    }
    if (all.some(({ milestone }) => isOpen(milestone))) await lookAgain(tx);
    for (const seen of all) {
      if (isToSettle(seen, present)) {
        await settleOpenProposal(tx, milestoneAgreeable, { subjectId: seen.milestone.id });
      }
      if (isToReveal(seen)) await revealDates(tx, { milestoneId: seen.milestone.id });
      for (const concern of concernsOf(seen, partnership, now)) {
        await act(tx, seen, concern, members);
      }
    }
  });
}

/** Whose yes was missing has left. */
function isToSettle({ milestone }: Seen, present: readonly string[]): boolean {
  return (
    isOpen(milestone) &&
    milestone.open !== undefined &&
    stillToSpeak(milestone.open, present).length === 0
  );
}

/** Whose dates were missing has left. */
function isToReveal({ milestone, missing }: Seen): boolean {
  const isOver = missing.length === 0 || milestone.contributors.length < 2;
  return milestone.isCollecting && isOpen(milestone) && isOver;
}

/** The digest asks its readers about what is late each week; nobody is asked beside it. */
function hasNoDigest({ coordinator, digest }: Member): boolean {
  return !coordinator || digest.isStopped;
}

async function act(
  ctx: TransactionContext,
  { milestone }: Seen,
  concern: Concern,
  members: readonly Member[],
): Promise<void> {
  const partnershipId = ctx.partnership.id;
  const { id: milestoneId, owner } = milestone;
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const owners = ownersOf(milestone, present).flatMap((organizationId) =>
    peopleToAsk(members, organizationId, owner?.memberId),
  );
  const notify = async (people: readonly Member[], kind: string) => {
    for (const { id: memberId } of people) {
      const { occasion, staleAt } = concern;
      await addNotice(ctx, { memberId, kind, about: milestoneId, occasion, staleAt });
    }
  };
  switch (concern.what) {
    case 'colour':
      if (concern.isSaid) {
        const { health, occasion: on } = concern;
        const was = milestone.saidHealth ?? 'green';
        const data = { partnershipId, milestoneId, health, was, on };
        await ctx.jobs.add(ctx.db, 'milestones.colour', data);
      } else {
        await changeMilestone(ctx.db, partnershipId, milestoneId, { saidHealth: concern.health });
      }
      if (concern.health === 'red') await notify(owners, 'milestones.red');
      return;
    case 'update':
      return notify(owners, 'milestones.update');
    case 'due':
      return notify(concern.isLate ? owners.filter(hasNoDigest) : owners, 'milestones.due');
    case 'owner':
      return notify(owners, 'milestones.owner');
    case 'dates':
      return askForDates(ctx, {
        milestoneId,
        round: concern.round,
        among: concern.organizationIds,
      });
    case 'stance':
    case 'window':
      for (const organizationId of concern.organizationIds) {
        await notify(speakersToAsk(members, organizationId), `milestones.${concern.what}`);
      }
  }
}
