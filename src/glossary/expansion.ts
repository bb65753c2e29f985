export type Expansion = { readonly short: string; readonly long: string };

/** `long form (SF)`, by Schwartz and Hearst's rules (domain 3.2.9). Spans can be wrong: always confirm. */
export function expansionIn(text: string): readonly Expansion[] {
  const found: Expansion[] = [];
  for (const match of text.slice(0, 20_000).matchAll(/\(([^()\s]{2,10})\)/g)) {
    const short = match[1] ?? '';
    if (!/^[\p{L}\p{N}]/u.test(short) || !/\p{L}/u.test(short)) continue;
    const most = Math.min(short.length + 5, short.length * 2);
    const before = text.slice(Math.max(0, match.index - MOST_BEFORE), match.index);
    const words = (before.split(/[()]/).at(-1) ?? '').trim().split(/\s+/).slice(-most);
    const long = longForm([...short], [...words.join(' ')]);
    if (long && long.length > short.length && !long.includes(short)) found.push({ short, long });
  }
  return found;
}

/** More characters than the words of any long form have. */
const MOST_BEFORE = 500;

/** Walks both from the right; the first letter of the short form must begin a word. */
function longForm(short: readonly string[], before: readonly string[]): string | undefined {
  let at = before.length - 1;
  for (let s = short.length - 1; s >= 0; s -= 1) {
    const letter = (short[s] ?? '').toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const begins = () => at === 0 || /[^\p{L}\p{M}\p{N}]/u.test(before[at - 1] ?? ' ');
    while (at >= 0 && (before[at]?.toLowerCase() !== letter || (s === 0 && !begins()))) at -= 1;
    if (at < 0) return undefined;
    at -= 1;
  }
  const long = before.slice(before.lastIndexOf(' ', Math.max(0, at + 1)) + 1).join('');
  return long.replaceAll(/^[\p{P}\s]+|(?<![\p{P}\s])[\p{P}\s]+$/gu, '');
}
