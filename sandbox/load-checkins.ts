import { randomUUID } from 'node:crypto';
import { countsOf, type HeldRound } from '../src/checkins/held-round.ts';
import {
  changeGroup,
  changePlace,
  countRound,
  findRound,
  insertGroups,
  insertRound,
  insertWaiting,
} from '../src/checkins/round-store.ts';
import { putCheckin } from '../src/checkins/store.ts';
import { type Context, type TransactionContext, transaction } from '../src/context.ts';
import type { Member } from '../src/members/member.ts';
import { addDays } from '../src/time/days.ts';
import sample from './sample-partnership.json' with { type: 'json' };

type SampleRound = (typeof sample.coffee.history)[number];

/** Tuesdays, four weeks apart, so that the fourth round is due on 1 December 2026. */
const OPENED = ['2026-09-08', '2026-10-06', '2026-11-03'];
const DAYS_OPEN = 13;

/** Everybody takes part, and three rounds are over: who was introduced to whom, and whether they met. */
export async function loadCheckins(
  ctx: Context,
  memberOf: (sampleId: string) => Member,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    for (const { id, coffee: state } of sample.people) {
      const joined = {
        memberId: memberOf(id).id,
        state: state as 'joined',
        pausedUntil: undefined,
      };
      await putCheckin(tx.db, ctx.partnership.id, joined, momentOn(OPENED[0] ?? ''));
    }
    for (const round of sample.coffee.history) await addRound(tx, round, memberOf);
  });
}

async function addRound(
  { db, partnership }: TransactionContext,
  { round: number, groups, met, unmatched = [] }: SampleRound & { unmatched?: readonly string[] },
  memberOf: (sampleId: string) => Member,
): Promise<void> {
  const opensOn = OPENED[number - 1] ?? '';
  const openedAt = momentOn(opensOn);
  const meetBy = addDays(opensOn, DAYS_OPEN);
  const roundId = randomUUID();
  await insertRound(db, partnership.id, { id: roundId, number, opensOn, meetBy, openedAt });
  const idsOf = (ids: readonly string[]) => ids.map((id) => memberOf(id).id);
  for (const [at, ids] of groups.entries()) {
    const id = randomUUID();
    const memberIds = idsOf(ids);
    const group = { id, memberIds, starterId: memberIds[0] ?? '', times: [] };
    await insertGroups(db, partnership.id, roundId, [group]);
    const state = met[at] ? 'met' : 'not_this_time';
    await changeGroup(db, partnership.id, id, { state, introducedAt: openedAt });
    for (const memberId of met[at] ? memberIds : memberIds.slice(0, 1)) {
      const place = { roundId, memberId };
      await changePlace(db, partnership.id, place, { answer: state, hasTapped: true });
    }
  }
  const waiting = idsOf(unmatched).map((memberId) => ({ memberId, why: 'numbers' as const }));
  await insertWaiting(db, partnership.id, roundId, waiting);
  const held = (await findRound(db, partnership.id, roundId)) as HeldRound;
  const closedAt = momentOn(addDays(meetBy, 1));
  await countRound(db, partnership.id, roundId, { counts: countsOf(held), closedAt });
}

function momentOn(date: string): Date {
  return new Date(`${date}T15:00:00Z`);
}
