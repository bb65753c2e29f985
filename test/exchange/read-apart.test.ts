import { describe, expect, test } from 'vitest';
import { readApart } from '../../src/exchange/read-apart.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Each ended a bot that read it in its own process, or in a thread with a limit of memory. */
const POISON: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['flow.yaml', bytesOf(`[${'a,'.repeat(1_400_000)}]`)],
  ['keys.yml', bytesOf('? '.repeat(1_400_000))],
  ['objects.json', bytesOf(`[${'{},'.repeat(3_300_000)}{}]`)],
];

describe('a file is read in a process of its own', () => {
  test('and comes out as it went in, whatever separates its lines', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => ({
      term: `T${n}`,
      definition: 'a\u2028b\nc',
    }));
    const read = await readApart(bytesOf(JSON.stringify(rows)), 'Wörter.json\nx.json');
    expect(read.rows).toHaveLength(250);
    expect(read.rows.at(-1)).toEqual({ line: 250, record: rows.at(-1) });
    expect(read).toMatchObject({ format: 'json' });
  });

  test('with what its author should know', async () => {
    const table = bytesOf('Term,Definition,Owner\nMOU,x,Renata');
    expect(await readApart(table, 'a.csv')).toMatchObject({ ignored: ['Owner'] });
    expect(await readApart(bytesOf(''), 'a.csv')).toMatchObject({
      rows: [],
      problem: 'There is nothing in it.',
    });
  });

  test.each(POISON)('%s ends that process, and is put aside', async (name, bytes) => {
    const { rows, problem } = await readApart(bytes, name, { seconds: 30, megabytes: 48 });
    expect(rows).toEqual([]);
    expect(problem).toMatch(/^Reading this file takes more memory.* as CSV, or send them in parts/);
  });

  test('what takes too long is put aside too', async () => {
    const [[name, bytes] = ['', bytesOf('')]] = POISON;
    const { problem } = await readApart(bytes, name, { seconds: 0.5, megabytes: 1_000 });
    expect(problem).toMatch(/^I stopped reading this file after 0.5 seconds/);
  });
});
