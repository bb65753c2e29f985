import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermRecord } from '../../src/exchange/formats/term-record.ts';
import { countsOf, planImport } from '../../src/exchange/plan-import.ts';
import type { Entry } from '../../src/glossary/entry.ts';
import type { TermContent } from '../../src/glossary/term.ts';

const ORGANIZATIONS = [
  { id: 'o-city', shortName: 'City' },
  { id: 'o-lantern', shortName: 'Lantern' },
];

function entry(text: string, content: TermContent, more: Partial<Entry> = {}): Entry {
  return {
    id: `t-${text}`,
    text,
    conflict: undefined,
    isCollecting: false,
    labels: [{ text, rating: 'preferred' }],
    agreed: { version: 1, content, agreedAt: new Date('2026-05-01T00:00:00Z') },
    open: undefined,
    usages: [],
    answered: [],
    latestVersion: 1,
    ...more,
  };
}

const MOU = entry('MOU', { definition: 'a written agreement', scopeNote: 'city contracts' });
const REFERRAL = entry('referral', { definition: 'a person sent on' });

function plan(records: readonly TermRecord[], entries: readonly Entry[] = [MOU, REFERRAL]) {
  const rows = records.map((record, at) => ({ line: at + 2, record }));
  return [...planImport(rows, { entries, organizations: ORGANIZATIONS })].flat();
}

describe('a row is', () => {
  test.each<[string, TermRecord, string, RegExp | undefined]>([
    ['new', { term: 'POC', definition: 'a contact' }, 'new', undefined],
    [
      'the same, in another spelling',
      { term: 'M.O.U.', definition: 'a written agreement' },
      'same',
      undefined,
    ],
    ['changed by its words', { term: 'MOU', definition: 'a handshake' }, 'changed', undefined],
    [
      'changed by one more field',
      { term: 'MOU', definition: 'a written agreement', example: 'x' },
      'changed',
      undefined,
    ],
    [
      'changed by being retired',
      { term: 'MOU', definition: 'a written agreement', status: 'deprecated' },
      'changed',
      undefined,
    ],
    [
      'refused without a definition',
      { term: 'MOU', definition: '' },
      'refused',
      /Add a definition/,
    ],
    [
      'refused for a stranger',
      { term: 'POC', definition: 'x', sayInstead: { Acme: 'y' } },
      'refused',
      /Acme.*no organization/,
    ],
    [
      'refused for a taken word (G6)',
      { term: 'warm hand-off', definition: 'x', preferredLabel: 'Referral' },
      'refused',
      /already the preferred word for “referral”/,
    ],
  ])('%s', (_, record, kind, reason) => {
    const [row] = plan([record]);
    expect(row?.kind).toBe(kind);
    if (reason) expect(row?.reason).toMatch(reason);
  });

  test('refused when an earlier line says the same term', () => {
    const rows = plan([
      { term: 'POC', definition: 'a contact' },
      { term: 'p.o.c.', definition: 'a place' },
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['new', 'refused']);
    expect(rows[1]?.reason).toContain('Line 2');
  });

  test('refused when an earlier line prefers the same word', () => {
    const rows = plan([
      { term: 'POC', definition: 'a contact', preferredLabel: 'contact person' },
      { term: 'liaison', definition: 'a go-between', preferredLabel: 'Contact Person' },
    ]);
    expect(rows[1]?.reason).toContain('Line 2');
  });

  test('refused, and shows nothing, while meanings are compared blind', () => {
    const compared = entry('POC', { definition: 'secret' }, { isCollecting: true });
    const [row] = plan([{ term: 'POC', definition: 'a contact' }], [compared]);
    expect(row?.kind).toBe('refused');
    expect(row?.reason).not.toContain('secret');
  });
});

test('a file of two columns keeps what else was agreed', () => {
  const [row] = plan([{ term: 'MOU', definition: 'a handshake' }]);
  expect(row?.content).toEqual({ definition: 'a handshake', scopeNote: 'city contracts' });
});

test('a file that calls a retired term agreed brings it back', () => {
  const retired = entry('RAG', {
    definition: 'red, amber, green',
    deprecated: true,
    replacedBy: 'x',
  });
  const [row] = plan(
    [{ term: 'RAG', definition: 'red, amber, green', status: 'agreed' }],
    [retired],
  );
  expect(row).toMatchObject({ kind: 'changed', content: { definition: 'red, amber, green' } });
  expect(row?.content).not.toHaveProperty('deprecated');
});

test('an organization is meant by its short name, whatever the case', () => {
  const [row] = plan([{ term: 'POC', definition: 'x', sayInstead: { lantern: 'clinic' } }]);
  expect(row?.content?.sayInstead).toEqual({ 'o-lantern': 'clinic' });
});

test('property: every row is planned once, and no two change one term', () => {
  const record = fc.record({
    term: fc.constantFrom('MOU', 'm.o.u.', 'referral', 'Referral', 'POC', 'poc', 'x y', 'X-Y'),
    definition: fc.constantFrom('a written agreement', 'a person sent on', 'other'),
    preferredLabel: fc.constantFrom('MOU', 'POC', 'z'),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const rows = plan(records);
      expect(rows.map(({ line }) => line)).toEqual(records.map((_, at) => at + 2));
      const acting = rows.filter(({ kind }) => kind !== 'refused');
      const keys = acting.map(
        (row) => row.entry?.id ?? row.term.toLowerCase().replaceAll(/[.-]/g, ''),
      );
      expect(new Set(keys).size).toBe(keys.length);
      const counts = countsOf(rows);
      expect(counts.new + counts.changed + counts.same + counts.refused).toBe(records.length);
      for (const row of rows) if (row.kind === 'refused') expect(row.reason).toBeTruthy();
    }),
  );
});

test('thousands of rows are planned in steps, and each row once', () => {
  const rows = Array.from({ length: 450 }, (_, n) => ({
    line: n + 1,
    record: { term: `T${n}`, definition: 'x' },
  }));
  const steps = [...planImport(rows, { entries: [], organizations: ORGANIZATIONS })];
  expect(steps.map((step) => step.length)).toEqual([200, 200, 50]);
  expect(steps.flat().map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
});
