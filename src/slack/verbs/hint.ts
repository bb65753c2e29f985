import type { Field, Noun, Rows, Verb } from './verb.ts';

/** `/partnership meetings add NAME = DAYS`, as a line that can be copied; each door words its beginning. */
export function hintOf<S>(noun: Noun<S>, verb: Verb<S>, title?: string): string {
  const { word, isPrivate, example } = verb;
  const rest = example && title === undefined ? example : wordsOf(noun, verb, title);
  const words = ['partnership', noun.name, word, rest].filter(Boolean).join(' ');
  return `\`${isPrivate ? '//' : '/'}${words.replaceAll('`', '').replaceAll(/\s+/g, ' ')}\``;
}

function wordsOf<S>(noun: Noun<S>, verb: Verb<S>, title: string | undefined): string {
  const fields = Object.values<Field>(verb.fields).map(({ called }) => called.toUpperCase());
  const row = isOfRow(noun.rows, verb) ? [title ?? noun.rows?.one.toUpperCase() ?? ''] : [];
  const [first = '', ...others] = [...row, ...fields];
  return others.length > 0 ? `${first} = ${others.join('; ')}` : first;
}

export function isOfRow<S>(rows: Rows<S> | undefined, verb: Verb<S>): boolean {
  return rows?.verbs.includes(verb) ?? false;
}
