import { stillToSpeak } from '../agreements/still-to-speak.ts';
import { type Entry, statusOfEntry } from '../glossary/entry.ts';

/** A term without an agreement that could be the word of the week. */
export type Candidate = {
  readonly termId: string;
  /** Organizations mean, or may mean, different things by it. */
  readonly isAmbiguous: boolean;
  /** Since when its newest version, or the collecting of meanings, waits for an answer. */
  readonly since: Date;
  /** When it was the word of the week. */
  readonly lastPutAt: Date | undefined;
};

/** A word that nobody moved is left in peace for a quarter. */
const REST_MS = 12 * 7 * 86_400_000;

/**
 * Those whose turn it may be, the first one first. Words that never had a turn come before those that
 * had one longest ago. Among them, one word with two meanings does harm every day that it stays
 * unnoticed (domain 3.1), so it comes first; then whatever waits longest. A dispute is no reason to be
 * preferred: it is being talked about, and whoever objected is not put on the spot.
 */
export function inTurn(candidates: readonly Candidate[], now: Date): readonly Candidate[] {
  return candidates
    .filter(({ since, lastPutAt }) => {
      if (!lastPutAt || since > lastPutAt) return true;
      return now.getTime() - lastPutAt.getTime() >= REST_MS;
    })
    .toSorted(
      (a, b) =>
        (a.lastPutAt?.getTime() ?? 0) - (b.lastPutAt?.getTime() ?? 0) ||
        Number(b.isAmbiguous) - Number(a.isAmbiguous) ||
        a.since.getTime() - b.since.getTime() ||
        (a.termId < b.termId ? -1 : 1),
    );
}

/** Whether it lies with somebody, and not only with the days that have to pass. */
export function waitsForAnswers(entry: Entry, present: readonly string[]): boolean {
  if (entry.isCollecting) return present.some((id) => !entry.answered.includes(id));
  const status = statusOfEntry(entry);
  if (status === 'disputed') return true;
  return status === 'proposed' && stillToSpeak(entry.open, present).length > 0;
}

/** Whether nothing is left to be settled about it. */
export function isSettled(entry: Entry): boolean {
  const status = statusOfEntry(entry);
  return !entry.isCollecting && status !== 'proposed' && status !== 'disputed';
}
