import type { Logger } from '../log.ts';

/** Whether Slack takes the bot's token, by what it answered last. */
export type TokenWatch = {
  isTaken(): boolean;
  /** Resolves when what follows from a change is done. */
  saw(isTaken: boolean): Promise<void>;
  /**
   * Something says that it is not taken any more, so Slack is asked whether it is; where that is not
   * answered, an event counts and one refusal does not.
   */
  doubt(by: 'event' | 'refusal'): Promise<boolean>;
  /** At the start, when it is taken: what an earlier run lost may be back. */
  back(): Promise<void>;
};

export function createTokenWatch(
  parts: {
    readonly ask: () => Promise<boolean | undefined>;
    readonly lost: () => Promise<void>;
    readonly back: () => Promise<void>;
  },
  log: Logger,
): TokenWatch {
  let taken = true;
  const saw = async (isTaken: boolean): Promise<void> => {
    if (taken === isTaken) return;
    taken = isTaken;
    if (isTaken) return parts.back();
    log.error('Slack no longer accepts the bot’s token');
    await parts.lost();
  };
  return {
    isTaken: () => taken,
    back: parts.back,
    saw,
    async doubt(by) {
      const isTaken = (await parts.ask()) ?? (by === 'refusal' && taken);
      await saw(isTaken);
      return isTaken;
    },
  };
}
