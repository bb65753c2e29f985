/** Local times, `18:30`. */
export type Hours = { readonly from: string; readonly to: string };

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|h|uhr)?`;
const SPAN = new RegExp(`^(?:from )?${TIME} ?(?:-|–|—|to|until|till|bis) ?${TIME}$`, 'i');

/** Reads `18:00-08:00`, `6pm to 8am`, `9-17`; undefined where there are no two times of a day in it. */
export function hoursIn(words: string): Hours | undefined {
  const spaced = words.replaceAll(/\s+/g, ' ').trim();
  const [, hour, minute, half, hour2, minute2, half2] = SPAN.exec(spaced) ?? [];
  const from = timeOf(hour, minute, half);
  const to = timeOf(hour2, minute2, half2);
  return from && to ? { from, to } : undefined;
}

function timeOf(hour = '', minute = '00', half = ''): string | undefined {
  const isHalf = /am|pm/i.test(half);
  const given = Number(hour);
  if (hour === '' || Number(minute) > 59 || given > (isHalf ? 12 : 24)) return undefined;
  if (isHalf && given === 0) return undefined;
  const hours = isHalf ? (given % 12) + (/pm/i.test(half) ? 12 : 0) : given;
  // The end of a day is the beginning of the next.
  if (hours === 24) return minute === '00' ? '00:00' : undefined;
  return `${`${hours}`.padStart(2, '0')}:${minute}`;
}

const DAY_NAMES: readonly string[] = [
  'monday|montag|lundi|lunes',
  'tuesday|dienstag|mardi|martes',
  'wednesday|mittwoch|mercredi|miercoles',
  'thursday|donnerstag|jeudi|jueves',
  'friday|freitag|vendredi|viernes',
  'saturday|samstag|samedi|sabado',
  'sunday|sonntag|dimanche|domingo',
];

/** Reads `mon-fri`, `sunday to thursday`, `mon, wed, fri` as ISO weekdays; undefined where it is none. */
export function weekIn(words: string): readonly number[] | undefined {
  const parts = words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[,;+\n]|\band\b|\bund\b/)
    .map((part) => part.trim())
    .filter(Boolean);
  const days = new Set<number>();
  for (const part of parts) {
    const [first = '', last = first, more] = part.split(/[-–—]|\bto\b|\bbis\b/);
    const [from, to] = [weekdayOf(first), weekdayOf(last)];
    if (from === undefined || to === undefined || more !== undefined) return undefined;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return days.size > 0 ? [...days].toSorted((a, b) => a - b) : undefined;
}

function weekdayOf(name: string): number | undefined {
  const wanted = name.trim().replace(/\.$/, '');
  if (wanted.length < 2) return undefined;
  const singular = wanted.length > 4 ? wanted.replace(/s$/, '') : wanted;
  const found = DAY_NAMES.findIndex((names) =>
    names.split('|').some((one) => one.startsWith(wanted) || one.startsWith(singular)),
  );
  return found < 0 ? undefined : found + 1;
}

export type DaySpan = { readonly from: string; readonly to: string | undefined };

/** `27 November 2026, 24 December to 1 January` in its parts, each still as it was written. */
export function daySpansIn(words: string): readonly DaySpan[] {
  const parts = words
    .split(/[,;\n]|\s(?:and|und)\s/)
    .map((part) => part.trim())
    .filter(Boolean);
  return withTheirYears(parts).map((part) => {
    const [from = '', to] = part
      .replace(/^(?:from|vom)\s+/i, '')
      .split(/\s(?:to|until|till|through|bis|-)\s|[–—]/i)
      .map((end) => end.trim());
    const [, alone, before = '', range] =
      /^((?:\D+\s)?)(\d{1,2})\.?-(\d{1,2}\b.*)$/.exec(from) ?? [];
    if (to === undefined && range !== undefined) return whole(`${alone ?? ''}${before}`, range);
    return to === undefined ? { from, to } : whole(from, to);
  });
}

/** `November 27, 2026` is one day, whatever the comma says. */
function withTheirYears(parts: readonly string[]): readonly string[] {
  const isYear = (part: string) => /^\d{4}$/.test(part);
  return parts.flatMap((part, at) => {
    const next = parts[at + 1];
    if (isYear(part) && at > 0) return [];
    return next && isYear(next) ? [`${part} ${next}`] : [part];
  });
}

/** In `24 to 28 December` the month belongs to both, and in `December 24 to 28` too. */
function whole(from: string, to: string): DaySpan {
  const isDay = (text: string) => /^\d{1,2}\.?$/.test(text.trim());
  if (isDay(from)) return { from: `${from} ${to.replace(/^\d{1,2}\.?\s*/, '')}`.trim(), to };
  const month = /^\p{L}+\s+(?=\d)/u.exec(from)?.[0];
  return { from, to: isDay(to) && month ? `${month}${to}` : to };
}

/** Whether somebody who works these hours can be written to at all: no more than quiet hours can be too much. */
export function leavesNothing(working: Hours, quiet: Hours): boolean {
  if (quiet.from === quiet.to) return false;
  const open = minutes(working).filter((minute) => !minutes(quiet).includes(minute));
  return open.length === 0;
}

const STEP = 15;

/** The quarters of an hour of a day that a span covers; from and to the same time is all of them. */
function minutes({ from, to }: Hours): readonly number[] {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const length = ends > begins ? ends - begins : ends + 1_440 - begins;
  return Array.from({ length: Math.ceil(length / STEP) }, (_, n) => {
    const minute = begins - (begins % STEP) + n * STEP;
    return minute % 1_440;
  });
}

function minutesOf(time: string): number {
  const [hours = 0, minute = 0] = time.split(':').map(Number);
  return hours * 60 + minute;
}
