import { actingMember, type Context, organizationOf, transaction } from '../../context.ts';
import { getOwnOrganization } from '../../partnerships/get-own-organization.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Doors, Submission } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import { arrangeHours } from '../arrange-hours.ts';
import { arrangeOwnHours } from '../arrange-own-hours.ts';
import { closeDays } from '../close-days.ts';
import { observeHolidays } from '../observe-holidays.ts';
import { offerHolidays } from '../offer-holidays.ts';
import { openDays as openAfterAll } from '../open-days.ts';
import { type DayReader, readDays } from './days-talk.ts';
import { arrangeForm, KEPT, mineForm } from './form-view.ts';
import { afterCountry, openCountries, openDays } from './holidays-talk.ts';
import { shownOf } from './holidays-view.ts';
import { HOURS } from './ids.ts';
import { changed, getQuietHours, getWorkingHours, hoursNow } from './talk.ts';

export function registerHours(doors: Doors, read: DayReader): void {
  doors.click(HOURS.country, async (click) => {
    const { ctx, channelId } = click;
    return { form: await openCountries(ctx, channelId) };
  });
  doors.form(HOURS.country, async ({ values, about, ctx }) => ({
    next: await afterCountry(ctx, values.text('country'), about),
  }));
  doors.form(HOURS.state, async ({ values, about, ctx }) => ({
    next: await openDays(ctx, values.text('state'), about),
  }));
  doors.click(HOURS.days, async (click) => {
    const { ctx, channelId } = click;
    const [code = ''] = click.value.split(' ');
    return { form: await openDays(ctx, code, channelId) };
  });
  doors.form(HOURS.days, (submission) => saveDays(submission, read));
  doors.click(HOURS.confirm, async ({ ctx, value }) => {
    const [code = ''] = value.split(' ');
    const after = await changed(ctx, observeHolidays(ctx, { words: code }));
    return { message: await hoursNow(after, 'Saved: closed on these holidays.') };
  });

  doors.click(HOURS.arrange, async ({ ctx, channelId }) => {
    return { form: arrangeForm(await getOwnOrganization(ctx), channelId) };
  });
  doors.form(HOURS.arrange, (submission) => saveWeek(submission, read));

  doors.click(HOURS.mine, async ({ ctx, channelId }) => {
    const member = actingMember(ctx);
    return { form: mineForm(member, organizationOf(ctx, member), channelId) };
  });
  doors.form(HOURS.mine, async ({ values, ctx }) => {
    const member = await arrangeOwnHours(ctx, {
      workingHours: getWorkingHours(values.text('workingHours')),
      ...ownDaysOff(values),
    });
    return hoursNow({ ...ctx, member }, 'Saved, for you alone.');
  });
}

async function saveDays(
  { values, about, asking, ctx }: Submission,
  read: DayReader,
): Promise<Message> {
  const [words = ''] = about.split(' ');
  const shown = shownOf(await offerHolidays(ctx, { words })).map(({ on }) => on);
  const choice = { shown, ticked: values.list('days') };
  const closed = await daysIn(values, 'closed', ctx, asking, read);
  const after = await changed(ctx, observeHolidays(ctx, { words, choice, closed }));
  return hoursNow(after, 'Saved: closed on the days that you chose.');
}

/** All of the form or nothing of it. */
async function saveWeek({ values, asking, ctx }: Submission, read: DayReader): Promise<Message> {
  const quietHours = getQuietHours(values.text('quiet'));
  const workingWeek = values.list('week').map(Number).toSorted();
  const closed = await daysIn(values, 'closed', ctx, asking, read);
  const open = await daysIn(values, 'open', ctx, asking, read);
  const both = closed.find((on) => open.includes(on));
  if (both) throw new Refusal('invalid', `${both} can’t be both closed and open.`, 'open');
  const partnership = await transaction(ctx, async (tx) => {
    let now = await arrangeHours(tx, { workingWeek, quietHours });
    if (closed.length > 0) now = await closeDays(tx, { days: closed });
    if (open.length > 0) now = await openAfterAll(tx, { days: open });
    return now;
  });
  return hoursNow({ ...ctx, partnership }, 'Saved.');
}

async function daysIn(
  values: FormValues,
  field: string,
  ctx: Context,
  asking: Asking,
  read: DayReader,
): Promise<readonly string[]> {
  const words = values.text(field);
  return words ? readDays(words, (text) => read(text, ctx, asking), field) : [];
}

function ownDaysOff(values: FormValues): { readonly holidays?: string } {
  const place = values.text('place');
  if (place) return { holidays: place };
  return values.text('daysOff') === KEPT ? {} : { holidays: 'off' };
}
