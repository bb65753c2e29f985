import type { InputBlock } from '@slack/types';
import { Refusal } from '../../refusal.ts';
import { daysIn, dayWords } from '../../time/day-words.ts';
import { type Choice, choiceInput, dateInput, peopleInput, textInput } from '../blocks.ts';
import { LIMITS } from '../limits.ts';
import type { Scene } from '../scene.ts';
import { dayIn } from '../value-in.ts';
import type { ReadDay } from './read-day.ts';
import type { Field, Values } from './verb.ts';

type Fields = Readonly<Record<string, Field>>;

export type Reading = {
  readonly values: Values;
  /** False where a day can be read in another way. */
  readonly isCertain: boolean;
  /** A day that has to be chosen first. */
  readonly open?: {
    readonly name: string;
    readonly text: string;
    readonly days: readonly string[];
  };
};

type ReadDays = (text: string, direction: 'past' | 'future') => Promise<ReadDay>;

/** How long the days of a field may be, as they are written. */
const LONGEST_DAYS = 1_500;

/** What was said, of the kind that each field is; refuses in its place what can't be. */
export async function readValues(
  fields: Fields,
  said: Partial<Values>,
  { scene, readDay }: { readonly scene: Scene; readonly readDay: ReadDays },
): Promise<Reading> {
  let reading: Reading = { values: {}, isCertain: true };
  for (const [name, field] of Object.entries(fields)) {
    const text = said[name]?.trim() ?? '';
    refuseFault(name, field, text);
    const read: Read = text ? await readOne(name, field, text) : { value: '' };
    const { value, isExact = true, days } = read;
    reading = {
      values: { ...reading.values, [name]: value },
      isCertain: reading.isCertain && isExact,
      ...(reading.open ? { open: reading.open } : days && { open: { name, text, days } }),
    };
  }
  return reading;

  async function readOne(name: string, field: Field, text: string): Promise<Read> {
    if (field.is === 'text') return { value: text };
    if (field.is === 'choice') return { value: chosen(name, field.choices(scene), text) };
    if (field.is === 'days') return daysOf(name, field.most, text);
    if (field.is === 'person') return { value: personIn(name, text) };
    const reading = await readDay(text, field.isPast ? 'past' : 'future');
    if ('message' in reading) throw new Refusal('invalid', reading.message, name);
    const [on = '', other] = reading.days;
    return { value: on, isExact: reading.isExact, ...(other && { days: reading.days }) };
  }

  async function daysOf(name: string, most: number, text: string): Promise<Read> {
    const written = daysIn(text);
    if (written.length > most) {
      const sentence = `${written.length} days at once are many; ${most} is the most.`;
      throw new Refusal('invalid', sentence, name);
    }
    const all: string[] = [];
    let isExact = true;
    for (const one of written) {
      const reading = await readDay(one, 'future');
      if ('message' in reading) throw new Refusal('invalid', reading.message, name);
      if (reading.days.length > 1) {
        const ways = reading.days.map(dayWords).join(' or ');
        const sentence = `“${one}” can be ${ways}. Write the one that you mean.`;
        throw new Refusal('invalid', sentence, name);
      }
      isExact &&= reading.isExact;
      all.push(...reading.days);
    }
    return { value: [...new Set(all)].toSorted().join(','), isExact };
  }
}

type Read = {
  readonly value: string;
  readonly isExact?: boolean;
  /** All that it can be, where that is more than one. */
  readonly days?: readonly string[];
};

function refuseFault(name: string, field: Field, text: string): void {
  const { called, isOptional } = field;
  if (!text && !isOptional) throw new Refusal('invalid', `The ${called} is missing.`, name);
  const limit = field.is === 'text' ? field.limit : LONGEST_DAYS;
  if (text.length <= limit) return;
  const sentence = `The ${called} has ${text.length} characters; ${limit} is the most.`;
  throw new Refusal('invalid', sentence, name);
}

/** Slack turns a mention into a token; a name that was merely typed could be anybody's. */
function personIn(name: string, text: string): string {
  const [, userId] = /^(?:<@)?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(text) ?? [];
  if (userId) return userId;
  const sentence =
    'Who is that? Type `@` and choose the person from Slack’s list, or leave the name out and choose it in the form.';
  throw new Refusal('invalid', sentence, name);
}

function chosen(name: string, choices: readonly Choice[], text: string): string {
  const wanted = text.toLowerCase();
  const found =
    choices.find(({ value }) => value === text) ??
    choices.find((choice) => choice.text.toLowerCase() === wanted);
  if (found) return found.value;
  const all = choices.map((choice) => choice.text).join(', ');
  throw new Refusal('invalid', `“${text.slice(0, 80)}” is none of these: ${all}.`, name);
}

/** Whether a line or a button said all that a verb has to be told. */
export function isWhole(fields: Fields, said: Partial<Values>): boolean {
  return Object.entries(fields).every(([name, { isOptional }]) => said[name]?.trim() || isOptional);
}

/** The place of a field in a form, with what was said already. */
export function inputOf(block: string, field: Field, said = '', scene: Scene): InputBlock {
  const { label, hint, isOptional = false } = field;
  const common = { block, label, isOptional, ...(hint && { hint }) };
  if (field.is === 'choice') {
    return choiceInput({ ...common, choices: field.choices(scene), initial: said });
  }
  if (field.is === 'day') return dateInput({ ...common, initial: dayIn(said) });
  if (field.is === 'person') {
    const [initial] = /[UW][A-Z0-9]{2,}/.exec(said) ?? [];
    return peopleInput({ ...common, isSingle: true, initial: initial ? [initial] : [] });
  }
  const { placeholder } = field;
  return textInput({
    ...common,
    ...(placeholder && { placeholder }),
    isLong: field.is === 'days' || field.isLong === true,
    limit: field.is === 'days' ? LONGEST_DAYS : Math.min(field.limit, LIMITS.inputText),
    initial: said,
  });
}
