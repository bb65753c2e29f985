import { addDays } from '../time/days.ts';
import type { DateProposal } from './alignment.ts';

export const NOTE_LIMIT = 300;

/** What an organization answered. Who gives no earliest or latest day is bound by none. */
export type DateAnswer = {
  readonly milestoneId: string;
  readonly organizationId: string;
  readonly earliestOn: string | undefined;
  readonly targetOn: string;
  readonly latestOn: string | undefined;
  /** How sure they are, 1 to 5. */
  readonly confidence: number | undefined;
  readonly note: string | undefined;
};

/** The answers as windows: an open end reaches as far as anybody's dates do. */
export function windowsOf(answers: readonly DateAnswer[], today: string): readonly DateProposal[] {
  const days = answers.flatMap(({ targetOn, latestOn }) => [targetOn, latestOn ?? targetOn]);
  const last = [today, ...days].toSorted().at(-1) ?? today;
  return answers.map(({ organizationId, earliestOn, targetOn, latestOn }) => ({
    organizationId,
    targetOn,
    earliestOn: earliestOn ?? (targetOn < today ? targetOn : today),
    latestOn: latestOn ?? last,
  }));
}

/** The contributors that have not said what suits them. */
export function missingAnswers(
  answers: readonly DateAnswer[],
  contributors: readonly string[],
): readonly string[] {
  return contributors.filter((id) => !answers.some((one) => one.organizationId === id));
}

/** Nobody sees the others' dates before all have answered (domain 8.2). */
export function seenAnswers(
  answers: readonly DateAnswer[],
  given: { readonly isBlind: boolean; readonly organizationId: string | undefined },
): readonly DateAnswer[] {
  return given.isBlind
    ? answers.filter((one) => one.organizationId === given.organizationId)
    : answers;
}

/** The organizations that said a window in which this day does not lie. */
export function leftBehind(answers: readonly DateAnswer[], on: string): readonly string[] {
  return answers
    .filter(({ earliestOn, latestOn }) => on < (earliestOn ?? on) || on > (latestOn ?? on))
    .map(({ organizationId }) => organizationId);
}

/** What is wrong with three dates; undefined when they are in order and not past. */
export function datesFault(
  { earliestOn, targetOn, latestOn }: Pick<DateAnswer, 'earliestOn' | 'targetOn' | 'latestOn'>,
  today: string,
): { readonly field: string; readonly sentence: string } | undefined {
  if (targetOn < today) {
    return { field: 'target', sentence: 'That day has passed. Which later day would you like?' };
  }
  if (targetOn > addDays(today, MOST_DAYS_AHEAD)) {
    return { field: 'target', sentence: 'That is more than ten years ahead. Is the year right?' };
  }
  if (earliestOn !== undefined && earliestOn > targetOn) {
    return {
      field: 'earliest',
      sentence: 'The earliest day comes after the one you would like. Which of them is right?',
    };
  }
  if (latestOn !== undefined && latestOn < targetOn) {
    return {
      field: 'latest',
      sentence: 'The latest day comes before the one you would like. Which of them is right?',
    };
  }
  return undefined;
}

const MOST_DAYS_AHEAD = 3_653;
