import { normalize } from './normalize.ts';

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
    ...(/[.!?]["”’)]?\s+\p{Lu}/u.test(text) ? [{ code: 'more_than_one_sentence' } as const] : []),
    ...(letters.length ? [{ code: 'undefined_letters', letters } as const] : []),
  ];
}

function isCircular(label: string, definition: string): boolean {
  const wanted = normalize(label);
  if (!wanted) return false;
  return ` ${wordsOf(definition)} `.includes(` ${wanted} `);
}

function wordsOf(text: string): string {
  return normalize(text)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ');
}

function undefinedLetters(
  label: string,
  definition: string,
  knownLabels: readonly string[],
): readonly string[] {
  const known = new Set([label, ...knownLabels].map(normalize));
  const found = definition.match(/(?<![\p{L}\p{N}])\p{Lu}{2,8}(?![\p{L}\p{N}])/gu) ?? [];
  return [...new Set(found)].filter(
    (letters) => !KNOWN_LETTERS.has(letters) && !known.has(normalize(letters)),
  );
}
