import { distance } from 'fastest-levenshtein';

export type Candidate = { readonly normalized: string; readonly text: string };

/** `memorandum of understanding` → `mou`: every word, and also without the small ones. */
function initialsOf(normalized: string): readonly string[] {
  const words = normalized.split(' ').filter(Boolean);
  if (words.length < 2) return [];
  const initials = (some: readonly string[]) => some.map((word) => [...word][0] ?? '').join('');
  const large = words.filter((word) => !SMALL.has(word));
  return [...new Set([initials(words), initials(large)])].filter((letters) => letters.length > 1);
}

const SMALL = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** Whether one is the initials of the other. */
export function isAcronymOf(a: string, b: string): boolean {
  return initialsOf(a).includes(b) || initialsOf(b).includes(a);
}

/** The candidates that somebody may have meant, nearest first. */
export function nearMisses<C extends Candidate>(
  wanted: string,
  candidates: readonly C[],
  limit = 3,
): readonly C[] {
  if (!wanted || wanted.length > 100) return [];
  const words = new Set(wanted.split(' '));
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate.normalized) }))
    .filter(({ score }) => score < 1)
    .sort((a, b) => a.score - b.score || (a.candidate.normalized < b.candidate.normalized ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);

  /** 0 is certain, 1 and more is no match. */
  function scoreOf(known: string): number {
    if (isAcronymOf(known, wanted)) return 0;
    const shared = known
      .split(' ')
      .filter((word) => word.length > 2 && !SMALL.has(word) && words.has(word)).length;
    const overlap = shared ? 0.9 - shared / Math.max(words.size, known.split(' ').length) / 2 : 1;
    const begins = wanted.length > 2 && known.startsWith(wanted) ? 0.4 : 1;
    return Math.min(overlap, begins, misspelling(known));
  }

  function misspelling(known: string): number {
    const longest = Math.max(known.length, wanted.length);
    const allowed = Math.ceil(longest / 4);
    if (Math.abs(known.length - wanted.length) > allowed) return 1;
    const edits = isSwapped(wanted, known) ? 1 : distance(wanted, known);
    const leftOver = Math.min(known.length, wanted.length) - edits;
    return edits > allowed || leftOver < 1 ? 1 : 0.1 + (0.8 * edits) / (allowed + 1);
  }
}

/** Whether two neighbouring letters have changed places: the commonest slip of the fingers. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const swapped = `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}`;
  return at + 1 < a.length && swapped === b;
}
