/*
 * A spreadsheet runs a cell that begins with one of = + - @, also after spaces and quotes and in full
 * width. The apostrophe in front makes it text. A program that expects another separator than the one
 * written starts new cells at every semicolon, tab and line end inside of a text, so those are looked at too.
 */

const SEPARATOR = /([;\t\n])/;
const RISKY = /^[\s\p{C}"'`´‘’‚‛“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊⁻₋−]/u;
/** Inside of a text a list of “- points” is left alone: what begins like that and calls nothing does no harm. */
const RISKY_INSIDE = /^[\s\p{C}"'`´‘’‚‛“”„«»]*(?:[=@＝＠﹦﹫⁼₌]|[+\-＋－﹢﹣⁺₊⁻₋−](?=.*[(|!]))/su;

/** The text as a cell that no spreadsheet runs. `plainCell` undoes it exactly. */
export function safeCell(text: string): string {
  return eachPart(text, (part, isRisky) => (isRisky ? `'${part}` : part));
}

/** Because quotes in front change nothing in what is risky, a text that itself begins with one is safe too. */
export function plainCell(cell: string): string {
  return eachPart(cell, (part, isRisky) =>
    isRisky && part.startsWith("'") ? part.slice(1) : part,
  );
}

function eachPart(text: string, change: (part: string, isRisky: boolean) => string): string {
  return text
    .split(SEPARATOR)
    .map((part, n) => (n % 2 === 1 ? part : change(part, (n ? RISKY_INSIDE : RISKY).test(part))))
    .join('');
}
