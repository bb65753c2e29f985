export const MEETING_NAME_LIMIT = 60;

export type MeetingWords = {
  /** Of the series: “council”. */
  readonly name: string;
  /** The days as they were written. */
  readonly days: readonly string[];
  readonly startsAt: string | undefined;
  readonly papersDueWorkingDays: number | undefined;
};

const PAPERS = /\s+papers\s+(\d{1,3})(?:\s*(?:wd|days?|working days?))?(?:\s+before)?\s*$/i;
const AT = /\s+at\s+(\d{1,2}):(\d{2})\s*$/i;

/** Reads `council = 15 December, 5 January at 18:30 papers 10`; undefined where a name or a day is missing. */
export function meetingWordsIn(text: string): MeetingWords | undefined {
  const [, name = '', rest = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
  const papers = PAPERS.exec(rest)?.[1];
  const withoutPapers = rest.replace(PAPERS, '');
  const [, hour, minute] = AT.exec(withoutPapers) ?? [];
  const days = withoutPapers
    .replace(AT, '')
    .split(/[,;\n]/)
    .map((day) => day.trim())
    .filter(Boolean);
  if (!name.trim() || days.length === 0) return undefined;
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return {
    name: name.trim(),
    days,
    startsAt: isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined,
    papersDueWorkingDays: papers === undefined ? undefined : Number(papers),
  };
}
