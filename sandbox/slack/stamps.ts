/** Message times from a clock: unique and increasing even while the clock stands still. */
export function createStamps(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const current = BigInt(now().getTime()) * 1000n;
    last = current > last ? current : last + 1n;
    return `${last / 1_000_000n}.${String(last % 1_000_000n).padStart(6, '0')}`;
  };
}

/** Ids that look like Slack's and never repeat: `Ev0000001`. */
export function createIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}0${count.toString(36).toUpperCase().padStart(6, '0')}`;
  };
}
