import { Refusal } from '../../refusal.ts';
import type { Doors } from '../../slack/doors.ts';
import { daysIn } from '../meeting-words.ts';
import { added, askOrAdd, type DayReader, sceneOf } from './adding-talk.ts';
import { addForm } from './form-view.ts';
import { decodePending, MEETINGS } from './ids.ts';
import { startIn } from './talk.ts';

export function registerMeetings(doors: Doors, read: DayReader): void {
  doors.click(MEETINGS.add, async ({ channelId }) => {
    return { form: addForm({ name: '', channelId }) };
  });

  doors.click(MEETINGS.confirm, async (click) => {
    const { channelId, ...input } = decodePending(click.value);
    return { replace: await added(click.ctx, sceneOf(click.ctx, click.asking), input) };
  });

  doors.form(MEETINGS.add, async ({ values, asking, ctx }) => {
    const picked = values.day('day');
    const written = daysIn(values.text('days'));
    if (!picked && written.length === 0) {
      throw new Refusal('invalid', 'On which day? Pick it, or write several.', 'days');
    }
    const [time, papers] = [values.text('time'), values.text('papers')];
    if (papers && !/^\d{1,3}$/.test(papers)) {
      throw new Refusal('invalid', 'A whole number of working days, such as 10.', 'papers');
    }
    const asked = {
      name: values.text('name'),
      picked: picked ? [picked] : [],
      written,
      startsAt: time ? startIn(time) : undefined,
      papersDueWorkingDays: papers ? Number(papers) : undefined,
    };
    return askOrAdd(ctx, asking, asked, read);
  });
}
