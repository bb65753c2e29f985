import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { workplacesOf } from '../partnerships/workplaces.ts';
import { daysOf } from './cadence.ts';
import type { Gathered } from './gather.ts';
import { type HeldRound, type Place, pastOf } from './held-round.ts';
import { matchApart } from './match-apart.ts';
import type { Participant } from './participant.ts';
import type { NewGroup } from './round-store.ts';

export type Planned = {
  readonly groups: readonly NewGroup[];
  readonly waiting: readonly Required<Pick<Place, 'memberId' | 'why'>>[];
};

/** Nobody reads a message and meets within the hour: the first moment that is offered comes later. */
const TIME_TO_ANSWER_MS = 20 * 3_600_000;

/**
 * Groups for these people, found in a thread of its own and outside of any transaction: whoever writes
 * them looks again whether the round is still as it was.
 */
export async function planRound(
  ctx: Context,
  given: {
    readonly round: Pick<HeldRound, 'id' | 'number' | 'opensOn' | 'meetBy'>;
    readonly people: readonly Participant[];
    readonly gathered: Gathered;
    /** The first day on which they can meet. */
    readonly from: string;
  },
): Promise<Planned> {
  const { round, people, gathered, from } = given;
  const { groups, waiting } = await matchApart({
    people,
    past: pastOf(gathered.rounds),
    keepApart: gathered.keepApart,
    round: {
      id: round.id,
      number: round.number,
      opensOn: from,
      days: daysOf(from, round.meetBy),
      introducedAt: new Date(ctx.clock.now().getTime() + TIME_TO_ANSWER_MS),
    },
  });
  return {
    groups: groups.map((group) => ({ id: randomUUID(), ...group })),
    waiting: waiting.map(({ memberId, why }) => ({
      memberId,
      why: why === 'numbers' ? why : 'no_shared_hours',
    })),
  };
}

/** The ISO date on which the partnership is: that of its first organization. */
export function firstZone(ctx: Pick<Context, 'partnership'>): string {
  return workplacesOf(ctx.partnership)[0]?.timeZone ?? 'UTC';
}
