import { normalize } from '../../glossary/normalize.ts';
import { checkDraft } from './check-draft.ts';
import { decode } from './decode.ts';
import { detectFormat, type ReadFormat } from './detect-format.ts';
import type { Draft, Reading } from './draft.ts';
import { BYTE_LIMIT, ROW_LIMIT } from './limits.ts';
import { otherFileProblem, otherTextProblem } from './other-file.ts';
import { readJson } from './read-json.ts';
import { readLines } from './read-lines.ts';
import { readSkos } from './read-skos.ts';
import { readTable } from './read-table.ts';
import { readTbx } from './read-tbx.ts';
import { readYaml } from './read-yaml.ts';
import type { ReadRow } from './term-record.ts';
import { excerpt } from './vocabulary.ts';

export type ReadGlossary = {
  readonly format: ReadFormat;
  readonly rows: readonly ReadRow[];
  /** Why nothing of it can be used, and what to do, as a sentence. */
  readonly problem?: string;
  /** The first columns of a table that were not understood. */
  readonly ignored?: readonly string[];
};

const READERS: Readonly<Record<ReadFormat, (text: string) => Reading>> = {
  csv: readTable,
  tsv: readTable,
  lines: readLines,
  yaml: readYaml,
  json: readJson,
  skos: readSkos,
  tbx: readTbx,
};

/** Their rows are counted: what stands on a line of such a file is up to the program that wrote it. */
const WITHOUT_LINES: readonly ReadFormat[] = ['yaml', 'json', 'skos'];

const EMPTY = 'There is nothing in it.';
const NO_TERMS =
  'There are no terms in it. Each needs a term and a definition: a table with the columns Term and Definition, or lines like TERM = DEFINITION.';

const IGNORED_SHOWN = 20;

const TOO_MANY = `There are more than ${ROW_LIMIT.toLocaleString('en')} rows in it. Send the terms that the partnership uses, or send it in parts.`;

/** Reads a file or a pasted text. A row keeps the line it stands on; what has no lines, its place. */
export function readGlossary(given: Uint8Array | string, fileName?: string): ReadGlossary {
  const refuse = (problem: string): ReadGlossary => ({ format: 'lines', rows: [], problem });
  if (given.length > BYTE_LIMIT) return refuse(tooLarge(given.length));
  const other = typeof given === 'string' ? undefined : otherFileProblem(given);
  if (other) return refuse(other);
  const text = tidied(typeof given === 'string' ? given : decode(given));
  if (!text.trim()) return refuse(EMPTY);
  const otherText = otherTextProblem(text);
  if (otherText) return refuse(otherText);
  const format = detectFormat(text, fileName);
  const reading = READERS[format](text);
  if ('problem' in reading) return { format, rows: [], problem: reading.problem };
  const { drafts, ignored = [] } = reading;
  if (drafts.length === 0) return { format, rows: [], problem: NO_TERMS };
  if (drafts.length > ROW_LIMIT) return { format, rows: [], problem: TOO_MANY };
  const rows = checkedRows(drafts, format);
  const named = ignored.slice(0, IGNORED_SHOWN).map(excerpt);
  return { format, rows, ...(named.length > 0 && { ignored: named }) };
}

/** One kind of line end, no mark at the beginning, and no Slack fence around; the lines still count. */
function tidied(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const opened = /^\s*```/.exec(plain);
  if (!opened) return plain;
  const inner = plain.slice(0, opened[0].length - 3) + plain.slice(opened[0].length);
  const end = inner.trimEnd();
  return end.endsWith('```') ? end.slice(0, -3) : inner;
}

function checkedRows(drafts: readonly Draft[], format: ReadFormat): readonly ReadRow[] {
  const place = WITHOUT_LINES.includes(format) ? 'as number' : 'in line';
  const lineOf = new Map<string, number>();
  return drafts.map((given): ReadRow => {
    const { line } = given;
    const checked = checkDraft(given);
    if ('reason' in checked) return { line, term: excerpt(given.term.trim()), ...checked };
    const { term } = checked.record;
    const key = normalize(term);
    const first = lineOf.get(key);
    if (first !== undefined)
      return { line, term, reason: `“${term}” is there already, ${place} ${first}.` };
    lineOf.set(key, line);
    return { line, record: checked.record };
  });
}

function tooLarge(bytes: number): string {
  return `This file has ${Math.ceil(bytes / 1_000_000)} MB; ${BYTE_LIMIT / 1_000_000} is the most. Send the terms that the partnership uses, or send it in parts.`;
}
