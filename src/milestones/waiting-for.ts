import { stillToAsk } from '../agreements/still-to-speak.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import type { Seen } from './list-milestones.ts';
import { isOpen } from './milestone.ts';

/** Those that wait for a word of this organization; none for who is of no known one. */
export function waitingFor(
  organizationId: string | undefined,
  partnership: Partnership,
  all: readonly Seen[],
): readonly Seen[] {
  if (!organizationId) return [];
  const present = presentOrganizations(partnership).map(({ id }) => id);
  return all.filter(
    ({ milestone, missing }) =>
      isOpen(milestone) &&
      (missing.includes(organizationId) ||
        stillToAsk(milestone.open, present).includes(organizationId)),
  );
}
