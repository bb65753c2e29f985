import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/glossary/normalize.ts';
import { createScanner } from '../../src/glossary/scanner.ts';

const found = (text: string, ...labels: readonly string[]) =>
  createScanner(labels.map((label) => ({ text: label, id: label })))
    .scan(text)
    .map(({ start, end }) => text.slice(start, end));

describe('a label is found', () => {
  test.each([
    ['P.O.C.', 'ask the poc.', ['poc']],
    ['POC', 'ask the P.O.C. today', ['P.O.C.']],
    ['POC', 'P.O.C, p.o.c.', ['P.O.C', 'p.o.c.']],
    ['US office', 'the U.S. office', ['U.S. office']],
    ['e.g.', 'e.g. this', ['e.g.']],
    [
      'go live',
      'Go‑Live, go–live, go_live, go \n live',
      ['Go‑Live', 'go–live', 'go_live', 'go \n live'],
    ],
    [
      'MOU',
      'ＭＯＵ “MOU” *MOU* _MOU_ (MOU) MOU? M\u200BOU',
      ['ＭＯＵ', 'MOU', 'MOU', 'MOU', 'MOU', 'MOU', 'M\u200BOU'],
    ],
    ['MOU', 'MOU/POC, MOU—now, MOU… #MOU @MOU 🚀MOU', ['MOU', 'MOU', 'MOU', 'MOU', 'MOU', 'MOU']],
    ['go live', 'go \u200B live, go＿live', ['go \u200B live', 'go＿live']],
    ['résumé', 're\u0301sume\u0301 and resume', ['re\u0301sume\u0301']],
    ['İstanbul', 'istanbul, İSTANBUL', ['istanbul', 'İSTANBUL']],
    ['合意', 'the 合意 of', ['合意']],
    ['תזכיר', 'x תזכיר', ['תזכיר']],
    ['R&D', 'R&amp;D, r&d; R&D', ['R&amp;D', 'r&d', 'R&D']],
    ['R&amp;D', 'R&amp;D', ['R&amp;D']],
    ['C++', 'C++, (c++)', ['C++', 'c++']],
    ['24/7', 'open 24/7.', ['24/7']],
    ['.NET', 'in .NET, .net', ['.NET', '.net']],
    ['<5 days', 'in &lt;5 days', ['&lt;5 days']],
    ['🚀 launch', 'the 🚀 launch', ['🚀 launch']],
    ['version 2.0', 'version 2.0.', ['version 2.0']],
    ["driver's license", 'a driver’s license', ['driver’s license']],
    ['Yahoo!', 'Yahoo! and yahoo', ['Yahoo', 'yahoo']],
  ])('%s in %j', (label, text, expected) => expect(found(text, label)).toEqual(expected));
});

describe('so are its other forms', () => {
  test.each([
    ['MOU', "MOUs, MOU’s, MOU's and MOUs'", ['MOUs', 'MOU’s', "MOU's", 'MOUs']],
    ['MOUs', 'an MOU', ['MOU']],
    ['P.O.C.', 'P.O.C.s', ['P.O.C.s']],
    ['agency', 'agencies, agency’s, the agencies’ own', ['agencies', 'agency’s', 'agencies']],
    ['partner agencies', 'partner agency', ['partner agency']],
    ['memorandum', 'memoranda, memorandums', ['memoranda', 'memorandums']],
    ['memorandum of understanding', 'memoranda of understanding', ['memoranda of understanding']],
    ['point of contact', 'points of contact', ['points of contact']],
    ['consortium', 'consortia', ['consortia']],
    ['child', 'the children’s', ['children’s']],
    ['data sharing agreement', 'data-sharing agreements', ['data-sharing agreements']],
  ])('%s in %j', (label, text, expected) => expect(found(text, label)).toEqual(expected));

  test('but none that is another word in every text', () =>
    expect(found('as it has his goods, this means', 'A', 'HA', 'IT', 'HI', 'THI')).toEqual(['it']));

  test('what a label says itself goes before the plural of another', () => {
    const scanner = createScanner([
      { text: 'lead', id: 'one' },
      { text: 'leads', id: 'all' },
    ]);
    expect(scanner.scan('lead leads leads’').map(({ ids }) => ids)).toEqual([
      ['one'],
      ['all'],
      ['all'],
    ]);
  });
});

