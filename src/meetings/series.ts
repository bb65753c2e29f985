import type { Meeting } from './meeting.ts';

/** The days of one organization's series, in order. */
export function seriesOf(
  meetings: readonly Meeting[],
  given: { readonly organizationId: string; readonly name: string },
): readonly Meeting[] {
  return meetings.filter(
    ({ organizationId, name }) =>
      organizationId === given.organizationId && isSameName(name, given.name),
  );
}

/** The other organizations that have a series of this name. */
export function othersWith(
  meetings: readonly Meeting[],
  given: { readonly organizationId: string; readonly name: string },
): readonly string[] {
  const others = meetings.filter(
    ({ organizationId, name }) =>
      organizationId !== given.organizationId && isSameName(name, given.name),
  );
  return [...new Set(others.map(({ organizationId }) => organizationId))];
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
