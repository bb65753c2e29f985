/** The reason that is kept of a job during which the process of an embedded database ended. */
export const CUT_OFF = { value: { message: 'the process ended' } } as const;

/** What pg-boss keeps of a job that nobody has ended in time, because its replica is no more. */
const EXPIRED = 'job timed out';

/** Whether the last attempt at a job ended with its process, and not by an outcome. */
export function wasCutOff(output: unknown): boolean {
  const { value } = (output ?? {}) as { readonly value?: { readonly message?: unknown } };
  return value?.message === CUT_OFF.value.message || value?.message === EXPIRED;
}

/** Somebody hears that it was put aside, and can hand it in again. */
const DEATHS_OF_WHAT_IS_TOLD = 2;
/** Nobody would hear: it is given up when chance is out of the question. */
const DEATHS = 6;
/** Until all that ran at once is known, so that the likeliest come last. */
const SECONDS_TO_GATHER = 1;
const SECONDS_OF_THE_FIRST_PAUSE = 10;

/**
 * What becomes of a job during which a process has ended so often: put aside, or tried again after a
 * pause, in which whoever else waits has a bot that lives. Many jobs run when a process ends, and mostly
 * none of them is to blame, so the first time says little.
 */
export function afterDeaths(
  deaths: number,
  isTold: boolean,
): { readonly isPutAside: true } | { readonly isPutAside: false; readonly pauseSeconds: number } {
  if (deaths >= (isTold ? DEATHS_OF_WHAT_IS_TOLD : DEATHS)) return { isPutAside: true };
  const pauseSeconds =
    deaths === 1 ? SECONDS_TO_GATHER : SECONDS_OF_THE_FIRST_PAUSE * 2 ** (deaths - 2);
  return { isPutAside: false, pauseSeconds };
}
