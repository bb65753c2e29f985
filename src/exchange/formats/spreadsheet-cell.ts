/*
 * A spreadsheet runs a cell that begins with one of = + - @, also after spaces and quotes and in full
 * width. The apostrophe in front makes it text. A program that expects another separator than the one
 * written starts new cells at every semicolon, tab and line end inside of a text, so those are looked at too.
 */

const SEPARATOR = /([;\t\n])/;
const RISKY = /^[\s\p{C}"'`´‘’‚‛“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊⁻₋−]/u;

/** The text as a cell that no spreadsheet runs. `plainCell` undoes it exactly. */
export function safeCell(text: string): string {
  return eachRisky(text, (part) => `'${part}`);
}

/** With or without an apostrophe in front a part is as risky, so one that was not written here is told apart. */
export function plainCell(cell: string): string {
  return eachRisky(cell, (part) => (part.startsWith("'") ? part.slice(1) : part));
}

function eachRisky(text: string, change: (part: string) => string): string {
  return text
    .split(SEPARATOR)
    .map((part) => (RISKY.test(part) ? change(part) : part))
    .join('');
}
