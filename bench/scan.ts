import { normalize } from '../src/glossary/normalize.ts';
import { createScanner, type ScanLabel } from '../src/glossary/scanner.ts';
import { importing } from './import.ts';
import { median, report } from './report.ts';
import { createRunningText } from './running-text.ts';

const SIZES = [100, 1_000, 10_000, 100_000] as const;
const CHARACTERS = 1_500_000;
/** The first terms are used once in so many words; the others only begin here and there. */
const WORDS_PER_USE = 25;

/** Each part of the measurement, one after the other. */
const SECTIONS: readonly ((seconds: number) => void | Promise<void>)[] = [compareScans, importing];

export async function scan(seconds: number): Promise<void> {
  for (const section of SECTIONS) await section(seconds);
}

/**
 * Messages of running English against ever more terms, in turn, so that all sizes share the machine's
 * good and bad moments. The floor only adds up the characters.
 */
function compareScans(seconds: number): void {
  const english = createRunningText();
  const labels = english.labels(SIZES[SIZES.length - 1] ?? 0);
  const messages = english.messages(CHARACTERS, labels.slice(0, SIZES[0]), WORDS_PER_USE);
  const megabytes = messages.reduce((sum, message) => sum + message.length, 0) / 1e6;
  const scanners = SIZES.map((size) => built(labels.slice(0, size)));
  const runs: Readonly<Record<string, (message: string) => number>> = {
    floor: sumOf,
    naive: naiveScan(labels.slice(0, SIZES[0])),
    ...Object.fromEntries(
      SIZES.map((size, at) => [size, (message: string) => scanners[at]?.scan(message).length ?? 0]),
    ),
  };
  const speeds = measured(runs, messages, megabytes, seconds);
  const floor = speeds.floor ?? Number.NaN;
  for (const name of ['naive', ...SIZES])
    report({ name: `scan.throughput.${name}`, value: speeds[name] ?? 0, unit: 'MB/s', floor });
  for (const size of SIZES.slice(1))
    report({
      name: `scan.throughput.${size}.floor-${SIZES[0]}-terms`,
      value: speeds[size] ?? 0,
      unit: 'MB/s',
      floor: speeds[SIZES[0]] ?? 0,
    });
  SIZES.forEach((size, at) => {
    const hits = messages.reduce((sum, one) => sum + (scanners[at]?.scan(one).length ?? 0), 0);
    const words = messages.reduce((sum, one) => sum + one.split(/\s+/).length, 0);
    report({
      name: `scan.hits.${size}`,
      value: (hits * 1_000) / words,
      unit: '1/1000 words',
      floor: 1_000 / WORDS_PER_USE,
    });
  });
}

/** What it takes to make a scanner; the floors are to normalize each label once, and its characters. */
function built(labels: readonly ScanLabel[]): ReturnType<typeof createScanner> {
  const name = (what: string) => `scan.${what}.${labels.length}`;
  const normalizedAt = performance.now();
  const characters = labels.reduce((sum, { text }) => sum + normalize(text).length, 0);
  const floor = performance.now() - normalizedAt;
  const before = memory();
  const startedAt = performance.now();
  const scanner = createScanner(labels);
  const value = performance.now() - startedAt;
  report({ name: name('build'), value, unit: 'ms', floor });
  const held = memory() - before;
  report({
    name: name('memory-table'),
    value: scanner.bytes / 1024,
    unit: 'KiB',
    floor: characters / 1024,
  });
  if (globalThis.gc)
    report({
      name: name('memory-heap'),
      value: held / 1024,
      unit: 'KiB',
      floor: characters / 1024,
    });
  return scanner;
}

/** Only after a full collection, which `node --expose-gc bench/main.ts scan` allows. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Megabytes a second of each, the median of all rounds. */
function measured(
  runs: Readonly<Record<string, (message: string) => number>>,
  messages: readonly string[],
  megabytes: number,
  seconds: number,
): Readonly<Record<string, number>> {
  const speeds: Record<string, number[]> = {};
  const until = performance.now() + seconds * 1_000 * SIZES.length;
  for (let round = 0; round < 5 || performance.now() < until; round += 1) {
    for (const [name, run] of Object.entries(runs)) {
      if (name === 'naive' && round > 2) continue;
      const startedAt = performance.now();
      let sum = 0;
      for (const message of messages) sum += run(message);
      if (!Number.isFinite(sum)) throw new Error('never so: keeps the loop from being left out');
      const speed = (megabytes * 1_000) / (performance.now() - startedAt);
      // The first rounds are to warm up.
      if (round > 0) speeds[name] = [...(speeds[name] ?? []), speed];
    }
  }
  return Object.fromEntries(Object.entries(speeds).map(([name, all]) => [name, median(all)]));
}

function sumOf(message: string): number {
  let sum = 0;
  for (let at = 0; at < message.length; at += 1) sum = (sum * 31 + message.charCodeAt(at)) | 0;
  return sum;
}

/** Each run of words, the longest first, normalized and looked up. */
function naiveScan(labels: readonly ScanLabel[]): (message: string) => number {
  const known = new Set(labels.map(({ text }) => normalize(text)));
  const longest = Math.max(...[...known].map((key) => key.split(' ').length));
  return (message) => {
    const words = [...message.matchAll(/[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu)];
    let hits = 0;
    for (let at = 0; at < words.length; at += 1) {
      for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
        const last = words[at + count - 1];
        const written = message.slice(
          words[at]?.index,
          (last?.index ?? 0) + (last?.[0].length ?? 0),
        );
        if (!known.has(normalize(written))) continue;
        hits += 1;
        at += count - 1;
        break;
      }
    }
    return hits;
  };
}
