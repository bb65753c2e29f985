import { CsvError, parse } from 'csv-parse/sync';
import { type Column, columnsOf, isHeader } from './columns.ts';
import { type Delimiter, delimiterOf } from './delimiter.ts';
import { type Draft, draft, type Reading } from './draft.ts';
import { gatherDraft } from './gather-draft.ts';
import { COLUMN_LIMIT, ROW_LIMIT } from './limits.ts';
import { plainCell } from './spreadsheet-cell.ts';

type Row = { readonly line: number; readonly cells: readonly string[] };

const TOO_WIDE = `This table has more than ${COLUMN_LIMIT} columns. Keep those for the term, its definition and what goes with them, and send it again.`;

/** Rows of cells: CSV with any of the usual separators, TSV, or a table in Markdown. */
export function readTable(text: string): Reading {
  const { named, rest } = separatorLine(text);
  const delimiter = named ?? delimiterOf(rest) ?? ',';
  const rows = rowsOf(delimiter === '|' ? withoutFrame(rest) : rest, delimiter);
  if ('problem' in rows) return rows;
  const [first, ...others] = rows;
  if (!first) return { drafts: [] };
  if (first.cells.length > COLUMN_LIMIT) return { problem: TOO_WIDE };
  const columns = columnsOf(first.cells);
  if (!isHeader(columns)) return { drafts: unnamed(rows, delimiter) };
  const ignored = first.cells.filter((name, at) => name.trim() && !columns[at]);
  return { drafts: others.map((row) => draftOf(row, columns)), ignored };
}

/** Excel's own first line `sep=;` names the separator. The line is kept empty, so that lines still count. */
function separatorLine(text: string) {
  const named = /^sep=([\t;|,])(?=\n|$)/i.exec(text)?.[1] as Delimiter | undefined;
  return { named, rest: named ? text.slice('sep=;'.length) : text };
}

/** `| a | b |` is `a | b`, and the line under a Markdown header is empty. */
function withoutFrame(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  if (!lines.every((line) => !line || line.startsWith('|'))) return text;
  return lines
    .map((line) =>
      /^[|\s:-]+$/.test(line) ? '' : line.slice(1, line.endsWith('|') ? -1 : undefined),
    )
    .join('\n');
}

function rowsOf(text: string, delimiter: Delimiter): readonly Row[] | { readonly problem: string } {
  try {
    const rows: Row[] = [];
    withoutStacks(() =>
      parse(text, {
        delimiter,
        record_delimiter: '\n',
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        to: 2 * ROW_LIMIT,
        on_record: (cells: readonly string[], { lines }) => {
          rows.push({ line: lines - lineEndsIn(cells), cells: cells.map(plainCell) });
          return null;
        },
      }),
    );
    return rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: openQuote(error) };
  }
}

/** A record knows the line it ends on. */
function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

/** For each row of another length the parser makes an error, and forgets it: most of its time goes into their stacks. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function openQuote(error: CsvError): string {
  const line = typeof error.lines === 'number' ? ` in line ${error.lines}` : '';
  return `A quotation mark${line} is opened and never closed, so it is not clear where that text ends. Close it, or take it out, and send the file again.`;
}

function draftOf({ line, cells }: Row, columns: readonly (Column | undefined)[]): Draft {
  const parts = cells.flatMap((value, at) => {
    const column = columns[at];
    return column ? [{ column, value }] : [];
  });
  const found = gatherDraft(line, parts);
  return cells.slice(columns.length).some((cell) => cell.trim())
    ? { ...found, fault: tooManyCells(cells.length, columns.length) }
    : found;
}

function tooManyCells(cells: number, columns: number): string {
  return `This row has ${cells} cells and the header ${columns}. Put quotation marks around a text that contains the separator.`;
}

/**
 * Without a header the first two cells are the term and its definition. Where rows differ in length, the
 * separator stands in definitions, and what comes after it still belongs to them.
 */
function unnamed(rows: readonly Row[], delimiter: Delimiter): readonly Draft[] {
  const lengths = new Set(rows.map(({ cells }) => cells.length));
  const isEven = lengths.size === 1 && rows.length > 1;
  return rows.map(({ line, cells: [term = '', ...rest] }) =>
    draft({ line, term, definition: (isEven ? rest.slice(0, 1) : rest).join(delimiter) }),
  );
}
