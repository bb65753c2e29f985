import type { Database } from './database/client.ts';
import type { Logger } from './log.ts';
import type { NoticeKind } from './notices/notice-kind.ts';
import type { Clock } from './schedule/clock.ts';
import type { Pace } from './slack/pace.ts';
import type { Noun } from './slack/verbs/verb.ts';

/** What whoever starts the bot hands it in place of its own, or besides. */
export type Overrides = {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** One that is open already; it is closed with the bot. */
  readonly database?: Database;
  /** How far apart messages are; Slack's own pace unless it is given. */
  readonly pace?: Pace;
  /** The clock is looked at when `tick` is called, and not each minute besides. */
  readonly isTickedByHand?: boolean;
  /** More than what the capabilities tell people unasked. */
  readonly noticeKinds?: readonly NoticeKind[];
  /** More that people can speak of. */
  readonly nouns?: readonly Noun[];
};
