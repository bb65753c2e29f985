import type { Seen } from '../milestones/list-milestones.ts';
import { expectedOn, stateOf } from '../milestones/milestone.ts';
import { organizationById, type Partnership } from '../partnerships/partnership.ts';
import { type CalendarEntry, uidOf, wholeDay } from './calendar-entry.ts';

/**
 * The day of a milestone that everybody may see; undefined as long as there is none. A calendar is read
 * by nobody in particular, so what is collected blind is in none.
 */
export function milestoneEntry(
  { milestone, assessment }: Pick<Seen, 'milestone' | 'assessment'>,
  partnership: Partnership,
): CalendarEntry | undefined {
  const { baselineOn, doneOn, open } = milestone;
  const on = expectedOn(milestone);
  if (!on || (milestone.isCollecting && !baselineOn && !doneOn)) return undefined;
  const state = stateOf(milestone);
  const nameOf = (id: string) => organizationById(partnership, id)?.shortName;
  const owner = nameOf(milestone.ownerOrganizationId);
  const proposer = nameOf(open?.organizationId ?? '') ?? 'somebody';
  const health = assessment && HEALTH_WORDS[assessment.health];
  const moved = baselineOn && baselineOn !== on ? `Agreed was ${wholeDay(baselineOn)}.` : undefined;
  const words: Readonly<Record<typeof state, string | undefined>> = {
    agreed: moved
      ? `${moved} Now expected ${wholeDay(on)}${health ? `: ${health}` : ''}.`
      : 'All organizations agreed to this day.',
    done: moved ? `Reached. ${moved}` : 'Reached.',
    dropped: 'This is not pursued any more.',
    proposed: `Put forward by ${proposer}; not agreed by all yet.`,
    disputed: `Put forward by ${proposer}; one of you objects.`,
    draft: undefined,
  };
  return {
    uid: uidOf('milestone', milestone.id),
    // A date put forward anew is a new version, and leaves the milestone's own count as it was.
    sequence: milestone.sequence + milestone.latestVersion,
    changedAt: latest(milestone.changedAt, open?.openedAt),
    title: `${LEAD[state] ?? ''}${milestone.title}`,
    notes: [
      words[state],
      // A colour alone starts arguments.
      moved && (health === 'amber' || health === 'red') && 'Why: /partnership milestones in Slack.',
      owner && `${owner} looks after it.`,
    ].filter((one) => typeof one === 'string'),
    status: STATUS[state] ?? 'confirmed',
    on,
    time: undefined,
  };
}

const LEAD: Readonly<Record<string, string>> = {
  proposed: 'Proposed: ',
  disputed: 'Proposed: ',
  done: 'Done: ',
  dropped: 'Dropped: ',
};

const STATUS: Readonly<Record<string, CalendarEntry['status']>> = {
  proposed: 'tentative',
  disputed: 'tentative',
  dropped: 'cancelled',
};

const HEALTH_WORDS: Readonly<Record<string, string>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  unknown: 'no recent news',
};

function latest(one: Date, other: Date | undefined): Date {
  return other && other > one ? other : one;
}
