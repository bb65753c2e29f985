import { parse } from 'csv-parse/sync';
import { columnsOf, isHeader } from './columns.ts';

export type Delimiter = '\t' | ';' | '|' | ',';

const DELIMITERS: readonly Delimiter[] = ['\t', ';', '|', ','];
const SAMPLE_LINES = 50;

/** The delimiter under which the first row is a header, or else the one that most lines have. */
export function delimiterOf(text: string): Delimiter | undefined {
  return headerDelimiter(text) ?? commonDelimiter(text);
}

/** The one under which most columns are understood; undefined when the first row is no header. */
export function headerDelimiter(text: string): Delimiter | undefined {
  const understood = DELIMITERS.map((delimiter) => {
    const columns = columnsOf(firstRow(text, delimiter));
    return columns.length > 1 && isHeader(columns) ? columns.filter(Boolean).length : 0;
  });
  const most = Math.max(...understood);
  return most > 0 ? DELIMITERS[understood.indexOf(most)] : undefined;
}

function commonDelimiter(text: string): Delimiter | undefined {
  const lines = sampleLines(text);
  const shares = DELIMITERS.map((delimiter) => lines.filter((l) => l.includes(delimiter)).length);
  const most = Math.max(...shares);
  return most > 0 ? DELIMITERS[shares.indexOf(most)] : undefined;
}

/** The first lines that say something. */
export function sampleLines(text: string): readonly string[] {
  return text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, SAMPLE_LINES);
}

function firstRow(text: string, delimiter: Delimiter): readonly string[] {
  const head = text.slice(0, 20_000).trimStart();
  try {
    const [row = []] = parse(head, {
      delimiter,
      // Left to find out, it makes a buffer of each character.
      record_delimiter: '\n',
      to: 1,
      relax_quotes: true,
      relax_column_count: true,
    });
    return row;
  } catch {
    // A quotation mark is left open under this delimiter: it is not the one.
    return [];
  }
}
