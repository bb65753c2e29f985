/*
 * A program of its own that reads one file: its name and a line end, then its bytes, come in by the
 * standard input, and what was read goes out line by line. Strangers choose the bytes, so it is given
 * no environment, and where memory is short the system ends it before anything else.
 */
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { readGlossary } from './formats/read-glossary.ts';

const ROWS_ON_A_LINE = 100;
const NICE = 4;
const LINE_END = 10;

giveWay();
const given = await buffer(process.stdin);
const at = given.indexOf(LINE_END);
const { rows, ...head } = readGlossary(given.subarray(at + 1), given.toString('utf8', 0, at));
process.stdout.write(`${JSON.stringify(head)}\n`);
for (let from = 0; from < rows.length; from += ROWS_ON_A_LINE) {
  process.stdout.write(`${JSON.stringify(rows.slice(from, from + ROWS_ON_A_LINE))}\n`);
}

function giveWay(): void {
  try {
    setPriority(NICE);
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Not every system has these; the limits that its parent sets hold everywhere.
  }
}
