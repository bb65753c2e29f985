import { type Context, transaction } from '../context.ts';
import { maySpeak, workplacesOf } from '../partnerships/workplaces.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { localDate, nextTurn } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';
import { timingOf } from '../time/timing.ts';
import { isRoundDue, ROUND_DAY } from './cadence.ts';
import { closeRound } from './close-round.ts';
import { gather } from './gather.ts';
import { takesPart } from './participant.ts';
import { firstZone } from './plan-round.ts';
import { deleteGroupsBefore } from './round-store.ts';

/** How long it is kept who was introduced to whom (domain 2.4). */
const DAYS_KEPT = 365;

/** On Tuesdays: what is over is closed, what is a year old is forgotten, and a round opens if it is due. */
export async function turnRound(
  ctx: Context,
  input: {
    readonly dueAt: Date;
    /** It makes up for one that came at a bad hour. */
    readonly isMakeUp: boolean;
  },
): Promise<void> {
  const { partnership } = ctx;
  const { dueAt, isMakeUp } = input;
  const now = ctx.clock.now();
  const places = workplacesOf(partnership);
  const appointment: Appointment = { partnershipId: partnership.id, what: 'checkins.turn' };
  const since = new Date(dueAt.getTime() - 1);
  const turn = isMakeUp ? dueAt : nextTurn({ weekday: ROUND_DAY, places, after: since });
  const timing = timingOf(places, turn, now);
  const isDue = timing === 'now' && (await tidy(ctx));
  await transaction(ctx, async (tx) => {
    if (!isMakeUp) {
      const next = nextTurn({ weekday: ROUND_DAY, places, after: now });
      await setAppointment(tx.db, appointment, next);
    }
    if (typeof timing === 'object') {
      await setAppointment(tx.db, { ...appointment, about: 'make-up' }, timing.makeUpAt);
    }
    if (isDue) await ctx.jobs.add(tx.db, 'checkins.open', { partnershipId: partnership.id });
  });
}

/** Answers whether a round is due then. */
async function tidy(ctx: Context): Promise<boolean> {
  const { partnership } = ctx;
  const today = localDate(ctx.clock.now(), firstZone(ctx));
  const { rounds, people } = await gather(ctx);
  const [last] = rounds;
  const isOver = last !== undefined && !last.closedAt && last.meetBy < today;
  if (isOver) await closeRound(ctx, { roundId: last.id });
  await transaction(ctx, ({ db }) =>
    deleteGroupsBefore(db, partnership.id, addDays(today, -DAYS_KEPT)),
  );
  const joined = people.filter((one) => takesPart(one, today)).length;
  const known = isOver ? { ...last, closedAt: ctx.clock.now() } : last;
  return maySpeak(partnership) && joined > 1 && isRoundDue(known, joined, today);
}
