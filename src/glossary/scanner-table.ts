/**
 * Phrases by the hash of their words, and of each beginning that goes on: open addressing in a typed
 * array, filled once. Phrases may share a hash: whoever asks must compare.
 */
export type Table = {
  /** The first slot of a hash; -1 where there is none. */
  slotOf(hash: number): number;
  /** The next slot of the same hash. */
  slotAfter(slot: number): number;
  /** The phrase that is whole here; -1 where one only begins, and then no later slot has any. */
  phraseAt(slot: number): number;
  /** To be asked of the first slot of a hash. */
  goesOn(slot: number): boolean;
  readonly bytes: number;
};

/** A path: the hashes of the first word of a phrase, of its first two, and so on to the whole. */
export function createTable(paths: readonly (readonly number[])[]): Table {
  const slots = slotsFor(new Set(paths.flat()).size);
  const shift = 32 - Math.log2(slots);
  /**
   * A hash and its value, side by side. 0 is a free slot; else bit 0 is set, bit 1 where a phrase goes on,
   * and above them is the phrase that ends, plus 1.
   */
  const cells = new Int32Array(slots * 2);
  const last = cells.length - 1;
  /** A bit for every hash there is: small enough to stay near the processor where the cells do not. */
  const bits = new Int32Array(slots / 8);
  const bitOf = (hash: number): number => Math.imul(hash, 0x85ebca6b) >>> (shift - 2);
  const valueAt = (slot: number): number => cells[slot + 1] ?? 0;

  function seek(hash: number, from: number): number {
    let slot = from;
    while (cells[slot + 1] !== 0 && cells[slot] !== hash) slot = (slot + 2) & last;
    return slot;
  }
  const home = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> shift) * 2;
  const taken = (slot: number): number => (valueAt(slot) === 0 ? -1 : slot);

  for (const [phrase, path] of paths.entries()) {
    for (const [at, hash] of path.entries()) {
      let slot = seek(hash, home(hash));
      const isWhole = at === path.length - 1;
      while (isWhole && valueAt(slot) > 3) slot = seek(hash, (slot + 2) & last);
      cells[slot] = hash;
      const bit = bitOf(hash);
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
      cells[slot + 1] = valueAt(slot) | 1 | (isWhole ? (phrase + 1) << 2 : 2);
    }
  }

  return {
    slotOf(hash) {
      const bit = bitOf(hash);
      const mayBe = ((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1;
      return mayBe === 0 ? -1 : taken(seek(hash, home(hash)));
    },
    slotAfter: (slot) => taken(seek(cells[slot] ?? 0, (slot + 2) & last)),
    phraseAt: (slot) => (valueAt(slot) >> 2) - 1,
    goesOn: (slot) => (valueAt(slot) & 2) !== 0,
    bytes: cells.byteLength + bits.byteLength,
  };
}

/** At most half of them are taken, so that few words are looked for in a second slot. */
function slotsFor(hashes: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(32, hashes) * 2));
}
