/** A meeting of an organization on which something can be decided: a council, a board. */
export type Meeting = {
  readonly id: string;
  readonly organizationId: string;
  /** Of the series: “council”. */
  readonly name: string;
  /** ISO date. */
  readonly heldOn: string;
  /** Local time, `18:30`, where it is known. */
  readonly startsAt: string | undefined;
  readonly minutes: number;
  /** Working days before it by which papers must be in. */
  readonly papersDueWorkingDays: number | undefined;
  readonly changedAt: Date;
};
