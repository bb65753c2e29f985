import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { recordsOf } from './samples.ts';

const RECORDS = [
  { term: 'MOU', definition: 'a note & not a contract: see x=y' },
  { term: 'R&D', definition: 'research <and> development' },
];

describe('lines as people paste them into Slack', () => {
  test.each([
    ['plain', 'MOU = a note & not a contract: see x=y\nR&D = research <and> development'],
    [
      'in a fence',
      '```\nMOU = a note & not a contract: see x=y\nR&D = research <and> development\n```',
    ],
    [
      'in a tight fence',
      '```MOU = a note & not a contract: see x=y\nR&D = research <and> development```',
    ],
    [
      'as a list',
      '• *MOU* = a note & not a contract: see x=y\n• `R&D` = research <and> development',
    ],
    ['numbered', '1. MOU = a note & not a contract: see x=y\n2) R&D = research <and> development'],
    ['from Excel', 'MOU\ta note & not a contract: see x=y\nR&D\tresearch <and> development'],
    [
      'from Excel, fenced',
      '```\nTerm\tDefinition\nMOU\ta note & not a contract: see x=y\nR&D\tresearch <and> development```',
    ],
    ['with dashes', 'MOU – a note & not a contract: see x=y\nR&D – research <and> development'],
  ])('%s', (_, text) => expect(recordsOf(text)).toEqual(RECORDS));

  test('a cell of several lines, as Excel copies it', () => {
    expect(recordsOf('MOU\t"first\nsecond"\nCBO\tx')).toEqual([
      { term: 'MOU', definition: 'first\nsecond' },
      { term: 'CBO', definition: 'x' },
    ]);
  });

  test('an ampersand that was written as one stays as it is', () => {
    expect(recordsOf('A = b &amp; c')[0]?.definition).toBe('b &amp; c');
  });

  test('a line without a sign is refused, and the others keep their lines', () => {
    expect(readGlossary('```\nMOU = x\nsomething else\n\nCBO = y\n```').rows).toEqual([
      { line: 2, record: { term: 'MOU', definition: 'x' } },
      {
        line: 3,
        term: 'something else',
        reason:
          'There is no “=” between a term and its definition. Write TERM = DEFINITION, each on a line of its own.',
      },
      { line: 5, record: { term: 'CBO', definition: 'y' } },
    ]);
  });
});
