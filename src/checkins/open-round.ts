import { randomUUID } from 'node:crypto';
import { type Context, type TransactionContext, transaction } from '../context.ts';
import { maySpeak, workplacesOf } from '../partnerships/workplaces.ts';
import { Refusal } from '../refusal.ts';
import { setAppointment } from '../schedule/appointments.ts';
import { localDate } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';
import { appointIntroductions } from './appoint-introductions.ts';
import { meetByOf } from './cadence.ts';
import { type Gathered, gather } from './gather.ts';
import { takesPart } from './participant.ts';
import { firstZone, type Planned, planRound } from './plan-round.ts';
import { insertGroups, insertRound, insertWaiting, type NewRound } from './round-store.ts';

const HALF_A_DAY_MS = 12 * 3_600_000;

/**
 * Opens a round with everybody who takes part today. Nothing is opened where nobody could be introduced,
 * or while another round is under way; answers whether it was.
 */
export async function openRound(ctx: Context): Promise<boolean> {
  const gathered = await gather(ctx);
  const opensOn = localDate(ctx.clock.now(), firstZone(ctx));
  const people = gathered.people.filter((one) => takesPart(one, opensOn));
  if (!mayOpen(ctx, gathered, people)) return false;
  const calendars = workplacesOf(ctx.partnership).map(({ calendar }) => calendar);
  const round: NewRound = {
    id: randomUUID(),
    number: (gathered.rounds[0]?.number ?? 0) + 1,
    opensOn,
    meetBy: meetByOf(calendars, opensOn),
    openedAt: ctx.clock.now(),
  };
  const planned = await planRound(ctx, { round, people, gathered, from: opensOn });
  return transaction(ctx, async (tx) => {
    // Somebody else opened it in the meantime.
    if (!(await insertRound(tx.db, ctx.partnership.id, round))) return false;
    await keep(tx, round, planned, gathered);
    return true;
  });
}

function mayOpen(
  { partnership }: Context,
  { rounds }: Gathered,
  people: Gathered['people'],
): boolean {
  const isUnderWay = rounds.some(({ closedAt }) => closedAt === undefined);
  const organizations = new Set(people.map(({ organizationId }) => organizationId));
  return maySpeak(partnership) && !isUnderWay && organizations.size > 1;
}

async function keep(
  tx: TransactionContext,
  round: NewRound,
  { groups, waiting }: Planned,
  gathered: Gathered,
): Promise<void> {
  const { partnership, db } = tx;
  await insertGroups(db, partnership.id, round.id, groups);
  await insertWaiting(db, partnership.id, round.id, waiting);
  await appointIntroductions(tx, { round, groups, waiting, members: gathered.members });
  const close = { partnershipId: partnership.id, what: 'checkins.close', about: round.id } as const;
  await setAppointment(db, close, closesAt(round.meetBy));
}

/** Noon UTC of the day after the last one: by then it is over everywhere. */
function closesAt(meetBy: string): Date {
  return new Date(Date.parse(`${addDays(meetBy, 1)}T00:00:00Z`) + HALF_A_DAY_MS);
}

/** Refuses what a coordinator asks for and would not get, with what would help. */
export function refuseUnopened(gathered: Gathered, today: string): void {
  const open = gathered.rounds.find(({ closedAt }) => closedAt === undefined);
  if (open) {
    throw new Refusal(
      'already-done',
      `Round ${open.number} is under way until ${open.meetBy}. The next one can be opened after it.`,
    );
  }
  const people = gathered.people.filter((one) => takesPart(one, today));
  const organizations = new Set(people.map(({ organizationId }) => organizationId));
  if (organizations.size > 1) return;
  throw new Refusal(
    'invalid',
    'People of two organizations have to take part before anybody can be introduced. `/partnership checkins invite` asks everybody in the channel.',
  );
}
