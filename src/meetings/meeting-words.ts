import { daysIn } from '../time/day-words.ts';

export const MEETING_NAME_LIMIT = 60;

export type MeetingWords = {
  /** Of the series: “council”. */
  readonly name: string;
  /** The days as they were written. */
  readonly days: readonly string[];
  /** The time as it was written. */
  readonly time: string | undefined;
  readonly papersDueWorkingDays: number | undefined;
};

const PAPERS = /\spapers\s+(\d{1,3})(?:\s*(?:wd|days?|working days?))?(?:\s+before)?\s*$/i;
const AT = /\sat\s+(\d{1,2}(?:[:.]\d{2})?(?:\s*[ap]m)?)\s*$/i;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/i;

/** Reads `council = 15 December, 5 January at 18:30 papers 10`; undefined where a name or a day is missing. */
export function meetingWordsIn(text: string): MeetingWords | undefined {
  const [, name = '', rest = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
  const papers = PAPERS.exec(rest)?.[1];
  const withoutPapers = rest.replace(PAPERS, '');
  const days = daysIn(withoutPapers.replace(AT, ''));
  if (!name.trim() || days.length === 0) return undefined;
  return {
    name: name.trim(),
    days,
    time: AT.exec(withoutPapers)?.[1]?.trim(),
    papersDueWorkingDays: papers === undefined ? undefined : Number(papers),
  };
}

/** `18:30`; undefined for what is no time of day. */
export function timeIn(text: string): string | undefined {
  const [, hours = '', minutes = '00', half] = TIME.exec(text.trim()) ?? [];
  // A bare number may be anything.
  if (!hours || (!half && !/[:.]/.test(text))) return undefined;
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
