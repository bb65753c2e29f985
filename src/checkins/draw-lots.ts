import { createHash } from 'node:crypto';

/**
 * In an order that the round alone decides: the same for the same ids, in whatever order they come, and
 * another one in the next round.
 */
export function drawLots<One extends { readonly memberId: string }>(
  people: readonly One[],
  roundId: string,
): readonly One[] {
  return people
    .map((one) => ({ one, lot: lotOf(roundId, one.memberId) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one);
}

function lotOf(roundId: string, memberId: string): string {
  return createHash('sha256').update(`${roundId}\n${memberId}`).digest('hex');
}
