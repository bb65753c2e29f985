import type { KnownBlock } from '@slack/types';
import type { Agreeable } from './agreements/agreeable.ts';
import type { Context } from './context.ts';
import type { DigestSource } from './digest/digest-source.ts';
import type { Hears, SpokenBy } from './facts.ts';
import type { NoticeKind } from './notices/notice-kind.ts';
import type { JobName } from './schedule/queue.ts';
import type { Noun } from './slack/verbs/verb.ts';
import type { Waits } from './slack/waiting.ts';

/** A room of the house, as the app, the queue, the digest, the App Home and the help see it. */
export type Capability = {
  /** Its folder, the first word of its lines, and the beginning of its ids and jobs. */
  readonly name: string;
  /** What is said of it by verbs. */
  readonly nouns?: readonly Noun[];
  /** Jobs that each partnership has done in turns; every one of them sets its next turn. */
  readonly turns?: readonly JobName[];
  /** Facts of others that it hears. */
  readonly hears?: Hears;
  /** What people are told of it unasked. */
  readonly notices?: readonly NoticeKind[];
  /** What coordinators read of it on Mondays. */
  readonly digest?: readonly DigestSource[];
  /** What waits for somebody, with its buttons. */
  readonly waits?: Waits;
  /** What the App Home shows of it. */
  readonly home?: (ctx: Context) => Promise<readonly KnownBlock[]>;
  /** Whether somebody said anything there for their organization, which stays its word. */
  readonly spokenBy?: SpokenBy;
  /** The titles of what somebody looks after there, also after they have left. */
  readonly looksAfter?: (ctx: Context, memberId: string) => Promise<readonly string[]>;
  /** What is agreed on there. */
  readonly agreeable?: Agreeable;
};
