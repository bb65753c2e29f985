import { withoutLeftAlone } from './spotted-text.ts';
import { isAfterNumber, isKnownToAll } from './spotting.ts';

/**
 * The acronyms that a message uses, each once and without dots or plural: `MOU` for `MOUs`, `POC` for
 * `P.O.C.` Words that are shouted are none.
 */
export function acronymsIn(text: string): readonly string[] {
  const spoken = withoutLeftAlone(text);
  const words = [...spoken.matchAll(WORD)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    letters: lettersOf(written),
  }));
  const shouted = shoutedIn(spoken, words);
  const found = words.filter(
    (word, at) =>
      isAcronym(word.letters) &&
      !shouted.has(at) &&
      !isKnownToAll(spoken, word.start, word.end) &&
      !(AFTER_NUMBERS.has(word.letters) && isAfterNumber(spoken, word.start)) &&
      !isAmount(word.letters),
  );
  return [...new Set(found.map(({ letters }) => letters))];
}

type Word = { readonly start: number; readonly end: number; readonly letters: string };

const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:[.'’]|&amp;|&)[\p{L}\p{M}\p{N}]+)*/gu;

/** Without what is added to an acronym in writing. */
function lettersOf(written: string): string {
  const bare = written.replace(/(?<=\p{Lu})['’]?s$|['’]s$/u, '').replaceAll('&amp;', '&');
  return /^(?:\p{L}\.)+\p{L}$/u.test(bare) ? bare.replaceAll('.', '') : bare;
}

function isAcronym(letters: string): boolean {
  if (EMPHASIZED.has(letters) || ROMAN.test(letters)) return false;
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  if (/^\p{Lu}&\p{Lu}$/u.test(letters)) return true;
  if (capitals < 2 || !/^[\p{L}\p{N}]{2,8}$/u.test(letters)) return false;
  const others = letters.match(/[^\p{Lu}\p{N}]/gu)?.length ?? 0;
  // `SDoH`, `PhD` and `HbA1c`; not `GitHub`.
  return others === 0 || (/^\p{Lu}.{1,4}$/u.test(letters) && capitals >= others);
}

/** `5GB` and `3PM`; `2FA` is none. */
function isAmount(letters: string): boolean {
  const unit = /^\d+(\D+)$/.exec(letters)?.[1] ?? '';
  return AFTER_NUMBERS.has(unit) || unit === 'AM' || unit === 'PM';
}

/** Three capital words in a row are a raised voice, and so are two if one of them is long. */
function shoutedIn(text: string, words: readonly Word[]): ReadonlySet<number> {
  const shouted = new Set<number>();
  for (let first = 0, next = 1; first < words.length; first = next, next += 1) {
    if (!isCapital(words[first])) continue;
    while (isCapital(words[next]) && isNeighbour(text, words[next - 1], words[next])) next += 1;
    const run = words.slice(first, next).filter(({ letters }) => letters.length > 1);
    const isLoud =
      run.length > 2 || (run.length > 1 && run.some(({ letters }) => letters.length > 5));
    for (let at = first; isLoud && at < next; at += 1) shouted.add(at);
  }
  return shouted;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{Lu}\p{N}'’]*$/u.test(word.letters);
}

function isNeighbour(text: string, a: Word | undefined, b: Word | undefined): boolean {
  return /^[^\S\n]+$/.test(text.slice(a?.end, b?.start));
}

/** Up to thirty-nine: from there on they are letters that also mean something else. */
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const EMPHASIZED: ReadonlySet<string> = new Set(
  'ALL AND ANY ARE BUT CAN DO DRAFT EVERY FINAL FOR IF IN IS IT MORE MUST NEED NEVER NEW NO NOT NOTE NOW ON ONE ONLY OR PLEASE SO STOP THANK THANKS THE THIS TO TODAY TODO UP URGENT VERY WE WILL YES YOU YOUR'.split(
    ' ',
  ),
);
const AFTER_NUMBERS: ReadonlySet<string> = new Set(
  'KB MB GB TB KW MW CET CEST CT CST CDT EDT EST ET GMT MDT MST MT PDT PST PT UTC'.split(' '),
);