describe('a label is not found', () => {
  test.each([
    ['in a longer word', 'EPOC POCX POC2 éPOC POCé spoc'],
    ['in a word with dots or an apostrophe', 'POC.org a.POC POC’d O’POC'],
    ['with an accent more', 'POÇ'],
    ['in code', '`POC` and ```\nPOC\n``` and ```POC'],
    ['in code that opens a link', '`<POC`>'],
    ['in a link or its name', 'https://example.org/POC <https://example.org|POC>'],
    ['in a mention', '<@U1|POC> <#C1|POC> <!subteam^S1|POC>'],
    ['in a quoted line', '&gt; POC\n> POC\n&gt;POC'],
    ['in all that is quoted', '&gt;&gt;&gt; POC\nPOC\n\nPOC'],
    ['in an emoji', ':poc: :a::poc:'],
    ['across what is left alone', 'service `x` level'],
    ['across a comma', 'service, level'],
  ])('%s', (_, text) => expect(found(text, 'POC', 'service level')).toEqual([]));

  test.each(['C++11', 'xC++', 'ASP.NET', 'x.NET'])('%s is a word of its own', (text) =>
    expect(found(text, 'C++', '.NET')).toEqual([]),
  );
});

describe('what only looks like markup is read', () => {
  test.each([
    ['a backtick alone', 'a ` POC'],
    ['a backtick to the next line', 'a ` b\nPOC ` c'],
    ['an arrow', 'a &gt; POC'],
    ['an open link', '< POC'],
    ['colons', 'note: POC: x'],
    ['after code', '`x` POC'],
    ['after a closed block', '```\nx\ny\n``` POC'],
    ['after a quoted line', '&gt; x\nPOC'],
    ['words in h', 'http POC'],
  ])('%s', (_, text) => expect(found(text, 'POC')).toEqual(['POC']));
});

describe('which labels', () => {
  test('the longest, and then those after it', () =>
    expect(
      found(
        'a patient referral form b referral',
        'patient',
        'patient referral',
        'referral form',
        'referral',
        'form',
      ),
    ).toEqual(['patient referral', 'form', 'referral']));

  test('the longest that is whole, when a longer one only begins', () =>
    expect(found('a b c d', 'a', 'a b c d e', 'b c')).toEqual(['a', 'b c']));

  test('all of a long text, whichever labels begin in the same way', () => {
    const labels = Array.from({ length: 39 }, (_, at) => 'a '.repeat(at + 2).trim());
    const hits = found(`${'a '.repeat(20_000)}b`, ...labels, ...labels.map((one) => `${one} b`));
    expect(hits).toHaveLength(500);
    expect(new Set(hits)).toEqual(new Set([labels.at(-1), `${labels.at(-1)} b`]));
  });

  test('every id that shares a spelling, once', () => {
    const labels = [
      { text: 'P.O.C.', id: '1' },
      { text: 'POC', id: '2' },
      { text: 'poc', id: '1' },
    ];
    expect(createScanner(labels).scan('a POC')).toEqual([{ start: 2, end: 5, ids: ['1', '2'] }]);
    expect(createScanner(labels).scan('POCs')[0]?.ids).toEqual(['1', '2']);
  });

  test.each([[[]], [['', '  ', '"', '`', '...']]])('%j finds nothing', (labels) =>
    expect(found('“a” ... ` b', ...labels)).toEqual([]),
  );
});

test('words with the same hash are told apart', () => {
  expect(found('macallums, a macallums rate', 'declinate', 'a declinate rate')).toEqual([]);
  expect(found('declinate, macallums, costarring', 'liquid', 'macallums', 'declinate')).toEqual([
    'declinate',
    'macallums',
  ]);
});

test('a symbol that begins a label may follow another', () =>
  expect(found(')(a b c x(a b c', '(a b c')).toEqual(['(a b c']));

describe('whatever people write', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  test('hits are in the text, in order, and never overlap', () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 5 }), (text, labels) => {
        const all = [...labels, ...text.split(' ')];
        const hits = createScanner(all.map((label) => ({ text: label, id: label }))).scan(text);
        hits.forEach(({ start, end, ids }, at) => {
          expect(start).toBeGreaterThanOrEqual(hits[at - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(ids.length).toBeGreaterThan(0);
        });
      }),
    );
  });

  test('a label of letters and digits is found where it is written', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((some) => /^[\p{L}\p{M}\p{Nd}]+$/u.test(some) && normalize(some) !== '');
    const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(label, (text) => {
        expect(found(`(${text}), `, text)).toEqual([text]);
      }),
      { numRuns: 1_000 },
    );
  });
});
