import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReadGlossary } from './formats/read-glossary.ts';
import type { ReadRow } from './formats/term-record.ts';

export type ReadingLimits = { readonly seconds: number; readonly megabytes: number };

/** Ten thousand terms in YAML, the hungriest, take half of the memory and a tenth of the time. */
const LIMITS: ReadingLimits = { seconds: 30, megabytes: 192 };

const PROGRAM = fileURLToPath(new URL('./reading-process.ts', import.meta.url));

const ENDED_BY_V8 = 134;

const TOO_HUNGRY =
  'Reading this file takes more memory than a glossary of 10,000 terms does, so I put it aside. Send the terms that the partnership uses as CSV, or send them in parts.';

/**
 * Reads a file in a process of its own. A thread is not enough: with its limits of memory, V8 still
 * ends the whole process over an array that no longer fits.
 */
export async function readApart(
  bytes: Uint8Array,
  fileName = '',
  { seconds, megabytes }: ReadingLimits = LIMITS,
): Promise<ReadGlossary> {
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, PROGRAM], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: seconds * 1_000,
    killSignal: 'SIGKILL',
  });
  const startedAt = performance.now();
  // It may end before it has taken everything in; how it ended is what counts.
  child.stdin.on('error', () => {});
  child.stdin.write(`${fileName.replaceAll('\n', ' ')}\n`);
  child.stdin.end(bytes);
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code === 0) return gathered(said.trimEnd().split('\n'));
  const isOver = performance.now() - startedAt >= seconds * 1_000;
  if (signal === 'SIGKILL' && isOver) return unread(tooSlow(seconds));
  if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === ENDED_BY_V8)
    return unread(TOO_HUNGRY);
  throw new Error(`reading a file ended with ${signal ?? code}`);
}

/** The head, and then the rows in several parts, between which others have their turn. */
async function gathered([head = '', ...parts]: readonly string[]): Promise<ReadGlossary> {
  const rows: ReadRow[] = [];
  for (const part of parts) {
    rows.push(...(JSON.parse(part) as readonly ReadRow[]));
    await setImmediate();
  }
  return { ...(JSON.parse(head) as Omit<ReadGlossary, 'rows'>), rows };
}

function unread(problem: string): ReadGlossary {
  return { format: 'lines', rows: [], problem };
}

function tooSlow(seconds: number): string {
  return `I stopped reading this file after ${seconds} seconds, which no glossary of 10,000 terms takes. Send the terms that the partnership uses as CSV, or send them in parts.`;
}
