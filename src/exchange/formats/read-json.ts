import type { Reading } from './draft.ts';
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
    return { value: JSON.parse(text) };
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1] ?? lineAt(text, String(error));
    return {
      problem: `This JSON has a mistake${line ? ` in line ${line}` : ''}, or it breaks off: a comma, a quotation mark or a bracket too many or too few. Export it again from where it comes, or send the glossary as CSV.`,
    };
  }
}

function lineAt(text: string, message: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? text.slice(0, Number(position)).split('\n').length : undefined;
}
