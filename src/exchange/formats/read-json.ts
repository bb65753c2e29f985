import type { Reading } from './draft.ts';
import { NESTING_LIMIT, TOO_NESTED } from './limits.ts';
import { readObject } from './read-object.ts';

/** Our own export, an array of objects, or one object of terms and their definitions. */
export function readJson(text: string): Reading {
  const parsed = parseJson(text);
  return 'problem' in parsed ? parsed : readObject(parsed.value);
}

export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(text);
    return isTooNested(value) ? { problem: TOO_NESTED } : { value };
  } catch (error) {
    // At the end of what Node says, since it may quote the file before.
    const line = /\(line (\d+) column \d+\)$/.exec(String(error))?.[1];
    return {
      problem: `This JSON has a mistake${line ? ` in line ${line}` : ''}, or it breaks off: a comma, a quotation mark or a bracket too many or too few. Export it again from where it comes, or send the glossary as CSV.`,
    };
  }
}

/** Level by level, since what nests without end would exhaust the stack. */
function isTooNested(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= NESTING_LIMIT) return true;
    level = level.flatMap((one) =>
      one instanceof Object ? Object.values(one).filter((inner) => inner instanceof Object) : [],
    );
  }
  return false;
}
