import { hashAfter, phrasesOf } from './scanner-phrases.ts';
import { createTable, type Table } from './scanner-table.ts';
import { CUT, emptyToken, GLUED, readToken, SPACED, saidBy, type Token } from './scanner-tokens.ts';

export type ScanLabel = { readonly text: string; readonly id: string };

export type Hit = {
  /** In UTF-16 units of the text that was given, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
};

export type Scanner = {
  scan(text: string): readonly Hit[];
  /** About what it holds in memory. */
  readonly bytes: number;
};

/** What a scanner holds. */
type Glossary = {
  readonly table: Table;
  readonly written: readonly string[];
  readonly ids: readonly (readonly string[])[];
  /** As many as the longest phrase has, and some: filled round and round while a text is read. */
  readonly tokens: readonly Token[];
};

/**
 * Finds the labels that texts use: whole words, the longest first, as `normalize` has them, in the
 * singular and the plural, and never in what is left alone. Each word is read once, and looked up at
 * most as often as the longest label has words, however many labels there are.
 */
export function createScanner(labels: readonly ScanLabel[]): Scanner {
  const phrases = phrasesOf(labels);
  const longest = phrases.reduce((most, { path }) => Math.max(most, path.length), 1);
  const glossary: Glossary = {
    table: createTable(phrases.map(({ path }) => path)),
    written: phrases.map(({ written }) => written),
    ids: phrases.map(({ ids }) => ids),
    tokens: Array.from({ length: 2 ** Math.ceil(Math.log2(longest + 2)) }, emptyToken),
  };
  const characters = phrases.reduce((sum, { written }) => sum + written.length, 0);
  return {
    scan: (text) => hitsIn(text, glossary),
    bytes: glossary.table.bytes + characters + phrases.length * BYTES_EACH,
  };
}

/** A string without its characters, a list of one id, and the places of both. */
const BYTES_EACH = 70;

type Walk = {
  readonly text: string;
  readonly glossary: Glossary;
  /** Undefined after the last. */
  tokenAt(index: number): Token | undefined;
};

function hitsIn(text: string, glossary: Glossary): readonly Hit[] {
  const walk: Walk = { text, glossary, tokenAt: tokensOf(text, glossary.tokens) };
  const hits: Hit[] = [];
  let at = 0;
  for (let token = walk.tokenAt(at); token; token = walk.tokenAt(at)) {
    const found = longestAt(walk, at);
    if (found) hits.push({ start: token.start, end: found.end, ids: found.ids });
    at = (found?.last ?? at) + 1;
  }
  return hits;
}

/** Reads each token once, and keeps as many of the latest as there is room for. */
function tokensOf(text: string, tokens: readonly Token[]): (index: number) => Token | undefined {
  const mask = tokens.length - 1;
  let read = 0;
  let from = 0;
  return (index) => {
    const token = tokens[index & mask];
    if (index < read || !token) return token;
    if (!readToken(text, from, token)) {
      from = text.length;
      return undefined;
    }
    read += 1;
    from = token.end;
    return token;
  };
}

type Found = { readonly last: number; readonly end: number; readonly ids: readonly string[] };

function longestAt(walk: Walk, first: number): Found | undefined {
  const { table, ids } = walk.glossary;
  let found: Found | undefined;
  let hash = 0;
  for (let last = first; ; last += 1) {
    const token = walk.tokenAt(last);
    if (!token || (last > first && token.gap === CUT)) return found;
    const gap = last > first ? token.gap : GLUED;
    const { end, stem } = token;
    if (stem !== token.hash) {
      const slot = table.slotOf(hashAfter(hash, gap, stem));
      const phrase = mayEnd(table, slot)
        ? phraseSaid(walk, slot, { first, last, ending: "'s" })
        : -1;
      if (phrase >= 0) found = { last, end, ids: ids[phrase] ?? [] };
    }
    hash = hashAfter(hash, gap, token.hash);
    const slot = table.slotOf(hash);
    if (slot < 0) return found;
    const phrase = mayEnd(table, slot) ? phraseSaid(walk, slot, { first, last, ending: '' }) : -1;
    if (phrase >= 0) found = { last, end, ids: ids[phrase] ?? [] };
    if (!table.goesOn(slot)) return found;
  }
}

function mayEnd(table: Table, slot: number): boolean {
  return slot >= 0 && table.phraseAt(slot) >= 0;
}

/** Which tokens may say a phrase, and whether a possessive `'s` follows it. */
type Span = { readonly first: number; readonly last: number; readonly ending: string };

/** The phrase of a slot that is really said; -1 where only the hashes are the same. */
function phraseSaid(walk: Walk, from: number, span: Span): number {
  const { table, written } = walk.glossary;
  for (let slot = from; slot >= 0; slot = table.slotAfter(slot)) {
    const phrase = table.phraseAt(slot);
    if (isSaid(walk, `${written[phrase]}${span.ending}`, span)) return phrase;
  }
  return -1;
}

function isSaid({ text, tokenAt }: Walk, written: string, { first, last }: Span): boolean {
  let at = 0;
  for (let index = first; index <= last; index += 1) {
    const token = tokenAt(index);
    if (!token) return false;
    if (index > first && token.gap === SPACED) {
      if (written[at] !== ' ') return false;
      at += 1;
    }
    const said = saidBy(text, token, written, at);
    if (said < 0) return false;
    at += said;
  }
  return at === written.length && isWhole(tokenAt, first, last);
}

/** A symbol at either end must not be part of a longer word: `.NET` in `ASP.NET`. */
function isWhole(tokenAt: Walk['tokenAt'], first: number, last: number): boolean {
  const [start, end] = [tokenAt(first), tokenAt(last)];
  const before = !start?.isWord && first > 0 ? tokenAt(first - 1) : undefined;
  const after = end?.isWord ? undefined : tokenAt(last + 1);
  const isInWord = before?.isWord && start?.gap === GLUED;
  return !isInWord && !(after?.isWord && after.gap === GLUED);
}
