import type { TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../time/calendar.ts';
import { addNote } from './add-note.ts';
import { getOwnOrganization } from './get-own-organization.ts';
import { getPartnership } from './get-partnership.ts';
import type { Partnership, QuietHours } from './partnership.ts';
import { changeOrganization } from './store.ts';

export type CalendarChange = {
  /** ISO weekdays. */
  readonly workingWeek?: readonly number[];
  readonly quietHours?: QuietHours;
  /** All of them: ISO dates. */
  readonly closures?: readonly string[];
  /** Where its public holidays are taken from; given as undefined, from nowhere any more. */
  readonly place?:
    | { readonly country: string; readonly subdivision: string | undefined }
    | undefined;
};

const MOST_CLOSURES = 400;

/** Changes when the acting member's organization works; what is not given stays. */
export async function changeCalendar(
  ctx: TransactionContext,
  input: CalendarChange,
): Promise<Partnership> {
  const { workingWeek, quietHours, closures, place } = input;
  const organization = await getOwnOrganization(ctx);
  if (workingWeek?.length === 0) {
    throw new Refusal('invalid', 'A working week has at least one day.', 'week');
  }
  const today = localDate(ctx.clock.now(), organization.timeZone);
  const coming = closures?.filter((on) => on >= today).length ?? 0;
  if (coming > MOST_CLOSURES) {
    throw new Refusal(
      'invalid',
      `That would be ${coming} closed days to come; ${MOST_CLOSURES} is the most.`,
      'closed',
    );
  }
  await changeOrganization(ctx.db, ctx.partnership.id, organization.id, {
    ...(workingWeek && { workingWeek }),
    ...(quietHours && { quietHours }),
    ...(closures && { closures }),
    ...('place' in input && { country: place?.country, subdivision: place?.subdivision }),
  });
  const added = closures?.filter((on) => !organization.closures.includes(on)) ?? [];
  const taken = organization.closures.filter((on) => closures && !closures.includes(on));
  await addNote(ctx, undefined, 'partnerships.calendar', {
    organization: organization.id,
    ...(workingWeek && { workingWeek: workingWeek.join(' ') }),
    ...(quietHours && { quietHours: `${quietHours.from}-${quietHours.to}` }),
    ...(added.length > 0 && { closed: added.join(' ') }),
    ...(taken.length > 0 && { opened: taken.join(' ') }),
    ...('place' in input && {
      holidays: [place?.country, place?.subdivision].filter(Boolean).join('-'),
    }),
  });
  return getPartnership(ctx);
}
