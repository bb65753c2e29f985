import type { Member } from '../members/member.ts';

/** Whom to ask about a milestone: who looks after it, else the coordinators, else who speaks for them. */
export function peopleToAsk(
  members: readonly Member[],
  organizationId: string,
  ownerMemberId?: string,
): readonly Member[] {
  const own = members.filter((one) => one.organizationId === organizationId && !one.observer);
  const owner = own.find(({ id }) => id === ownerMemberId);
  if (owner) return [owner];
  const coordinators = own.filter((one) => one.coordinator);
  return coordinators.length > 0 ? coordinators : own.filter((one) => one.representative);
}
