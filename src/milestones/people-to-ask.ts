import { coordinatorsOf, representativesOf } from '../members/authority.ts';
import type { Member } from '../members/member.ts';

/** Whom to ask about a milestone: who looks after it, else the coordinators, else who speaks for them. */
export function peopleToAsk(
  members: readonly Member[],
  organizationId: string,
  ownerMemberId?: string,
): readonly Member[] {
  const owner = members.find(
    (one) => one.id === ownerMemberId && one.organizationId === organizationId && !one.observer,
  );
  if (owner) return [owner];
  const coordinators = coordinatorsOf(organizationId, members);
  return coordinators.length > 0 ? coordinators : representativesOf(organizationId, members);
}

/** Whom to ask what an organization says: who speaks for it, else its coordinators. */
export function speakersToAsk(
  members: readonly Member[],
  organizationId: string,
): readonly Member[] {
  const named = representativesOf(organizationId, members);
  return named.length > 0 ? named : coordinatorsOf(organizationId, members);
}
