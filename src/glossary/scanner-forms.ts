import pluralize from 'pluralize';
import { normalize } from './normalize.ts';

/** A label as `normalize` has it, and its other forms: `mous`, `agencies`, `memoranda of understanding`. */
export type Forms = { readonly exact: string; readonly inflected: readonly string[] };

/** One for each glossary: labels share their last words, and `pluralize` is slow. */
export function createForms(): (label: string) => Forms {
  const known = new Map<string, readonly string[]>();
  const formsOfWord = (word: string): readonly string[] => {
    const found = known.get(word) ?? wordForms(word);
    known.set(word, found);
    return found;
  };
  return (label) => {
    const exact = normalize(label);
    const last = WORD_AT_END.exec(label.trim())?.[0] ?? '';
    const formsOfLast = ACRONYM.test(last) ? acronymForms(last) : formsOfWord;
    const inflected = [
      ...replacements(exact, WORD_AT_END, formsOfLast),
      ...replacements(exact, WORD_BEFORE_OF, formsOfWord),
    ];
    return { exact, inflected };
  };
}

const WORD_AT_END = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]+$/u;
/** The head of “point of contact” takes the plural. */
const WORD_BEFORE_OF = /(?<![^ ])[a-z]+(?= (?:of|for|in|on|to|with) )/;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u;

/** Plurals of a Latin kind that `pluralize` does not know. */
const LATIN = /(?<=^(?:consorti|memorand|moratori|referend))um$/;
/** Forms that would be found in every text, and mean something else there. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'as good has his is its mean medium minute new proceed ours this thus us uses was yes'.split(' '),
);

function replacements(
  phrase: string,
  where: RegExp,
  formsOf: (word: string) => readonly string[],
): readonly string[] {
  const found = where.exec(phrase);
  if (!found) return [];
  const [word] = found;
  const [before, after] = [phrase.slice(0, found.index), phrase.slice(found.index + word.length)];
  return formsOf(word)
    .filter((form) => form !== word && !EVERYDAY.has(form))
    .map((form) => before + form + after);
}

function acronymForms(written: string): (word: string) => readonly string[] {
  return (word) => (written.endsWith('s') ? [word.slice(0, -1)] : [`${word}s`]);
}

function wordForms(word: string): readonly string[] {
  if (!/^[a-z]{3,40}$/.test(word)) return [];
  const forms = [pluralize.singular(word), pluralize.plural(word), word.replace(LATIN, 'a')];
  return [...new Set(forms)];
}
