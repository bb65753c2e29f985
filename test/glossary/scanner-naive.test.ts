import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/glossary/normalize.ts';
import { createScanner, type Hit } from '../../src/glossary/scanner.ts';

/** Labels, and how each is written in the plural. */
const POOL: readonly (readonly [label: string, ...plurals: string[]])[] = [
  ...([['a'], ['b'], ['a b'], ['b a'], ['a b a b'], ['b b c'], ['c a c'], ['a-b c']] as const),
  ...([
    ['POC', 'POCs'],
    ['P.O.C.', 'POCs'],
    ['POC lead', 'POC leads'],
    ['CBO’s'],
    ['CBO', 'CBOs'],
  ] as const),
  ...([
    ['R&D'],
    ['C++'],
    ['.NET'],
    ['24/7'],
    ['é'],
    ['a é'],
    ['🚀 a'],
    ['go live', 'go lives'],
  ] as const),
  ...([
    ['a&b'],
    ['a (b)'],
    ['U.S.'],
    ['2.0'],
    ['合意'],
    ['leads', 'lead'],
    ['lead', 'leads'],
  ] as const),
];

const PIECES = [
  ...[
    'a',
    'b',
    'c',
    'a b',
    'A',
    'B',
    'C',
    'é',
    'E\u0301',
    '合意',
    '🚀',
    'ａ',
    'a\u00ADb',
    '24/7',
    '2.0',
  ],
  ...['POC', 'poc', 'P.O.C.', 'P.O.C', 'POCs', 'POC’s', 'lead', 'leads', 'CBO', "CBO's", 'CBOs’'],
  ...['R&amp;D', 'r&d', 'C++', '.NET', 'U.S.', 'go', 'live', 'Go‑Live', 'go_live', 'lives', 'a.b'],
  ...[' ', ' ', ' ', ' ', '  ', '\n', '-', '_', '—', '\u00A0', '*', '~', '/', '(', ')'],
  ...['.', ',', ';', '!', '?', "'", '’', '"', '“', '”', '…', '+', '&amp;', '&lt;', '&gt;', '&'],
  ...[
    '`',
    '`a b`',
    '```',
    '```\na\n```',
    '<https://a.b|a b>',
    '<@U1|a>',
    '<',
    '>',
    '\n> ',
    '\n&gt; ',
  ],
  ...['\n&gt;&gt;&gt; a', ' :a: ', ':', ' https://a.b/a ', ' h '],
] as const;

