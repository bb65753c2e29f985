import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expansionIn } from '../../src/glossary/expansion.ts';

describe('long form (SF)', () => {
  test.each([
    ['the memorandum of understanding (MOU) is signed', 'MOU', 'memorandum of understanding'],
    ['a community-based organization (CBO) asks', 'CBO', 'community-based organization'],
    ['heat shock transcription factor (HSF)', 'HSF', 'heat shock transcription factor'],
    ['the gamma-interferon response (GIR)', 'GIR', 'gamma-interferon response'],
    ['central nervous system (CNS) and more', 'CNS', 'central nervous system'],
    ['Request for Proposals (RFP)', 'RFP', 'Request for Proposals'],
    ['our key performance indicators (KPIs)', 'KPIs', 'key performance indicators'],
    ['“point of care” (POC)', 'POC', 'point of care'],
    ['the data sharing agreement\n(DSA) for', 'DSA', 'data sharing agreement'],
    ['Proof of concept (P.O.C.) builds', 'P.O.C.', 'Proof of concept'],
    ['Bundesamt für Soziale Sicherung (BAS)', 'BAS', 'Bundesamt für Soziale Sicherung'],
    ['our non-profit office (PO)', 'PO', 'non-profit office'],
    ['die Datenschutz-Grundverordnung (DSGVO)', 'DSGVO', 'Datenschutz-Grundverordnung'],
    ['Électricité de France (EDF)', 'EDF', undefined],
    ['a research and development (R&D) team', 'R&D', 'research and development'],
  ])('%s', (text, short, long) => expect(expansionIn(text)).toEqual(long ? [{ short, long }] : []));

  test('all of a text are found, in order', () =>
    expect(
      expansionIn('A point of care (POC), then a primary referral (PR). No (parenthesis) here.'),
    ).toEqual([
      { short: 'POC', long: 'point of care' },
      { short: 'PR', long: 'primary referral' },
    ]));

  test.each([
    ['letters that do not fit', 'the annual report (XYZ)'],
    ['a single letter', 'plan (B)'],
    ['eleven characters', 'a very long thing here (ABCDEFGHIJK)'],
    ['two words', 'the office (City Hall)'],
    ['a number', 'the year (2026)'],
    ['a sign', 'the smile (:-)'],
    ['nothing before', '(MOU)'],
    ['nothing inside', 'agreement ()'],
    ['too far away', `memorandum ${'x '.repeat(20)} (MOU)`],
    ['nothing at all', ''],
    ['only the letters again', 'MOU (MOU)'],
    ['a plural', 'the person(s) asked'],
    ['letters twice', '(MOU) (MOU)'],
    ['letters that are no ASCII', 'hello wonderful world (𝐌𝐎𝐔)'],
  ])('%s is none', (_, text) => expect(expansionIn(text)).toEqual([]));
});

describe('whatever people write', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '(MOU)',
          'memo',
          'of',
          'und',
          '(',
          ')',
          'M',
          '(İ.)',
          'İ',
          '(𝐌𝐎)',
          '“',
          '\n',
          '-',
          '🚀',
        ),
      )
      .map((parts) => parts.join(' ')),
  );

  test('what is found is in the text, and bare of marks, and not too many words', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const { short, long } of expansionIn(given)) {
          expect(given).toContain(`(${short})`);
          expect(long.length).toBeGreaterThan(short.length);
          expect(long).not.toMatch(/^[\p{P}\s]|[\p{P}\s]$/u);
          const most = Math.min(short.length + 5, short.length * 2);
          expect(long.split(' ').length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['(', '(a', '(AB) ', 'a ', 'a (AB) ', ' ', '((AB))', 'aaaaaaaa'])(
    'twenty thousand characters of %j are done at once',
    (part) => {
      const before = performance.now();
      expansionIn(part.repeat(20_000 / part.length));
      expect(performance.now() - before).toBeLessThan(1_000);
      console.info(
        `expansionIn ${JSON.stringify(part)}: ${(performance.now() - before).toFixed()} ms`,
      );
    },
  );
});
