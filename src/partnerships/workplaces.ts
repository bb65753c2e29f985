import type { Workplace } from '../time/calendar.ts';
import { type Organization, type Partnership, presentOrganizations } from './partnership.ts';

export function workplaceOf(organization: Organization): Workplace {
  const { timeZone, workingWeek, closures } = organization;
  return { timeZone, calendar: { workingWeek, closures: new Set(closures) } };
}

export function workplacesOf(partnership: Partnership): readonly Workplace[] {
  return presentOrganizations(partnership).map(workplaceOf);
}

export function isEnding({ stage }: Partnership): boolean {
  return stage === 'closing' || stage === 'closed';
}

/** A partnership that is ending hears nothing unasked, and one of a single organization has nobody to ask. */
export function maySpeak(partnership: Partnership): boolean {
  return (
    !isEnding(partnership) &&
    partnership.channelIds.length > 0 &&
    presentOrganizations(partnership).length > 1
  );
}
