import {
  type Confusion,
  confusionOf,
  MONTHS_UNTIL_REVIEW,
  needsReview,
} from '../glossary/review.ts';
import { monthsAfter } from '../time/calendar.ts';

/** An agreement in force that may have to be looked at again (domain 3.2.11). */
export type ReviewCandidate = {
  readonly termId: string;
  readonly version: number;
  /** When it was agreed, or last asked about, or last found right. */
  readonly lookedAt: Date;
  /** Who was confused since then, by organization. */
  readonly flags: readonly { readonly organizationId: string }[];
};

/** More than that nobody reads; the others have their turn in the next weeks. */
export const REVIEWS_AT_ONCE = 5;

/** Whom to ask about, the first one first: what confused people, then what was agreed longest ago. */
export function dueForReview(
  candidates: readonly ReviewCandidate[],
  now: Date,
): readonly ReviewCandidate[] {
  return candidates
    .filter((one) => isConfusing(one) || monthsAfter(one.lookedAt, MONTHS_UNTIL_REVIEW) <= now)
    .toSorted(
      (a, b) =>
        Number(isConfusing(b)) - Number(isConfusing(a)) ||
        a.lookedAt.getTime() - b.lookedAt.getTime() ||
        (a.termId < b.termId ? -1 : 1),
    );
}

function isConfusing({ flags }: ReviewCandidate): boolean {
  return needsReview(confusionOf(flags));
}

/** The term and the version that a review asks about, as a job and a button carry it. */
export type Reviewed = { readonly termId: string; readonly version: number };

export function encodeReviewed(reviewed: readonly Reviewed[]): string {
  return reviewed.map(({ termId, version }) => `${termId}:${version}`).join(' ');
}

export function decodeReviewed(text: string): readonly Reviewed[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [termId = '', version = ''] = part.split(':');
      return { termId, version: Number(version) };
    });
}

/** What people see of one term in a review. */
export type Review = {
  readonly termId: string;
  readonly version: number;
  readonly text: string;
  readonly definition: string;
  readonly agreedAt: Date;
  /** Undefined where it is only its age. */
  readonly confusion: Confusion | undefined;
  /** The organizations that found it still right. */
  readonly confirmedBy: readonly string[];
  /** Another version, or a proposal of one, has taken over. */
  readonly hasMoved: boolean;
};
