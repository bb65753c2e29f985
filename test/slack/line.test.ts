import { describe, expect, test } from 'vitest';
import { beginnings, parseLine } from '../../src/slack/line.ts';

const parse = (text: string) => parseLine(text, ['glossary', 'partnership']);

describe('a line to the bot', () => {
  test.each([
    ['<@U0BOT> glossary MOU', 'glossary', 'MOU'],
    ['<@U0BOT|common-ground> glossary MOU', 'glossary', 'MOU'],
    ['  <@U0BOT>, glossary MOU', 'glossary', 'MOU'],
    ['<@U0BOT>: Glossary MOU', 'glossary', 'MOU'],
    ['<@U0BOT><@U0COPY> glossary MOU', 'glossary', 'MOU'],
    ['<@W0BOT>\u00A0glossary\u00A0MOU', 'glossary', 'MOU'],
    ['<@U0BOT>\nglossary\nMOU', 'glossary', 'MOU'],
    ['glossary MOU', 'glossary', 'MOU'],
    ['/glossary MOU', 'glossary', 'MOU'],
    ['GLOSSARY', 'glossary', ''],
    ['glossary   ', 'glossary', ''],
    ['partnership members', 'partnership', 'members'],
    [
      'glossary define MOU = one line\nand another',
      'glossary',
      'define MOU = one line\nand another',
    ],
    ['glossary define R&amp;D = &lt;x&gt;', 'glossary', 'define R&amp;D = &lt;x&gt;'],
    ['partnership add <@U0LENA> to City', 'partnership', 'add <@U0LENA> to City'],
    [
      'glossary define handbook = see: glossary of the City',
      'glossary',
      'define handbook = see: glossary of the City',
    ],
    ['glossary note: partnership matters', 'glossary', 'note: partnership matters'],
  ])('%j', (text, talk, raw) =>
    expect(parse(text)).toEqual({ talk, raw, partnershipName: undefined }),
  );

  const plain = { talk: 'partnership', words: ['milestones', 'timeline', 'digest', 'glossary'] };
  test.each([
    ['timeline', 'partnership', 'timeline', undefined],
    ['/timeline', 'partnership', 'timeline', undefined],
    ['Digest now', 'partnership', 'Digest now', undefined],
    ['<@U0BOT> milestones help', 'partnership', 'milestones help', undefined],
    ['milestones\nadd X = 1 May', 'partnership', 'milestones add X = 1 May', undefined],
    ['Open doors: milestones Pilot', 'partnership', 'milestones Pilot', 'Open doors'],
    ['partnership timeline', 'partnership', 'timeline', undefined],
    ['glossary timeline', 'glossary', 'timeline', undefined],
    [
      'glossary define milestones = see: timeline',
      'glossary',
      'define milestones = see: timeline',
      undefined,
    ],
    ['milestones: glossary MOU', 'glossary', 'MOU', 'milestones'],
    ['the timeline', 'help', 'the timeline', undefined],
    ['timelines', 'help', 'timelines', undefined],
    ['MOU', 'help', 'MOU', undefined],
  ])('without the name of its talk: %j', (text, talk, raw, partnershipName) =>
    expect(parseLine(text, ['glossary', 'partnership'], plain)).toEqual({
      talk,
      raw,
      partnershipName,
    }),
  );

  test.each([
    ['Open doors: glossary MOU', 'Open doors', 'glossary', 'MOU'],
    ['<@U0BOT> Open doors: glossary MOU', 'Open doors', 'glossary', 'MOU'],
    ['Health &amp; Care:  /partnership', 'Health & Care', 'partnership', ''],
    ['Open Doors: to Care: glossary MOU', 'Open Doors: to Care', 'glossary', 'MOU'],
    ['glossary: glossary MOU', 'glossary', 'glossary', 'MOU'],
    ['合意: glossary MOU', '合意', 'glossary', 'MOU'],
    [
      'Open doors: glossary define X = see: glossary Y',
      'Open doors',
      'glossary',
      'define X = see: glossary Y',
    ],
  ])('of a partnership: %j', (text, partnershipName, talk, raw) =>
    expect(parse(text)).toEqual({ talk, raw, partnershipName }),
  );

  test.each([
    ['', ''],
    ['<@U0BOT>', ''],
    ['<@U0BOT> help', 'help'],
    ['<@U0BOT> hello there', 'hello there'],
    ['glossaryMOU', 'glossaryMOU'],
    ['the glossary of MOU', 'the glossary of MOU'],
    ['Open doors:\nsomething else', 'Open doors:\nsomething else'],
    ['two\nlines: glossary MOU', 'two\nlines: glossary MOU'],
    ['thanks!', 'thanks!'],
  ])('anything else asks for help: %j', (text, raw) =>
    expect(parse(text)).toEqual({ talk: 'help', raw, partnershipName: undefined }),
  );

  test.each(['<@U1>', ' ', ':', ': ', 'a: ', '<@U1> ', 'glossary ', '\n'])(
    'forty thousand characters of %j are read at once',
    (part) => {
      const before = performance.now();
      parse(part.repeat(40_000 / part.length));
      expect(performance.now() - before).toBeLessThan(200);
    },
  );
});

test.each([
  ['PHI', [['PHI', '']]],
  [
    'PHI: it is',
    [
      ['PHI: it is', ''],
      ['PHI: it', 'is'],
      ['PHI', 'it is'],
    ],
  ],
  [
    'Pilot open – too  soon',
    [
      ['Pilot open – too  soon', ''],
      ['Pilot open – too', 'soon'],
      ['Pilot open –', 'too  soon'],
      ['Pilot open', 'too  soon'],
      ['Pilot', 'open – too  soon'],
    ],
  ],
  [' ', []],
])('%j begins with a name in these ways', (words, ways) => {
  expect(beginnings(words).map(({ name, rest }) => [name, rest])).toEqual(ways);
});

test('a name has twenty words at most, so that a long reason is read quickly', () => {
  const found = beginnings('word '.repeat(100));
  expect([found.length, found[0]?.name.length, found.at(-1)?.name]).toEqual([20, 99, 'word']);
});
