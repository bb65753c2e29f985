import { addWorkingDays, subtractWorkingDays, type WorkingCalendar } from '../time/calendar.ts';

/** One step on an organization's way: some working days, or a meeting that wants papers before it. */
export type Step =
  | { readonly name: string; readonly workingDays: number }
  | {
      readonly name: string;
      /** ISO dates, in order. */
      readonly meetings: readonly string[];
      readonly papersDueWorkingDays: number;
    };

export type EarliestPossible = {
  /** Undefined when no known meeting is late enough. */
  readonly earliestOn: string | undefined;
  /** When the papers of the last meeting on the way could be ready. */
  readonly readyOn: string | undefined;
  /** The meetings before that one, for which the papers come too late. */
  readonly missed: readonly { readonly heldOn: string; readonly papersDueOn: string }[];
};

/** Walks an organization's steps from today in its own working days (domain 8.3). */
export function earliestPossible(
  steps: readonly Step[],
  calendar: WorkingCalendar,
  today: string,
): EarliestPossible {
  let on: string | undefined = today;
  let readyOn: string | undefined;
  let missed: EarliestPossible['missed'] = [];
  for (const step of steps) {
    if (on === undefined) break;
    if ('workingDays' in step) {
      on = addWorkingDays(calendar, on, step.workingDays);
      continue;
    }
    const ready: string = on;
    readyOn = ready;
    const meetings = step.meetings.map((heldOn) => ({
      heldOn,
      papersDueOn: subtractWorkingDays(calendar, heldOn, step.papersDueWorkingDays),
    }));
    on = meetings.find(({ papersDueOn }) => papersDueOn >= ready)?.heldOn;
    missed = meetings.filter(({ papersDueOn }) => papersDueOn < ready);
  }
  return { earliestOn: on, readyOn, missed };
}
