import type { Meeting } from '../meetings/meeting.ts';
import {
  type Organization,
  organizationById,
  type Partnership,
} from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { localDate } from '../time/calendar.ts';
import { type EarliestPossible, earliestPossible, type Step } from './earliest-possible.ts';
import { type Assessment, assess } from './health.ts';
import { expectedOn, isOpen, type Milestone } from './milestone.ts';

/** What everybody knows at this moment, to look at one milestone with. */
export type Surroundings = {
  readonly partnership: Partnership;
  readonly milestones: readonly Milestone[];
  readonly meetings: readonly Meeting[];
  readonly now: Date;
};

/** The health of a milestone that was agreed and is not reached yet; undefined for the others. */
export function assessMilestone(
  milestone: Milestone,
  around: Surroundings,
  earliest: EarliestPossible | undefined,
): Assessment | undefined {
  const { baselineOn, agreedOn } = milestone;
  const owner = ownerOf(milestone, around.partnership);
  if (!isOpen(milestone) || !baselineOn || !agreedOn || !owner) return undefined;
  const waitsFor = around.milestones.filter(
    (one) => milestone.dependsOn.includes(one.id) && isOpen(one),
  );
  return assess({
    today: localDate(around.now, owner.timeZone),
    agreedOn,
    baselineOn,
    latestAcceptableOn: milestone.latestAcceptableOn,
    remainingWorkingDays: milestone.remainingWorkingDays,
    forecasts: milestone.forecasts,
    confidence: milestone.confidence.map(({ value }) => value),
    calendar: workplaceOf(owner).calendar,
    earliestPossibleOn: earliest?.earliestOn,
    dependencies: waitsFor.flatMap((one) => {
      const on = expectedOn(one);
      return on ? [{ id: one.id, expectedOn: on }] : [];
    }),
  });
}

/** When the owner's steps and meetings allow it at the earliest; undefined where none are known. */
export function earliestFor(
  milestone: Milestone,
  { partnership, meetings, now }: Pick<Surroundings, 'partnership' | 'meetings' | 'now'>,
): EarliestPossible | undefined {
  const owner = ownerOf(milestone, partnership);
  if (!owner || milestone.steps.length === 0) return undefined;
  const today = localDate(now, owner.timeZone);
  const { calendar } = workplaceOf(owner);
  const steps = milestone.steps.map((step): Step => {
    if ('workingDays' in step) return step;
    const series = meetings
      .filter(
        ({ organizationId, name }) => organizationId === owner.id && isSame(name, step.meeting),
      )
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
    const papersDueWorkingDays =
      step.papersDueWorkingDays ??
      series.find((one) => one.papersDueWorkingDays)?.papersDueWorkingDays;
    return {
      name: step.name,
      meetings: series.map(({ heldOn }) => heldOn).filter((on) => on > today),
      papersDueWorkingDays: papersDueWorkingDays ?? 0,
    };
  });
  return earliestPossible(steps, calendar, today);
}

export function ownerOf(milestone: Milestone, partnership: Partnership): Organization | undefined {
  return organizationById(partnership, milestone.ownerOrganizationId);
}

/** The day it is where the owner works. */
export function todayOf(milestone: Milestone, partnership: Partnership, now: Date): string {
  return localDate(now, ownerOf(milestone, partnership)?.timeZone ?? 'UTC');
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
