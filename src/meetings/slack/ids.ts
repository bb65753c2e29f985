import { dayIn, numberIn } from '../../slack/value-in.ts';

/** Action and callback ids: `<capability>.<verb>`. */
export const MEETINGS = {
  add: 'meetings.add',
  confirm: 'meetings.confirm',
} as const;

/** Days that were read, kept until the reading is confirmed. */
export type PendingMeetings = {
  readonly channelId: string;
  readonly name: string;
  /** ISO dates. */
  readonly days: readonly string[];
  readonly startsAt: string | undefined;
  readonly papersDueWorkingDays: number | undefined;
};

export function encodePending(pending: PendingMeetings): string {
  const { channelId, days, startsAt, papersDueWorkingDays, name } = pending;
  return [channelId, days.join(','), startsAt ?? '-', papersDueWorkingDays ?? '-', name].join(' ');
}

export function decodePending(value: string): PendingMeetings {
  const [channelId = '', days = '', startsAt = '-', papers = '-', ...name] = value.split(' ');
  return {
    channelId,
    days: days.split(',').filter((on) => dayIn(on)),
    startsAt: startsAt === '-' ? undefined : startsAt,
    papersDueWorkingDays: papers === '-' ? undefined : numberIn(papers, 0),
    name: name.join(' '),
  };
}
