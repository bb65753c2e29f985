import type { KnownBlock } from '@slack/types';
import type { Context } from '../context.ts';

/** A kind of notice as the capability that adds it tells it. */
export interface NoticeKind {
  /** `<capability>.<what>` */
  readonly kind: string;
  /** Smaller goes first (domain 14.3). */
  readonly rank: number;
  /** What “stop these” stops: “questions about dates”. */
  readonly name: string;
  /** From the present state, for the member of the context; undefined where it has become moot. */
  part(
    ctx: Context,
    notice: { readonly about: string; readonly occasion: string },
  ): Promise<NoticePart | undefined>;
}

export type NoticePart = {
  /** The whole meaning, in mrkdwn. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Why this person gets it: “you look after this milestone”. */
  readonly why: string;
  readonly isUrgent: boolean;
  /** Of the parts of one message that ask the same, the first one asks it. */
  readonly asks?: string;
  /** Comes before the other parts of its message, whatever its rank. */
  readonly isFirst?: boolean;
};
