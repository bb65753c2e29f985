import { type Context, transaction } from '../context.ts';
import type { Member } from '../members/member.ts';
import { localDate, mondayOfWeek } from '../partnerships/calendar.ts';
import { timingOf } from '../partnerships/timing.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { setAppointment } from '../schedule/appointments.ts';
import type { Gap } from './gap.ts';
import { listCoordinators } from './list-coordinators.ts';
import { listGaps } from './list-gaps.ts';
import { isWeekStopped } from './stop-week.ts';

/** What a coordinator is told of last week. */
export type Week = {
  readonly member: Member;
  /** The Monday on which, or after which, it is told. */
  readonly occasion: string;
  /** The Monday of the week that it is about. */
  readonly week: string;
  readonly gaps: readonly Gap[];
};

/** Undefined where there is nothing to tell, or nobody to tell it to now. */
export async function prepareWeek(
  ctx: Context,
  input: { readonly memberId: string; readonly dueAt: Date },
): Promise<Week | undefined> {
  const coordinators = await listCoordinators(ctx);
  const coordinator = coordinators.find(({ member }) => member.id === input.memberId);
  if (!coordinator || !maySpeak(ctx.partnership)) return undefined;
  const { member, place } = coordinator;
  if (await isWeekStopped(ctx, member.id)) return undefined;
  const now = ctx.clock.now();
  const timing = timingOf([place], input.dueAt, now);
  if (timing !== 'now') {
    const dueAt = timing === 'not-yet' ? input.dueAt : timing.makeUpAt;
    const tell = { partnershipId: ctx.partnership.id, what: 'upkeep.tell', about: member.id };
    await transaction(ctx, (tx) => setAppointment(tx.db, tell, dueAt));
    return undefined;
  }
  const occasion = mondayOfWeek(localDate(now, place.timeZone));
  const week = mondayOfWeek(occasion, 1);
  const gaps = await listGaps({ ...ctx, member }, { week });
  return gaps.length > 0 ? { member, occasion, week, gaps } : undefined;
}
