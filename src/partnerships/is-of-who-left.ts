import type { SlackPerson } from '../members/member.ts';
import type { Partnership } from './partnership.ts';

/** Whether somebody is of an organization that takes no part any more. */
export function isOfWhoLeft(
  partnership: Partnership,
  teamIds: readonly string[],
  person: SlackPerson | undefined,
): boolean {
  // A guest's payload names the host.
  const theirs = person?.isGuest ? [] : [...teamIds, ...(person?.teamIds ?? [])];
  return partnership.organizations.some(
    ({ hasLeft, slackTeamIds }) => hasLeft && slackTeamIds.some((id) => theirs.includes(id)),
  );
}
