import { distance } from 'fastest-levenshtein';
import { type Milestone, normalizeTitle } from './milestone.ts';

const MOST = 3;

/** Those that somebody may have meant, the nearest first: a slip of the fingers, or a word in common. */
export function nearTitles<M extends Pick<Milestone, 'title'>>(
  wanted: string,
  milestones: readonly M[],
): readonly M[] {
  const given = normalizeTitle(wanted);
  if (!given || given.length > 200) return [];
  return milestones
    .map((milestone) => ({ milestone, far: farness(given, normalizeTitle(milestone.title)) }))
    .filter(({ far }) => far < 1)
    .toSorted((a, b) => a.far - b.far || (a.milestone.title < b.milestone.title ? -1 : 1))
    .slice(0, MOST)
    .map(({ milestone }) => milestone);
}

/** 0 is the same, 1 and more is another one. */
function farness(given: string, known: string): number {
  return Math.min(
    slip(given, known),
    ...wordsOf(known).map((word) => slip(given, word) + 0.2),
    apart(given, known),
  );
}

function slip(given: string, known: string): number {
  const longest = Math.max(given.length, known.length);
  const edits = distance(given, known);
  return edits <= Math.ceil(longest / 4) && edits < longest ? edits / longest : 1;
}

/** How many of the longer words they do not share. */
function apart(given: string, known: string): number {
  const [some, others] = [wordsOf(given), wordsOf(known)];
  const shared = some.filter((word) =>
    others.some((other) => word === other || slip(word, other) <= 0.25),
  );
  return shared.length > 0 ? 0.9 - shared.length / Math.max(some.length, others.length) / 2 : 1;
}

function wordsOf(title: string): readonly string[] {
  return title.split(' ').filter((word) => word.length > 3);
}
