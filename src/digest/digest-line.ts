import type { Button } from '@slack/types';

/** What a line is about; the digest has them in this order (domain 14.3). */
export const SLOTS = [
  'late',
  'at_risk',
  'due',
  'moved',
  'waiting',
  'agreed',
  'good',
  'closures',
  'question',
] as const;

export type Slot = (typeof SLOTS)[number];

export type DigestLine = {
  readonly slot: Slot;
  /** Bigger first, among those that are the reader’s own or within a slot. */
  readonly weight: number;
  /** It is the reader’s to act on: their own, or it waits for them. */
  readonly isMine?: boolean;
  /** One line of mrkdwn; people's words are inert in it. */
  readonly text: string;
  /** How it is named in the line of another that stands for several: `Also red: *A*, *B*.` */
  readonly fold?: { readonly as: string; readonly name: string };
  /** What can be done about it right there; three at most. */
  readonly buttons?: readonly Button[];
  /** Never where anybody else could read it. */
  readonly isPrivate?: boolean;
};
