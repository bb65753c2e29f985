/** Where a channel's agreed words are shown, and what is known of it. */
export type KnownBoard = {
  readonly channelId: string;
  readonly canvasId: string | undefined;
  /** As `pinnedTs`: empty, where Slack's answer never came. */
  readonly bookmarkId: string | undefined;
  /** Empty for a message that was sent, while its answer never came: nobody knows whether it is there. */
  readonly pinnedTs: string | undefined;
  /** The hash of what is shown; undefined while somebody is at it. */
  readonly shown: string | undefined;
  /** When somebody was last at it. */
  readonly refreshedAt: Date;
};

export type BoardChange = {
  readonly canvasId?: string | null;
  readonly bookmarkId?: string | null;
  readonly pinnedTs?: string | null;
};

/** Nothing is shown, or nobody knows what. */
export const NOTHING_SHOWN = '';

/** In doubt: Slack may have taken it. */
export const IN_DOUBT = '';

/** Longer than all the calls to Slack that one refresh makes can take. */
const MINUTES_AT_IT = 5;

/** Whoever is at it will be done soon, or was cut off long ago. */
export function isBeingRefreshed(board: KnownBoard, now: Date): boolean {
  const since = now.getTime() - board.refreshedAt.getTime();
  return board.shown === undefined && since < MINUTES_AT_IT * 60_000;
}
