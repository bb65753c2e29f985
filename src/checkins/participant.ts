import type { MemberWorkplace } from '../members/workplace.ts';
import type { Sector } from '../partnerships/partnership.ts';

/** Chosen by each person for themselves. `until` is the last day of the pause, an ISO date. */
export type Membership =
  | { readonly state: 'joined' }
  | { readonly state: 'paused'; readonly until: string }
  | { readonly state: 'left' };

export type Participant = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly sector: Sector | undefined;
  readonly membership: Membership;
  readonly workplace: Workplace;
};

/** When somebody works, by the clocks where they are. */
export type Workplace = Pick<MemberWorkplace, 'timeZone' | 'calendar' | 'workingHours'>;

/** Whether a round that opens on an ISO date is theirs; a pause ends by itself. */
export function takesPart({ membership }: Participant, opensOn: string): boolean {
  if (membership.state === 'paused') return membership.until < opensOn;
  return membership.state === 'joined';
}
