import fc from 'fast-check';
import { cleanRecord } from '../../src/exchange/formats/clean-record.ts';
import { cleanText } from '../../src/exchange/formats/clean-text.ts';
import type { TermRecord } from '../../src/exchange/formats/term-record.ts';
import { normalize } from '../../src/glossary/normalize.ts';
import { termFault } from '../../src/glossary/term.ts';

const NASTY = [
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "'=1",
    "''-x",
    ' =1',
    '"=1',
    '＝1',
    '\t=1',
    "=cmd|'/C calc'!A0",
  ],
  ...[
    'a;=1',
    'a\t@x',
    'a\n=HYPERLINK("x")',
    'x\n- point',
    'a, b',
    'a; b',
    'a | b',
    '"',
    '""',
    '"a"; b',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '@id',
    '@context',
    '<b>&amp;</b>',
    ']]>',
    '<!--',
    '&#0;',
  ],
  ...[
    '\u0000',
    '\u0001\u000b\u001f',
    '\u007f\u0085',
    '\ufeff',
    '\ufffe\uffff',
    '\ud800',
    '\u2028',
    '\r\n',
    '\r',
  ],
  ...[
    '🤝🏽',
    'é',
    'שלום',
    'ﷺ',
    '```',
    '---',
    '- a: b',
    'null',
    '~',
    'sep=;',
    'Term,Definition',
    '{"a":1}',
  ],
  ...[
    'Status: agreed',
    'Usage: x\nsame\ny',
    'Scope note: ',
    'urn:x',
    '# a',
    'true',
    '1.10',
    '%YAML',
  ],
];

const piece = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const text = fc
  .array(piece, { maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .map((joined) => joined.slice(0, 400));

/** One line of at most 80 characters, as the rules ask of every label. */
const label = text.map((raw) =>
  cleanText(
    cleanText(raw)
      .replaceAll(/[\n\u2028\u2029]/g, ' ')
      .slice(0, 80),
  ),
);

const term = fc
  .tuple(label, fc.constantFrom('x', '7', 'ж'))
  .map(([start, end]) => cleanText(start.slice(0, 78) + end))
  .filter((one) => !termFault(one) && !/[\u2028\u2029]/.test(one));

const name = fc
  .tuple(label, fc.constantFrom('', 'o'))
  .map(([start, end]) => cleanText(start.slice(0, 78) + end))
  .filter(Boolean);

const usage = fc
  .record({
    organization: name,
    meaning: text,
    relation: fc.constantFrom('same', 'narrower', 'broader', 'different', 'not_used'),
  } as const)
  .filter(({ meaning, relation }) => cleanText(meaning) !== '' || relation === 'not_used');

const record: fc.Arbitrary<TermRecord> = fc.record(
  {
    term,
    definition: text.map((raw) => cleanText(raw) || 'something'),
    status: fc.constantFrom('proposed', 'agreed', 'disputed', 'deprecated'),
    preferredLabel: label,
    aliases: fc.array(label, { maxLength: 3 }),
    deprecatedLabels: fc.array(label, { maxLength: 3 }),
    scopeNote: text,
    example: text,
    resolution: fc.constantFrom('adopt', 'qualify', 'replace', 'spell_out'),
    replacedBy: label,
    sayInstead: fc
      .array(fc.tuple(name, label), { maxLength: 3 })
      .map((said) => Object.fromEntries(said)),
    usages: fc.uniqueArray(usage, { maxLength: 3, selector: ({ organization }) => organization }),
  } as const,
  { requiredKeys: ['term', 'definition'] },
);

/** Any glossary that the rules let in, with the worst texts that people and attackers write. */
export const glossary: fc.Arbitrary<readonly TermRecord[]> = fc.uniqueArray(record, {
  minLength: 1,
  maxLength: 5,
  selector: (one) => normalize(one.term),
});

/** In the one form that comes back; a string, because `__proto__` is a name here like any other. */
export function fixed(records: readonly TermRecord[]): string {
  return JSON.stringify(records.map(cleanRecord), undefined, 1);
}
