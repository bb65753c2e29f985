/** How one character of a text is read; ASCII by tables, because almost all of a text is. */

const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Cf}\p{DI}]`;
const IS_LETTER = new RegExp(LETTER, 'uy');
const IS_GAP = /[\s_\p{Pd}\u2043\u2212]/uy;
/** `U.S.` keeps its last dot: `normalize` takes it for part of the abbreviation. */
const WORD = new RegExp(
  String.raw`(?:\p{L}\p{M}*\.){2,}(?!${LETTER})|${LETTER}+(?:[.'‘’‛]${LETTER}+)*`,
  'uy',
);
const SYMBOL = /&(?:amp|lt|gt);|[\s\S][\p{M}\p{Cf}\p{DI}]*/uy;

/** Letters and digits of ASCII in lower case; 0 for all else. */
export const FOLDED = table((char) => (/[a-z0-9]/i.test(char) ? char.toLowerCase() : '\0'));
export const IS_ASCII_GAP = table((char) => (/[\s_-]/.test(char) ? '\x01' : '\0'));

function table(of: (char: string) => string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => of(String.fromCharCode(code)).charCodeAt(0));
}

export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? FOLDED[code] !== 0 : endOf(IS_LETTER, text, at) > at;
}

/** A letter that takes no room may be white space too: it is no gap. */
export function isGap(text: string, at: number): boolean {
  return endOf(IS_GAP, text, at) > at && !isLetter(text, at);
}

/** The place itself where no word begins. */
export function wordEnd(text: string, at: number): number {
  return endOf(WORD, text, at);
}

export function symbolEnd(text: string, at: number): number {
  return endOf(SYMBOL, text, at);
}

function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
