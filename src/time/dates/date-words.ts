/*
 * The words of the partners' languages for months, weekdays, lengths and numbers, whole and as they are
 * usually shortened. English, German, French, Spanish, Portuguese, Italian, Dutch.
 */

const MONTHS: readonly string[] = [
  'january jan januar jänner jän janvier janv enero janeiro gennaio januari',
  'february feb februar febr février fevrier févr febrero fevereiro febbraio februari',
  'march mar märz maerz mrz mars marzo março marco maart mrt',
  'april apr avril avr abril aprile',
  'may mai mayo maio maggio mei',
  'june jun juni juin junio junho giugno',
  'july jul juli juillet juil julio julho luglio',
  'august aug août aout agosto augustus',
  'september sep sept septembre septiembre setiembre setembro settembre',
  'october oct oktober okt octobre octubre outubro ottobre',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre decembre déc diciembre dezembro dicembre',
];

const WEEKDAYS: readonly string[] = [
  'monday mon montag lundi lunes segunda-feira lunedì maandag',
  'tuesday tues tue dienstag mardi martes terça-feira martedì dinsdag',
  'wednesday weds wed mittwoch mercredi miércoles quarta-feira mercoledì woensdag',
  'thursday thurs thur thu donnerstag jeudi jueves quinta-feira giovedì donderdag',
  'friday fri freitag vendredi viernes sexta-feira venerdì vrijdag',
  'saturday sat samstag sonnabend samedi sábado sabato zaterdag',
  'sunday sun sonntag dimanche domingo domenica zondag',
];

/** So short that they are weekdays only in front of a date: `Fr 5.3.`, `mar. 5 mars`. */
const SHORT_WEEKDAYS: readonly string[] = [
  'mo lun',
  'di mar',
  'mi mer',
  'do jeu',
  'fr ven',
  'sa sam',
  'so dim',
];

const NUMBERS: readonly string[] = [
  'a an one ein eine einem einen einer un une uno una um uma een',
  'two zwei deux dos dois duas due twee',
  'three drei trois tres três tre drie',
  'four vier quatre cuatro quatro quattro',
  'five fünf cinq cinco cinque vijf',
  'six sechs seis sei zes',
  'seven sieben sept siete sete sette zeven',
  'eight acht huit ocho oito otto',
  'nine neun neuf nueve nove negen',
  'ten zehn dix diez dez dieci tien',
  'eleven elf onze once undici',
  'twelve zwölf douze doce doze dodici twaalf',
  'thirteen dreizehn treize trece tredici dertien',
  'fourteen vierzehn quatorze catorce quattordici veertien',
  'fifteen fünfzehn quinze quince quindici vijftien',
];

const LENGTHS: Readonly<Record<Length, string>> = {
  workingDays:
    'working days?|workdays?|business days?|wds?|arbeitstag(?:en?)?|werktag(?:en?)?|jours? ouvrée?s?|jours? ouvrables?|días? hábil(?:es)?|dias? (?:útil|úteis)|werkdag(?:en)?',
  days: 'days?|tag(?:en?)?|jours?|días?|dias?|giorn[oi]|dag(?:en)?',
  weeks: 'weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken',
  months: 'months?|monat(?:en?)?|mois|mes(?:es)?|mês|mes[ei]|maand(?:en)?',
  years: 'years?|jahr(?:en?)?|ans?|années?|años?|anos?|ann[oi]|jaar',
};

export type Length = 'workingDays' | 'days' | 'weeks' | 'months' | 'years';

const END_OF_WORD = '(?![\\p{L}\\p{N}])';

function anyOf(...tables: readonly (readonly string[])[]): string {
  return tables.flatMap((table) => table.flatMap((row) => row.split(' '))).join('|');
}

export const MONTH = `(?<month>${anyOf(MONTHS)})${END_OF_WORD}\\.?`;
export const WEEKDAY = `(?<weekday>${anyOf(WEEKDAYS)})${END_OF_WORD}\\.?`;
/** In front of a date, which it has to fit. */
export const WEEKDAY_BEFORE = `(?:(?<weekday>${anyOf(WEEKDAYS, SHORT_WEEKDAYS)})${END_OF_WORD}\\.?,?\\s+(?:(?:the|den|dem|der|le|el)\\s+)?)?`;
export const COUNT = `(?<count>\\d{1,3}|${anyOf(NUMBERS)})`;
export const LENGTH = `(?<length>${Object.values(LENGTHS).join('|')})${END_OF_WORD}`;
export const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';
/** Two bare digits are a year at the very end only: `31 March 12 people` names none. */
export const YEAR =
  "(?:,?[\\s-]+(?:(?:de|del|of)\\s+)?(?<year>\\d{4}(?!\\d)|'\\d{2}|\\d{2}(?=\\s*$)))?";

/** 1 for January. */
export function monthOf(word = ''): number {
  return rowOf(word, MONTHS);
}

/** 1 for Monday. */
export function weekdayOf(word = ''): number {
  return rowOf(word, WEEKDAYS) || rowOf(word, SHORT_WEEKDAYS);
}

export function countOf(word = ''): number {
  return /^\d/.test(word) ? Number(word) : rowOf(word, NUMBERS);
}

export function lengthOf(word = ''): Length {
  const lengths = Object.keys(LENGTHS) as readonly Length[];
  return lengths.find((length) => matches(LENGTHS[length], word)) ?? 'days';
}

/** `28` and `’28` are in this century. */
export function yearOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

export function matches(pattern: string, word: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'iu').test(word);
}

function rowOf(word: string, table: readonly string[]): number {
  const wanted = word.toLowerCase();
  return 1 + table.findIndex((row) => row.split(' ').includes(wanted));
}