const SIGN = '\u0001';
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Cf}]`;
const STARTS_IN_WORD = new RegExp(`${LETTER}[.'’]?$`, 'u');
const GOES_ON = new RegExp(`^[.'’]?${LETTER}`, 'u');
const ENDS_IN_LETTER = new RegExp(`${LETTER}$`, 'u');
const ENDS_IN_ABBREVIATION = /(?<![\p{L}\p{N}\p{M}]|[\p{L}\p{N}\p{M}][.'’])(?:\p{L}\.){2,}$/u;
const BEGINS_WITH_LETTER = new RegExp(`^${LETTER}`, 'u');

/** Every place against every label, the longest first. */
function naive(text: string, labels: readonly (readonly string[])[]): readonly Hit[] {
  const forms = new Map<string, string[]>();
  const add = (form: string, id: string, isNew: boolean) => {
    if (isNew || !forms.has(form))
      forms.set(form, [...new Set([...(isNew ? (forms.get(form) ?? []) : []), id])]);
  };
  for (const [label = ''] of labels) add(normalize(label), label, true);
  const exact = new Set(forms.keys());
  for (const [label = '', ...plurals] of labels)
    for (const plural of plurals) {
      const form = normalize(plural);
      if (!exact.has(form)) add(form, label, true);
    }
  for (const [form, ids] of [...forms]) if (!forms.has(`${form}'s`)) forms.set(`${form}'s`, ids);

  const spoken = blanked(text);
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (let end = text.length; end > start; end -= 1) {
      const written = spoken.slice(start, end);
      if (!isWhole(spoken, start, end)) continue;
      const ids = forms.get(normalize(decoded(written)));
      if (!ids || written.includes(SIGN)) continue;
      hits.push({ start, end, ids });
      start = end - 1;
      break;
    }
  }
  return hits;
}

function isWhole(text: string, start: number, end: number): boolean {
  const [before, written, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  // What `normalize` takes from the ends is not part of the hit, but for the dot of an abbreviation.
  if (/^[\s_\p{Pd}"“”'’`]|[\s_\p{Pd}"“”'’`,;:!?…]$/u.test(written)) return false;
  if (written.endsWith('.') && !ENDS_IN_ABBREVIATION.test(written)) return false;
  if (/&(?:a|am|amp|l|lt|g|gt)$/.test(written) && after.includes(';')) return false;
  if (/^(?:amp|mp|p|lt|t|gt)?;/.test(written) && before.includes('&')) return false;
  const starts = BEGINS_WITH_LETTER.test(written) ? STARTS_IN_WORD : ENDS_IN_LETTER;
  const ends = ENDS_IN_LETTER.test(written) ? GOES_ON : BEGINS_WITH_LETTER;
  return !starts.test(before) && !ENDS_IN_ABBREVIATION.test(before) && !ends.test(after);
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Step by step, without the expression that the scanner looks with. */
function blanked(text: string): string {
  let spoken = '';
  while (spoken.length < text.length) {
    const rest = text.slice(spoken.length);
    const isLineStart = spoken === '' || text[spoken.length - 1] === '\n';
    const line = rest.split('\n')[0] ?? '';
    const until = (close: string, from: number) => {
      const at = rest.indexOf(close, from);
      return at < 0 ? rest.length : at + close.length;
    };
    let length = 0;
    if (rest.startsWith('```')) length = until('```', 3);
    else if (line.startsWith('`') && line.includes('`', 1)) length = line.indexOf('`', 1) + 1;
    else if (isLineStart && /^(?:&gt;|>){3}/.test(rest) && !/^(?:&gt;>|>&)/.test(rest))
      length = rest.length;
    else if (isLineStart && /^(?:&gt;|>)/.test(rest)) length = line.length;
    else if (/^<[^<>\n]*>/.test(rest)) length = until('>', 1);
    else if (/^:[a-z0-9_+'-]+:/.test(rest) && !/[\p{L}\p{N}]$/u.test(text.slice(0, spoken.length)))
      length = until(':', 1);
    else if (rest.startsWith('https://')) length = /^\S+/.exec(rest)?.[0].length ?? 0;
    spoken += length ? SIGN.repeat(length) : rest.slice(0, 1);
  }
  return spoken;
}

describe('the scanner finds what a reader finds who tries every label at every place', () => {
  const glossaries = fc.subarray([...POOL]);
  const agree = (pieces: readonly string[], labels: readonly (readonly string[])[]) => {
    const text = pieces.join('');
    const scanner = createScanner(labels.map(([label = '']) => ({ text: label, id: label })));
    const plain = (hits: readonly Hit[]) =>
      hits.map(({ start, end, ids }) => [text.slice(start, end), start, end, [...ids].sort()]);
    expect(plain(scanner.scan(text)), JSON.stringify(text)).toEqual(plain(naive(text, labels)));
  };

  test('in words that are likely to be labels', () => {
    const words = fc.array(
      fc.constantFrom('a', 'b', 'c', 'é', 'go', 'live', 'POC', 'lead', 'leads'),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(words, glossaries, (texts, labels) => agree([texts.join(' ')], labels)),
      {
        numRuns: 1_000,
      },
    );
  });

  test('in all kinds of marks', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 });
    fc.assert(fc.property(pieces, glossaries, agree), { numRuns: 3_000 });
  });
});
