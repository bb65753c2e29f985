import { dayIn, gone, idIn, numberIn } from '../../slack/value-in.ts';
import { decodeReviewed, encodeReviewed, type Reviewed } from '../review.ts';

/** Action ids: `<capability>.<verb>`. */
export const UPKEEP = {
  confirm: 'upkeep.confirm',
  ignore: 'upkeep.ignore',
  words: 'upkeep.words',
} as const;

/** Which term of which review, by its place in it. */
export type AboutReview = {
  readonly channelId: string;
  readonly at: number;
  readonly reviewed: readonly Reviewed[];
};

export function encodeReview({ channelId, at, reviewed }: AboutReview): string {
  return [channelId, at, encodeReviewed(reviewed)].join(' ');
}

export function decodeReview(value: string): AboutReview {
  const [channelId = '', at = '', ...reviewed] = value.split(' ');
  const terms = decodeReviewed(reviewed.join(' '));
  for (const { termId } of terms) idIn(termId);
  return { channelId, at: numberIn(at, 0), reviewed: terms };
}

/** The words that were missing in a week, and which of them a button is about. */
export type AboutWeek = {
  readonly channelId: string;
  readonly week: string;
  readonly at: number;
  /** Each fits on a line. */
  readonly words: readonly string[];
};

export function encodeWeek({ channelId, week, at, words }: AboutWeek): string {
  return [channelId, week, at, ...words].join('\n');
}

export function decodeWeek(value: string): AboutWeek {
  const [channelId = '', week = '', at = '', ...words] = value.split('\n');
  if (!dayIn(week)) throw gone();
  return { channelId, week, at: numberIn(at, 0), words };
}
