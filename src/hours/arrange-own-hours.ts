import { actingMember, type Context, transaction } from '../context.ts';
import { changeHours } from '../members/change-hours.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../time/calendar.ts';
import { followOwnHours } from './follow-own-hours.ts';
import { getPlace } from './get-place.ts';
import type { Hours } from './hours-in-words.ts';
import { listDaysOff } from './list-days-off.ts';
import { placeCode } from './place.ts';

export type OwnHours = {
  readonly workingHours?: Hours;
  /** The place whose public holidays are theirs, or `off` for those of the organization. */
  readonly holidays?: string;
};

/** When the acting member works; what is not given stays. */
export async function arrangeOwnHours(ctx: Context, input: OwnHours): Promise<Member> {
  const { workingHours, holidays } = input;
  if (workingHours && workingHours.from === workingHours.to) {
    throw new Refusal(
      'invalid',
      'A working day ends later than it begins. Write it like `10:00-18:30`.',
      'workingHours',
    );
  }
  const closures = holidays === undefined ? undefined : await closuresOf(ctx, holidays);
  return transaction(ctx, async (tx) => {
    const member = await changeHours(tx, {
      ...(workingHours && { workingHours }),
      ...(holidays !== undefined && { closures }),
    });
    await followOwnHours({ ...tx, member }, { member });
    return member;
  });
}

async function closuresOf(ctx: Context, words: string) {
  if (/^(?:off|none|no)$/i.test(words.trim())) return undefined;
  const { place } = await getPlace(words);
  const { timeZone } = workplaceOfMember(ctx.partnership, actingMember(ctx));
  const { days } = await listDaysOff({ place, from: localDate(ctx.clock.now(), timeZone) });
  const isPublic = days.filter(({ kind }) => kind === 'public');
  return { country: placeCode(place), days: isPublic.map(({ on }) => on) };
}
