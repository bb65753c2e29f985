/** A clock that runs from a given moment and can be set forward, never back. */
export type SandboxClock = { now(): Date; forward(milliseconds: number): void };

export function startClock(from: string): SandboxClock {
  const startedAt = performance.now();
  let ahead = 0;
  return {
    now: () => new Date(Date.parse(from) + ahead + performance.now() - startedAt),
    forward(milliseconds) {
      ahead += Math.max(0, milliseconds);
    },
  };
}
