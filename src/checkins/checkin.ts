import type { Membership } from './participant.ts';

/** What somebody chose; undefined where they never joined. */
export type Checkin = {
  readonly memberId: string;
  readonly state: 'joined' | 'paused' | 'left';
  /** The last day of a pause, an ISO date; undefined where the bot paused it, until they come back. */
  readonly pausedUntil: string | undefined;
};

const NEVER = '9999-12-31';

export function membershipOf({ state, pausedUntil }: Checkin): Membership {
  return state === 'paused' ? { state, until: pausedUntil ?? NEVER } : { state };
}

export type Standing =
  | { readonly state: 'joined' }
  | { readonly state: 'out' }
  /** Without an end where the bot paused it quietly. */
  | { readonly state: 'paused'; readonly until: string | undefined };

/** How it stands on a day: a pause ends by itself. */
export function standingOf(checkin: Checkin | undefined, today: string): Standing {
  if (!checkin || checkin.state === 'left') return { state: 'out' };
  const { state, pausedUntil } = checkin;
  const isOver = pausedUntil !== undefined && pausedUntil < today;
  return state === 'paused' && !isOver ? { state, until: pausedUntil } : { state: 'joined' };
}
