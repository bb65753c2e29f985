import { looseKeys, normalize } from './normalize.ts';

export type DefinitionAdvice =
  | {
      readonly code:
        | 'circular'
        | 'negative'
        | 'starts_badly'
        | 'too_long'
        | 'more_than_one_sentence';
    }
  | { readonly code: 'undefined_letters'; readonly letters: readonly string[] };

const MOST_WORDS = 40;

/** Letters that everybody knows (domain 3.2.8). */
export const KNOWN_LETTERS: ReadonlySet<string> = new Set([
  'OK',
  'US',
  'UK',
  'EU',
  'FYI',
  'ASAP',
  'AM',
  'PM',
]);

/** Domain 3.2.7, from ISO 704: advice on the wording, never a block. */
export function checkDefinition(
  label: string,
  definition: string,
  knownLabels: readonly string[],
): readonly DefinitionAdvice[] {
  const text = definition.trim();
  const words = text.split(/\s+/).filter(Boolean);
  const letters = undefinedLetters(label, text, knownLabels);
  return [
    ...(isCircular(label, text) ? [{ code: 'circular' } as const] : []),
    ...(/^not\b/i.test(text) ? [{ code: 'negative' } as const] : []),
    ...(/^(?:a term|when|where|refers to)\b/i.test(text)
      ? [{ code: 'starts_badly' } as const]
      : []),
    ...(words.length > MOST_WORDS ? [{ code: 'too_long' } as const] : []),
    ...(hasTwoSentences(text) ? [{ code: 'more_than_one_sentence' } as const] : []),
    ...(letters.length ? [{ code: 'undefined_letters', letters } as const] : []),
  ];
}

/** A full stop before a capital ends a sentence, but not that of `e.g.`, `W.` or `Dr.` */
function hasTwoSentences(text: string): boolean {
  if (/[。！？]\s*[^\s"”’」)]/u.test(text)) return true;
  const ends = text.matchAll(/(?<!\S)(\S*)[.!?]["”’)]*\s+["“‘(]?\p{Lu}/gu);
  return [...ends].some(([, word = '']) => !ABBREVIATION.test(word));
}

const ABBREVIATION =
  /^["“‘(]?(?:(?:\p{L}\.)*\p{L}|al|approx|bzw|ca|cf|co|corp|dr|inc|incl|ltd|mr|mrs|ms|prof|st|vgl|vs)$/iu;

function isCircular(label: string, definition: string): boolean {
  const wanted = wordsOf(label);
  const said = wordsOf(definition);
  if (wanted.length === 0) return false;
  return said.some((_, at) => wanted.every((word, n) => isWord(said[at + n], word)));
}

/** The word itself, or more of it: `pilots`, `pilot's`. */
function isWord(said: string | undefined, word: string): boolean {
  if (said?.[0] !== word[0]) return false;
  return said === word || (said !== undefined && looseKeys(said).includes(word));
}

function wordsOf(text: string): readonly string[] {
  return normalize(text)
    .split(/[^\p{L}\p{M}\p{N}'+#]+/u)
    .filter(Boolean);
}

function undefinedLetters(
  label: string,
  definition: string,
  knownLabels: readonly string[],
): readonly string[] {
  const known = new Set([label, ...knownLabels].map(normalize));
  const isAllCapitals = !/\p{Ll}/u.test(definition);
  const found = definition.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}{2,8})s?(?![\p{L}\p{N}])/gu);
  const all = isAllCapitals ? [] : [...found].map(([, letters = '']) => letters);
  return [...new Set(all)].filter(
    (letters) => !KNOWN_LETTERS.has(letters) && !known.has(normalize(letters)),
  );
}
