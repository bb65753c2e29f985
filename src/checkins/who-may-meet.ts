import type { Participant } from './participant.ts';

/**
 * Two people, or everybody of two organizations, who are not introduced to each other. No reason is
 * kept. `until` is the last day on which it holds, an ISO date; without one it holds until it is ended.
 */
export type KeepApart = {
  readonly kind: 'people' | 'organizations';
  readonly a: string;
  readonly b: string;
  readonly until: string | undefined;
};

type Id = Pick<Participant, 'memberId' | 'organizationId'>;

/** Whether two are kept apart, in either order, in a round that opens on an ISO date. */
export function readApart(
  all: readonly KeepApart[],
  opensOn: string,
): (one: Id, other: Id) => boolean {
  const inForce = all.filter(({ until }) => until === undefined || until >= opensOn);
  const people = bothWays(inForce.filter(({ kind }) => kind === 'people'));
  const organizations = bothWays(inForce.filter(({ kind }) => kind === 'organizations'));
  return (one, other) =>
    people.get(one.memberId)?.has(other.memberId) === true ||
    organizations.get(one.organizationId)?.has(other.organizationId) === true;
}

function bothWays(all: readonly KeepApart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { a, b } of all) {
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  }
  return found;
}
