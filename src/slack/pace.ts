import { setTimeout } from 'node:timers/promises';
import type { Db } from '../database/client.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { deleteOldPaces, putPause, takeTurn } from './pace-store.ts';

/** How far apart messages are, in milliseconds; 0 for no pace. */
export type Pace = {
  /** In one conversation: “one message per second”. https://docs.slack.dev/apis/web-api/rate-limits */
  readonly channelMs: number;
  /** In the whole workspace: “several hundred a minute”; this is 300. */
  readonly workspaceMs: number;
};

export const SLACK_PACE: Pace = { channelMs: 1_000, workspaceMs: 200 };

/** Whose turn is nearer than this waits for it where it is. */
const WAITED_FOR_SECONDS = 2;
/** As much may go out at once before the pace begins: Slack allows short bursts. */
const BURST_MS = { channel: 2_000, workspace: 1_000 } as const;

export interface Pacer {
  /** Resolves when it is this conversation's turn; throws NotYet when that is not soon. */
  turn(channelId: string): Promise<void>;
  /** Slack asked for a pause: nobody sends before it is over. */
  pause(seconds: number): Promise<void>;
}

/**
 * One pace for all replicas, in real time: each message takes its turn by one statement. What has to
 * wait long takes no turn, so that a busy channel uses up nothing of the workspace's.
 */
export function createPacer(db: Db, pace: Pace): Pacer {
  return {
    async turn(channelId) {
      const scopes = [
        { scope: `channel ${channelId}`, everyMs: pace.channelMs, burstMs: BURST_MS.channel },
        { scope: 'workspace', everyMs: pace.workspaceMs, burstMs: BURST_MS.workspace },
      ].filter(({ everyMs }) => everyMs > 0);
      if (scopes.length === 0) return;
      const wait = await takeTurn(db, scopes, WAITED_FOR_SECONDS);
      if (wait > WAITED_FOR_SECONDS) throw new NotYet(Math.ceil(wait));
      if (wait > 0) await setTimeout(wait * 1_000);
    },
    async pause(seconds) {
      await putPause(db, 'workspace', seconds);
    },
  };
}

/** What is long past holds nobody up. */
export function forgetOldPaces(db: Db): Promise<void> {
  return deleteOldPaces(db);
}
