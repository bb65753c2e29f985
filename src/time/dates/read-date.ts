import { chronoIn } from './chrono-date.ts';
import { GIVEN } from './given-date.ts';
import { PERIODS } from './period-date.ts';
import { rangeIn } from './range.ts';
import {
  type DateSpeaker,
  dayWords,
  type Form,
  type Moment,
  momentOf,
  type ReadDate,
  unclear,
} from './reading.ts';
import { RELATIVE } from './relative-date.ts';

export type { DateSpeaker, Direction, ReadDate } from './reading.ts';

const FORMS = [...GIVEN, ...RELATIVE, ...PERIODS].map((form: Form) => ({
  read: form.read,
  whole: new RegExp(`^(?:${form.pattern})$`, 'iu'),
  within: new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${form.pattern})(?![\\p{L}\\p{N}])`, 'iu'),
}));

/** What may stand around a day without making it another one. */
const BEFORE =
  /^(?:(?:by|on|until|till|the|am|zum|bis(?:\s+zum)?|le|pour le|el|em|no|il|op|den|der|dem)\s+)+/iu;
const AFTER = /(?<![\s!?…])[\s!?…]+$|(?<!(?<!\d)\d{1,2})\.$/u;

const LONGEST_DAY = 120;
const LONGEST_TEXT = 3_000;

/**
 * The day that somebody means, in their zone and language. All of the text has to be understood: what is
 * left over may be what matters. `isExact` only where nothing was guessed.
 */
export function readDate(text: string, speaker: DateSpeaker): ReadDate {
  const plain = plainOf(text.slice(0, LONGEST_DAY + 1));
  const found = plain.length <= LONGEST_DAY ? readWhole(plain, speaker) : undefined;
  return found ?? notUnderstood(text, speaker);
}

function readWhole(plain: string, speaker: DateSpeaker): ReadDate | undefined {
  const moment = momentOf(speaker);
  const alone = (given: string): ReadDate | undefined => {
    const text = given.trim();
    const ways = [text, text.replace(BEFORE, '')];
    for (const read of [byForms, chronoIn(speaker)]) {
      const [found] = ways.flatMap((one) => read(one, moment) ?? []);
      if (found) return found;
    }
    return undefined;
  };
  const reading = alone(plain) ?? rangeIn(plain, moment, alone);
  return reading && keepsYear(plain, reading) ? reading : undefined;
}

/** A year that was written and is not in what was read was taken for something else. */
function keepsYear(text: string, reading: ReadDate): boolean {
  const written = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const days =
    reading.kind === 'date' ? [reading.on] : reading.kind === 'ambiguous' ? reading.choices : [];
  if (written.length === 0 || days.length === 0) return true;
  return days.some((on) => written.some((year) => on.startsWith(year)));
}

function byForms(text: string, moment: Moment): ReadDate | undefined {
  for (const { whole, read } of FORMS) {
    const match = whole.exec(text);
    if (match) return read(match.groups ?? {}, moment);
  }
  return undefined;
}

/** The first day that a longer text speaks of; undefined where it speaks of none. */
export function findDate(text: string, speaker: DateSpeaker): ReadDate | undefined {
  return firstDate(text, speaker)?.reading;
}

type Found = { readonly reading: ReadDate; readonly at: number; readonly words: string };

function firstDate(given: string, speaker: DateSpeaker): Found | undefined {
  const text = plainOf(given.slice(0, LONGEST_TEXT));
  const moment = momentOf(speaker);
  let first: Found | undefined;
  for (const { within, read } of FORMS) {
    const match = within.exec(text);
    if (!match || (first && match.index >= first.at)) continue;
    const reading = read(match.groups ?? {}, moment);
    if (reading.kind === 'unclear') continue;
    first = { reading, at: match.index, words: match[0].trim() };
  }
  return first;
}

function notUnderstood(text: string, speaker: DateSpeaker): ReadDate {
  const found = firstDate(text, speaker);
  const said = text.trim().slice(0, 60);
  const how = 'Write it like `31 March 2027`, `2027-03-31` or `in 3 weeks`.';
  if (!found) return unclear(`I can’t find a day in “${said}”. ${how}`);
  const plain = plainOf(text.slice(0, LONGEST_DAY));
  const rest = [plain.slice(0, found.at), plain.slice(found.at + found.words.length)]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' … ');
  const like = found.reading.kind === 'date' ? dayWords(found.reading.on) : '31 March 2027';
  return unclear(
    `I understand “${found.words}”, but not “${rest.slice(0, 60)}”. Write the day alone, like \`${like}\`.`,
  );
}

function plainOf(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^["“„«`]+/, '')
    .replace(/(?<!["”“»`])["”“»`]+$/, '')
    .replace(AFTER, '');
}
