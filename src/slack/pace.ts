import { setTimeout } from 'node:timers/promises';
import type { Db } from '../database/client.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { deleteOldPaces, putPause, takeTurn } from '../schedule/pace-store.ts';

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
  /** Resolves when a call of this method has its turn, in this conversation; throws NotYet when that is not soon. */
  turn(method: string, conversation: string | undefined): Promise<void>;
  /** Slack asked for a pause of a method: nobody calls it before that is over. */
  pause(method: string, seconds: number): Promise<void>;
}

/**
 * One pace for all replicas, in real time: each message takes its turn by one statement. What has to
 * wait long takes no turn, so that a busy channel uses up nothing of the workspace's.
 */
export function createPacer(db: Db, pace: Pace): Pacer {
  return {
    async turn(method, conversation) {
      const { channelMs, workspaceMs } = pace;
      if (channelMs + workspaceMs === 0) return;
      const scopes = [
        { scope: `method ${method}`, everyMs: 0, burstMs: 0 },
        ...(conversation
          ? [
              {
                scope: `channel ${conversation}`,
                everyMs: channelMs,
                burstMs: BURST_MS.channel,
              },
              { scope: 'workspace', everyMs: workspaceMs, burstMs: BURST_MS.workspace },
            ]
          : []),
      ];
      const wait = await takeTurn(db, scopes, WAITED_FOR_SECONDS);
      if (wait > WAITED_FOR_SECONDS) throw new NotYet(Math.ceil(wait));
      if (wait > 0) await setTimeout(wait * 1_000);
    },
    async pause(method, seconds) {
      await putPause(db, `method ${method}`, seconds);
    },
  };
}

/** What is long past holds nobody up. */
export function forgetOldPaces(db: Db): Promise<void> {
  return deleteOldPaces(db);
}
