import type { Organization } from '../partnerships/partnership.ts';
import type { Member } from './member.ts';

/**
 * Who may change what is said of an organization (domain 2.3): its coordinators, and as long as it has
 * named none, any of its members. An organization that nobody belongs to yet is described by those who
 * may change the partnership.
 */
export function mayDescribe(
  member: Member,
  organization: Organization,
  members: readonly Member[],
): boolean {
  const own = members.filter((one) => one.organizationId === organization.id);
  if (own.length === 0 && organization.slackTeamIds.length === 0) {
    return mayChangePartnership(member, members);
  }
  if (member.observer || member.organizationId !== organization.id) return false;
  return member.coordinator || !own.some((one) => one.coordinator);
}

/** A coordinator of any organization; anybody while none is named. */
export function mayChangePartnership(member: Member, members: readonly Member[]): boolean {
  if (member.observer) return false;
  return member.coordinator || !members.some((one) => one.coordinator);
}

export function coordinatorsOf(
  organizationId: string,
  members: readonly Member[],
): readonly Member[] {
  return members.filter((one) => one.organizationId === organizationId && one.coordinator);
}

/** Who may say something in the name of their organization: its representatives, and as long as it has named none, any member. */
export function speaksFor(member: Member, members: readonly Member[]): boolean {
  if (member.observer) return false;
  const named = representativesOf(member.organizationId, members);
  return named.length === 0 || named.some(({ id }) => id === member.id);
}

export function representativesOf(
  organizationId: string,
  members: readonly Member[],
): readonly Member[] {
  return members.filter((one) => one.organizationId === organizationId && one.representative);
}
