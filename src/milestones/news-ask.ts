import {
  nextCommonWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '../time/calendar.ts';
import { addDays, daysBetween } from '../time/days.ts';

/** What the owner of a milestone is asked; the same occasion is not asked twice. */
export type NewsAsk = { readonly what: 'update' | 'due'; readonly occasion: string };

/** Days after the last news or the last ask, so that it is the same weekday (domain 9.2). */
const ASK_AFTER = { near: 14, far: 28 } as const;
const NEAR_DAYS = 56;
/** Working days after an ask at which somebody is reminded, once (domain 2.4). */
const REMIND_AFTER = 3;
/** What is late is asked about once a week. */
const OVERDUE_EVERY = 7;

type Given = {
  /** The day of the last news. */
  readonly lastOn: string;
  readonly forecastOn: string;
  readonly today: string;
  readonly calendar: WorkingCalendar;
};

/** What the owner should have been asked by today; undefined while there is nothing to ask. */
export function newsAsk(given: Given): NewsAsk | undefined {
  const { lastOn, forecastOn, today, calendar } = given;
  if (forecastOn <= nextCommonWorkingDay([calendar], today)) return dueAsk(forecastOn, today);
  const askedOn = latestAsk(given);
  if (!askedOn) return undefined;
  const isReminder = workingDaysBetween(calendar, askedOn, today) >= REMIND_AFTER;
  return { what: 'update', occasion: `${lastOn} ${askedOn} ${isReminder ? 1 : 0}` };
}

/** Around the day itself, and then week by week; the days right after it have the news that it is red. */
function dueAsk(forecastOn: string, today: string): NewsAsk | undefined {
  const occasion = dueOccasion(forecastOn, today);
  if (forecastOn < today && occasion === dueOccasion(forecastOn, forecastOn)) return undefined;
  return { what: 'due', occasion };
}

/** An ask of another occasion is not worth telling any more: the next takes its place. */
export function dueOccasion(forecastOn: string, today: string): string {
  const weeks = Math.floor(Math.max(0, daysBetween(forecastOn, today)) / OVERDUE_EVERY);
  return `${forecastOn} ${weeks}`;
}

function latestAsk({ lastOn, forecastOn, today }: Given): string | undefined {
  let asked: string | undefined;
  for (let next = after(lastOn); next <= today; next = after(next)) asked = next;
  return asked;

  function after(on: string): string {
    for (let days: number = ASK_AFTER.near; days < ASK_AFTER.far; days += 7) {
      const day = addDays(on, days);
      if (daysBetween(day, forecastOn) <= NEAR_DAYS) return day;
    }
    return addDays(on, ASK_AFTER.far);
  }
}
