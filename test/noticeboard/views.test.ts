import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownFault } from '../../sandbox/slack/canvas-limits.ts';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import {
  type BoardContent,
  type BoardTerm,
  letterOf,
} from '../../src/noticeboard/board-content.ts';
import { plainWords } from '../../src/noticeboard/slack/canvas-markdown.ts';
import { canvasMarkdown } from '../../src/noticeboard/slack/canvas-view.ts';
import { pinnedMessage } from '../../src/noticeboard/slack/pinned-view.ts';

const NASTY = [
  ...['![](@U0LENA)', '![](#C0OPENDOORS)', '![x](https://evil.example/x.png)', '[x](@U1)'],
  ...[
    '# Big',
    '## B',
    '\n# Head',
    '#',
    ' #',
    '- item',
    '1. one',
    '9) nine',
    '> quote',
    '===',
    '---',
  ],
  ...[
    '| a | b |\n|---|---|',
    '```\n# code\n```',
    '`',
    '**',
    '_x_',
    '~~x~~',
    '\\',
    '\\\\',
    '\\`',
    '\\[',
  ],
  ...[
    '<!channel>',
    '<@U0LENA>',
    '<#C1>',
    '<https://evil.example>',
    '<b>',
    '<',
    '>',
    '&lt;',
    '&#33;',
  ],
  ...[
    'https://evil.example',
    'www.evil.example',
    'a@b.example',
    '@here',
    ':tada:',
    '[',
    ']',
    '!',
    '(',
  ],
  ...[
    '[x]: https://evil.example',
    '- [ ] done',
    '\u2028',
    '\u0085',
    '\u0000',
    '\t',
    '🧵',
    'R&D',
    'é',
  ],
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** Words in which something is left to read. */
const named = words.map((text) => `${text}x`);

const AT = new Date('2026-11-24T15:00:00Z');

const term: fc.Arbitrary<BoardTerm> = fc.record({
  word: named,
  definition: named,
  scopeNote: fc.option(named, { nil: undefined }),
  example: fc.option(named, { nil: undefined }),
  aliases: fc.array(named, { maxLength: 3 }),
  sayInstead: fc.array(fc.record({ organization: named, words: named }), { maxLength: 2 }),
  avoided: fc.array(named, { maxLength: 2 }),
  agreedAt: fc.constant(AT),
});

const content: fc.Arbitrary<BoardContent> = fc.record({
  agreed: fc.array(term, { maxLength: 40 }),
  retired: fc.array(fc.record({ word: named, replacedBy: fc.option(named, { nil: undefined }) }), {
    maxLength: 3,
  }),
});

/** The same board with harmless words that begin with the same letters. */
function calm({ agreed, retired }: BoardContent): BoardContent {
  const calmOr = (text: string | undefined) => (text === undefined ? undefined : 'calm');
  return {
    agreed: agreed.map((one) => ({
      ...one,
      word: letterOf(one.word) ?? '7',
      definition: 'calm',
      scopeNote: calmOr(one.scopeNote),
      example: calmOr(one.example),
      aliases: one.aliases.map(() => 'calm'),
      sayInstead: one.sayInstead.map(() => ({ organization: 'calm', words: 'calm' })),
      avoided: one.avoided.map(() => 'calm'),
    })),
    retired: retired.map(({ replacedBy }) => ({ word: 'calm', replacedBy: calmOr(replacedBy) })),
  };
}

/** What each line is, to a reader that knows backslashes, and the marks within it that count. */
function skeleton(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => {
    const bare = line.replaceAll(/\\[!-/:-@[-`{-~]/g, '·');
    const kind = /^(?:#{1,6} |- |[-+*=>|] ?|\d+[.)] | {4})?/.exec(bare)?.[0] ?? '';
    const marks = bare.match(/\*\*|[*_~`<|[\]@\\]|:\/\/|&#?\w+;|!\[/g) ?? [];
    return line === '' ? '' : `${kind}…${marks.join('')}`;
  });
}

describe('a canvas', () => {
  test('keeps its structure whatever the words are', () => {
    fc.assert(
      fc.property(content, (given) => {
        const markdown = canvasMarkdown(given);
        expect(skeleton(markdown)).toEqual(skeleton(canvasMarkdown(calm(given))));
        expect(markdownFault(markdown)).toBeUndefined();
        const letters = new Set(given.agreed.map(({ word }) => letterOf(word)));
        const headings =
          given.agreed.length +
          (given.agreed.length > 20 ? letters.size : 0) +
          (given.retired.length > 0 ? 1 : 0);
        expect(markdown.match(/^#{1,6} /gm)?.length ?? 0).toBe(headings);
      }),
      { numRuns: 200 },
    );
  });

  test('has no mention, link, picture or address to a reader without escapes either', () => {
    fc.assert(
      fc.property(named, (text) => {
        const shown = plainWords(text);
        expect(shown).not.toMatch(/!\[|\]\(|<[!@#]|https?:\/\/|[\n\r\u2028\u2029\u0085]/);
        expect(shown).not.toMatch(/^(?:#|[-+*=>|]|\d+[.)])/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('says the words as they were typed', () => {
    fc.assert(
      fc.property(named, (text) => {
        const read = plainWords(text).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
        expect(read).toBe(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
      }),
    );
    expect(plainWords('R&D at 12:30, C# (new) and/or #2')).toBe(
      'R&D at 12:30, C# (new) and/or \\#2',
    );
  });

  test('of many long words stays within its limit, and says how to see the others', () => {
    const markdown = canvasMarkdown({ agreed: many(2_000, 2_000), retired: [] });
    expect(markdownFault(markdown)).toBeUndefined();
    expect(markdown.length).toBeLessThan(301_000);
    const shown = markdown.match(/^### /gm)?.length ?? 0;
    expect(markdown).toContain(`… and ${2_000 - shown} more: \`/glossary list agreed\``);
  });

  test('has letters above the words only where there are many', () => {
    expect(canvasMarkdown({ agreed: many(20, 5), retired: [] })).not.toContain('## T\n');
    expect(canvasMarkdown({ agreed: many(21, 5), retired: [] }).match(/^## T$/gm)).toHaveLength(1);
  });
});

function many(count: number, length: number): BoardTerm[] {
  return Array.from({ length: count }, (_, at) => ({
    word: `Term ${at}`,
    definition: '<!channel> & *x* '.repeat(length).slice(0, length),
    scopeNote: undefined,
    example: undefined,
    aliases: [],
    sayInstead: [{ organization: 'City', words: `<@U0LENA> ${at}` }],
    avoided: [],
    agreedAt: AT,
  }));
}

const EMPTY = { attachments: undefined, metadata: undefined };

describe('a pinned message', () => {
  const retired = [{ word: 'Grantee', replacedBy: '<!here>' }];
  test.each([
    ['nothing', { agreed: [], retired: [] }],
    ['what is retired only', { agreed: [], retired }],
    ['a few words', { agreed: many(3, 40), retired }],
    ['many words', { agreed: many(500, 60), retired }],
    ['long words', { agreed: many(60, 5_000), retired }],
  ])('of %s is one that Slack takes, and pings nobody', (_what, given) => {
    const message = pinnedMessage(given);
    expect(messageFaults({ blocks: undefined, ...message, ...EMPTY })).toBeUndefined();
    expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(12_000);
    expect(message.text.length).toBeLessThanOrEqual(4_000);
    expect(JSON.stringify(message)).not.toMatch(/<[!@#]/);
  });

  test('counts what it leaves out', () => {
    const message = pinnedMessage({ agreed: many(100, 60), retired: [] });
    const shown = (message.blocks?.length ?? 0) - 2;
    expect(shown).toBeGreaterThan(20);
    expect(message.text).toContain(`… and ${100 - shown} more: \`/glossary list agreed\``);
  });

  test('says in its text what stays and what goes', () => {
    const { text } = pinnedMessage({ agreed: many(1, 10), retired });
    expect(text).toContain('• *Term 0*: ');
    expect(text).toContain('• *Grantee* isn’t used any more. Use *&lt;!here&gt;* instead.');
  });
});
