import type { Milestone } from './milestone.ts';

/** The first of those it is to wait for that waits, through whatever others, for itself. */
export function waitsInCircle(
  milestones: readonly Milestone[],
  milestoneId: string,
  dependsOn: readonly string[],
): Milestone | undefined {
  const byId = new Map(milestones.map((one) => [one.id, one]));
  const reaches = (id: string, seen: Set<string>): boolean => {
    if (id === milestoneId) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return byId.get(id)?.dependsOn.some((next) => reaches(next, seen)) ?? false;
  };
  const found = dependsOn.find((id) => reaches(id, new Set()));
  return found === undefined ? undefined : byId.get(found);
}
