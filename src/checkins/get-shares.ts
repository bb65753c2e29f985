import type { Context } from '../context.ts';
import { localDate } from '../time/calendar.ts';
import { gatherPeople, type People } from './gather.ts';
import { countsOf, type RoundCounts } from './held-round.ts';
import { takesPart } from './participant.ts';
import { firstZone } from './plan-round.ts';

export type Shares = RoundCounts & {
  readonly number: number;
  readonly opensOn: string;
  readonly isClosed: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
};

/** How many take part today, and how each round went, the newest first; never who. */
export async function getShares(
  ctx: Context,
): Promise<{ readonly joined: number; readonly shares: readonly Shares[] }> {
  const { people, rounds } = await gatherPeople(ctx);
  const today = localDate(ctx.clock.now(), firstZone(ctx));
  const joined = people.filter((one) => takesPart(one, today)).length;
  return { joined, shares: sharesOf(rounds) };
}

export function sharesOf(rounds: People['rounds']): readonly Shares[] {
  return rounds.map((round) => ({
    ...(round.closedAt ? round.counts : countsOf(round)),
    number: round.number,
    opensOn: round.opensOn,
    isClosed: round.closedAt !== undefined,
    openedAt: round.openedAt,
    closedAt: round.closedAt,
  }));
}
