/** What comes by chance, and is the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to, and not, this. */
  below(end: number): number;
  of<T>(items: readonly T[]): T;
  /** Once in so many times. */
  oneIn(times: number): boolean;
};

/** The generator known as mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    of(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    oneIn: (times) => below(times) === 0,
  };
}
