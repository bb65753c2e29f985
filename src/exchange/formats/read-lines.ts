import { type Draft, draft, type Reading } from './draft.ts';
import { ROW_LIMIT } from './limits.ts';

const SEPARATORS = ['=', '\t', ' – ', ' — ', ': ', ' - ', ';', ','] as const;

/** One `TERM = DEFINITION` per line, as people type or paste it. */
export function readLines(text: string): Reading {
  const lines = text
    .split('\n')
    .map((content, at) => ({ line: at + 1, content: content.trim() }))
    .filter(({ content }) => content && !/^`{3,}$/.test(content))
    .slice(0, ROW_LIMIT + 1);
  const separator = lineSeparatorOf(lines.map(({ content }) => content));
  return { drafts: lines.map(({ line, content }) => draftOf(line, content, separator)) };
}

/** The one that most lines have; of those with as many, the surest. */
export function lineSeparatorOf(lines: readonly string[]): string {
  const shares = SEPARATORS.map((one) => lines.filter((line) => indexIn(line, one) > 0).length);
  return SEPARATORS[shares.indexOf(Math.max(...shares))] ?? '=';
}

function draftOf(line: number, content: string, separator: string): Draft {
  const at = indexIn(content, separator);
  const term = undecorated(at < 0 ? content : content.slice(0, at));
  if (at < 0) return draft({ line, term, fault: shapeFault(separator) });
  return draft({ line, term, definition: content.slice(at + separator.length) });
}

function indexIn(line: string, separator: string): number {
  return line.indexOf(separator);
}

function shapeFault(separator: string): string {
  const sign = separator === '\t' ? 'a tab' : `“${separator.trim()}”`;
  return `There is no ${sign} between a term and its definition. Write TERM = DEFINITION, each on a line of its own.`;
}

/** `• *MOU*` is MOU. */
function undecorated(term: string): string {
  const bare = term.trim().replace(/^(?:[•◦▪*–—-]|\d{1,4}[.)])\s+/, '');
  return /^([*_`~]).+\1$/s.test(bare) ? bare.slice(1, -1) : bare;
}
