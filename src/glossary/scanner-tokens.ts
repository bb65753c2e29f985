import { normalize } from './normalize.ts';
import { FOLDED, IS_ASCII_GAP, isGap, isLetter, symbolEnd, wordEnd } from './scanner-letters.ts';
import { leftAloneEnd } from './spotted-text.ts';

/**
 * A word or a symbol of a text. Tokens are filled again and again: making an object of each would take
 * longer than reading it.
 */
export type Token = {
  start: number;
  end: number;
  gap: Gap;
  isWord: boolean;
  hash: number;
  /** Without a closing `'s`; the same as `hash` where there is none. */
  stem: number;
  /** As `normalize` has it; empty where lower case is all that it takes. */
  folded: string;
};

/** What stands before a token: nothing, a space or dash, or something that is left alone. */
export type Gap = typeof GLUED | typeof SPACED | typeof CUT;
export const GLUED = 0;
export const SPACED = 1;
export const CUT = 2;

const BASIS = 0x811c9dc5 | 0;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const DOT = 46;
const NINE = 57;
const COLON = 58;
const [OPENS_LINK, CLOSES_LINK, CODE] = [60, 62, 96];
const [H, S] = [104, 115];
const CURLY = 0x2019;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

export function emptyToken(): Token {
  return { start: 0, end: 0, gap: GLUED, isWord: false, hash: 0, stem: 0, folded: '' };
}

/** FNV-1a, one character at a time. */
function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Fills `token` with the next one, and says whether there was any. */
export function readToken(text: string, from: number, token: Token): boolean {
  let at = from;
  token.gap = GLUED;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const folded = code < 128 ? (FOLDED[code] ?? 0) : 0;
    if (folded === 0 && (code < 128 ? IS_ASCII_GAP[code] : isGap(text, at))) {
      if (token.gap === GLUED) token.gap = SPACED;
      at += 1;
      continue;
    }
    const end = mayBeLeftAlone(text, at, folded || code) ? leftAloneEnd(text, at) : at;
    if (end > at) {
      token.gap = CUT;
      at = end;
      continue;
    }
    token.start = at;
    if (folded !== 0 && readPlainWord(text, token)) return true;
    if (folded === 0 && code < 128 && code !== AMPERSAND) return readSymbol(token, code);
    readSlowly(text, token);
    if (token.folded !== '') return true;
    // A letter that takes no room is nothing; a symbol that `normalize` takes for a space is one.
    if (!token.isWord && token.gap === GLUED) token.gap = SPACED;
    at = token.end;
  }
  return false;
}

function mayBeLeftAlone(text: string, at: number, code: number): boolean {
  if (code > CODE) return code === H && text.startsWith('ttp', at + 1);
  return (
    code === COLON ||
    code === AMPERSAND ||
    code === OPENS_LINK ||
    code === CLOSES_LINK ||
    code === CODE
  );
}

/** False where it takes more than lower case. */
function readPlainWord(text: string, token: Token): boolean {
  const { length } = text;
  let at = token.start;
  let hash = BASIS;
  let part = at;
  let beforePart = hash;
  while (at < length) {
    const code = text.charCodeAt(at);
    const folded = code < 128 ? (FOLDED[code] ?? 0) : 0;
    if (folded !== 0) {
      hash = Math.imul(hash ^ folded, 0x01000193);
      at += 1;
      continue;
    }
    if (code < 128 && code !== APOSTROPHE && code !== DOT) break;
    const joins = code === APOSTROPHE || code === DOT || code === CURLY;
    if (!isLetter(text, joins ? at + 1 : at)) break;
    const isPlain = joins && (FOLDED[text.charCodeAt(at + 1)] ?? 0) !== 0;
    const isAbbreviation = code === DOT && at === part + 1 && text.charCodeAt(part) > NINE;
    if (!isPlain || isAbbreviation) return false;
    beforePart = hash;
    hash = mixed(hash, code === CURLY ? APOSTROPHE : code);
    at += 1;
    part = at;
  }
  const isPossessive =
    part > token.start && at === part + 1 && isQuote(text, part - 1) && isS(text, part);
  token.end = at;
  token.isWord = true;
  token.hash = hash;
  token.stem = isPossessive ? beforePart : hash;
  token.folded = '';
  return true;
}

function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === APOSTROPHE || code === CURLY;
}

function isS(text: string, at: number): boolean {
  return FOLDED[text.charCodeAt(at)] === S;
}

function readSymbol(token: Token, code: number): true {
  token.end = token.start + 1;
  token.isWord = false;
  token.hash = mixed(BASIS, code);
  token.stem = token.hash;
  token.folded = '';
  return true;
}

/** Whatever is not plain ASCII: what `normalize` makes of it. */
function readSlowly(text: string, token: Token): void {
  const end = wordEnd(text, token.start);
  token.isWord = end > token.start;
  token.end = token.isWord ? end : symbolEnd(text, token.start);
  const written = text.slice(token.start, token.end);
  token.folded = UNCHANGED.test(written) ? written : foldedOf(ENTITIES[written] ?? written);
  token.hash = hashOf(token.folded);
  token.stem = token.folded.endsWith("'s") ? hashOf(token.folded.slice(0, -2)) : token.hash;
}

/** The usual marks, for which `normalize` need not be asked. */
const UNCHANGED = /^[“”„«»•→]$/;

/** Between two letters, so that `normalize` takes no mark from its ends. */
function foldedOf(written: string): string {
  return normalize(`a ${written} a`).slice(2, -2);
}

function hashOf(folded: string): number {
  let hash = BASIS;
  for (let at = 0; at < folded.length; at += 1) hash = mixed(hash, folded.charCodeAt(at));
  return hash;
}

/** How much of a phrase, from a place on, is said by a token; -1 where it says something else. */
export function saidBy(
  text: string,
  { start, end, folded }: Token,
  phrase: string,
  from: number,
): number {
  if (folded) return phrase.startsWith(folded, from) ? folded.length : -1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const lower = code === CURLY ? APOSTROPHE : FOLDED[code] || code;
    if (phrase.charCodeAt(from + at - start) !== lower) return -1;
  }
  return end - start;
}

/** A token as `normalize` has it. */
export function foldedToken(text: string, { start, end, folded }: Token): string {
  return folded || text.slice(start, end).toLowerCase().replaceAll('’', "'");
}
