import { schedule } from 'node-cron';
import type { Logger } from '../log.ts';

/** What looks at the clock each minute. In every replica: whatever is due is claimed in the database. */
export type Due = () => Promise<void>;

/** How much of an instant is the same for as long as that: `2026-11-30`, `2026-11-30T09`. */
const CHARACTERS = { day: 10, hour: 13 } as const;

/** Looks at the first tick, and then once in each hour or day. */
export function oncePer(span: keyof typeof CHARACTERS, now: () => Date, due: Due): Due {
  let lookedIn = '';
  return async () => {
    const current = now().toISOString().slice(0, CHARACTERS[span]);
    if (current === lookedIn) return;
    await due();
    lookedIn = current;
  };
}

export type Ticker = AsyncDisposable & {
  /** Looks now, and resolves when everything due has been taken. */
  tick(): Promise<void>;
};

/** With `isAsked` it looks only when `tick` says so. */
export function startTicker(
  due: readonly Due[],
  log: Logger,
  { isAsked = false }: { readonly isAsked?: boolean } = {},
): Ticker {
  let running: Promise<void> | undefined;
  const tick = async (): Promise<void> => {
    await running;
    running = look();
    await running;
  };
  const look = async (): Promise<void> => {
    for (const one of due) {
      try {
        await one();
      } catch (error) {
        log.error({ err: error }, 'tick');
      }
    }
  };
  const task = isAsked ? undefined : schedule('* * * * *', tick, { noOverlap: true });
  return {
    tick,
    async [Symbol.asyncDispose]() {
      await task?.destroy();
      await running;
    },
  };
}
