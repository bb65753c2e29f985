import { KNOWN_LETTERS } from './definition-check.ts';
import { normalize } from './normalize.ts';

export type Spot = {
  /** In UTF-16 units, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
};

/**
 * The labels that a text uses (domain 3.2.8): whole words, the longest first, never inside code,
 * quotes or links. Letters that everybody knows, and AM or PM after a number, are left alone.
 */
export function spot(text: string, labels: readonly { readonly text: string }[]): readonly Spot[] {
  const byNormalized = new Map(labels.map((label) => [normalize(label.text), label.text]));
  const longest = Math.max(0, ...[...byNormalized.keys()].map((key) => key.split(' ').length));
  const words = wordsOf(blanked(text));
  const spots: Spot[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
      const [start, end] = [words[at]?.start ?? 0, words[at + count - 1]?.end ?? 0];
      const written = text.slice(start, end);
      const label = byNormalized.get(normalize(written));
      if (label === undefined || KNOWN_LETTERS.has(written)) continue;
      spots.push({ start, end, label });
      at += count - 1;
      break;
    }
  }
  return spots;
}

/** Code, quotes and links as spaces of the same length, so that places stay where they are. */
function blanked(text: string): string {
  return text.replaceAll(
    /```[\s\S]*?(?:```|$)|`[^`\n]*`|^(?:>|&gt;).*$|<[^>\n]*>|\bhttps?:\/\/\S+/gm,
    (found) => ' '.repeat(found.length),
  );
}

function wordsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
