import { createForms } from './scanner-forms.ts';
import { CUT, emptyToken, foldedToken, GLUED, readToken, SPACED } from './scanner-tokens.ts';

/** A way in which labels may be written, as its tokens are folded. */
export type Phrase = {
  readonly written: string;
  /** The hash of its first word, of its first two, and so on to the whole. */
  readonly path: readonly number[];
  readonly ids: readonly string[];
};

/** All ways in which labels may be written. What one says itself goes before another's plural. */
export function phrasesOf(
  labels: readonly { readonly text: string; readonly id: string }[],
): readonly Phrase[] {
  const exact = new Map<string, readonly string[]>();
  const inflected = new Map<string, readonly string[]>();
  const formsOf = createForms();
  for (const { text, id } of labels) {
    const forms = formsOf(text);
    // One list for all forms of a label.
    const own = [id];
    add(exact, forms.exact, own);
    for (const form of forms.inflected) add(inflected, form, own);
  }
  const others = [...inflected].filter(([form]) => !exact.has(form));
  const phrases = [...exact, ...others].flatMap(([form, ids]) => phraseOf(form, ids));
  return [...phrases, ...labels.flatMap(({ text }) => asTyped(text, exact))];
}

/** `½` is one token, but three once it is `1⁄2`: such a label is found in either shape. */
function asTyped(text: string, exact: ReadonlyMap<string, readonly string[]>): readonly Phrase[] {
  if (!/[^\0-\x7f]/.test(text)) return [];
  return phraseOf(text, []).flatMap(({ written, path }) => {
    const ids = exact.get(written);
    return ids ? [{ written, path, ids }] : [];
  });
}

function add(forms: Map<string, readonly string[]>, form: string, own: readonly string[]): void {
  const ids = forms.get(form);
  forms.set(form, ids ? [...new Set([...ids, ...own])] : own);
}

/** None where some of it would be left alone in a text. */
function phraseOf(form: string, ids: readonly string[]): readonly Phrase[] {
  const path: number[] = [];
  const token = emptyToken();
  let written = '';
  let hash = 0;
  for (let at = 0; readToken(form, at, token); at = token.end) {
    if (token.gap === CUT) return [];
    hash = hashAfter(hash, at > 0 ? token.gap : GLUED, token.hash);
    path.push(hash);
    written += `${at > 0 && token.gap === SPACED ? ' ' : ''}${foldedToken(form, token)}`;
  }
  // The form rather than its twin, which is still in pieces.
  return path.length ? [{ written: written === form ? form : written, path, ids }] : [];
}

/** Of a phrase that goes on by a token of this hash. */
export function hashAfter(phrase: number, gap: number, hash: number): number {
  return Math.imul(phrase ^ (hash + gap), 0x2c1b3c6d) ^ (phrase >>> 15);
}
