import type { Member } from '../members/member.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';

/** Why somebody is not written to any more. */
export type MemberLoss = 'deactivated' | 'left' | 'refused';

/**
 * The coordinators who may be told of a loss, in the order in which they are tried until Slack lets the
 * bot write to one: those whom it concerns first.
 */
export function coordinatorsToTell(
  partnership: Partnership,
  members: readonly Member[],
  first: { readonly organizationId: string | undefined; readonly without?: string },
): readonly Member[] {
  const present = presentOrganizations(partnership).map(({ id }) => id);
  const isFirst = (member: Member) => member.organizationId === first.organizationId;
  return members
    .filter(
      ({ id, coordinator, observer, organizationId }) =>
        coordinator && !observer && id !== first.without && present.includes(organizationId),
    )
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}
