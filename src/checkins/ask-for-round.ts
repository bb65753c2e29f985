import { type Context, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { localDate } from '../time/calendar.ts';
import { gather } from './gather.ts';
import { refuseUnopened } from './open-round.ts';
import { firstZone } from './plan-round.ts';

/** A coordinator opens a round now; the next one follows in its time after it. */
export async function askForRound(ctx: Context): Promise<void> {
  await coordinatingMember(
    ctx,
    'A coordinator opens a round; otherwise they open by themselves, on Tuesdays. `/partnership` says who that is.',
  );
  refuseUnopened(await gather(ctx), localDate(ctx.clock.now(), firstZone(ctx)));
  const { id: partnershipId } = ctx.partnership;
  await transaction(ctx, (tx) => ctx.jobs.add(tx.db, 'checkins.open', { partnershipId }));
}
