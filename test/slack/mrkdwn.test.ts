import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, escaped, inert, mention, quote, typed } from '../../src/slack/mrkdwn.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        ...['&', '<', '>', '&amp;', '&lt;', 'lt;', 'amp;', ';', '|', '<!channel>', '<@U1>', '\n'],
        ...['<https://a.example|b>', '*', '_', '~', '`', '> ', 'a', ' ', '😀', '\uD800', '\u2028'],
      ),
    )
    .map((parts) => parts.join('')),
);

describe('text from people is inert', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U123>', '&lt;@U123&gt;'],
    ['R&D', 'R&amp;D'],
    ['&lt;', '&amp;lt;'],
    ['a < b > c', 'a &lt; b &gt; c'],
  ])('%s → %s', (given, expected) => expect(escaped(given)).toBe(expected));

  test.each([
    ['*bold*', '*\u200Bbold*\u200B'],
    ['snake_case', 'snake_\u200Bcase'],
    ['~gone~', '~\u200Bgone~\u200B'],
    ['`/glossary`', '`\u200B/glossary`\u200B'],
    ['> said', '\u200B&gt; said'],
    ['one\n> two', 'one\n\u200B&gt; two'],
    ['a > b', 'a &gt; b'],
  ])('%j shows as typed', (given, expected) => expect(inert(given)).toBe(expected));

  test('no token survives', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(escaped(given)).not.toMatch(/[<>]/);
        expect(inert(given)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(inert(given)).not.toMatch(/[*_~`](?!\u200B)|^&gt;/m);
      }),
      { numRuns: 500 },
    );
  });

  test('without the room they take, the words are those typed', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(typed(inert(given)).replaceAll('\u200B', '')).toBe(given.replaceAll('\u200B', ''));
      }),
    );
  });
});

test('a quote marks every line', () =>
  expect(quote('one\n*two*\n')).toBe('> one\n> *\u200Btwo*\u200B\n> '));

test('bold and mention are ours', () => {
  expect(bold('R&D')).toBe('*R&amp;D*');
  expect(mention('U123')).toBe('<@U123>');
});

describe('what somebody typed', () => {
  test.each([
    ['R&amp;D &lt;draft&gt;', 'R&D <draft>'],
    ['&amp;lt;', '&lt;'],
    ['see <https://example.org/a?b=1&amp;c|example.org>', 'see example.org'],
    ['see <https://example.org/a?b=1&amp;c>', 'see https://example.org/a?b=1&c'],
    ['<mailto:lena@example.org|lena@example.org>', 'lena@example.org'],
    ['<tel:+15550100|+1 555 0100>', '+1 555 0100'],
    ['<slack://open|Slack>', 'Slack'],
    ['in <#C123|open-doors>', 'in #open-doors'],
    ['<!here> <!channel> <!everyone>', '@here @channel @everyone'],
    ['<!subteam^S123|@navigators>', '@navigators'],
    ['<!date^1392734382^{date}|18 February>', '18 February'],
    ['<!here|here>', '@here'],
    ['<@U123> knows', '<@U123> knows'],
    ['<@U123|lena> knows', '@lena knows'],
    ['<@U123|> knows', '<@U123|> knows'],
    ['<#C123|>', '<#C123|>'],
    ['<https://a.example|a> <https://b.example|b>', 'a b'],
    ['a &lt;https://b.example&gt;', 'a <https://b.example>'],
    ['', ''],
  ])('%s → %s', (given, expected) => expect(typed(given)).toBe(expected));

  test('what was escaped comes back whole', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(typed(escaped(given))).toBe(given);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['<', '<http:', '<!', '<#C1|', '<http:|', '&lt;', '<!subteam^S|'])(
    'forty thousand characters of %j are read at once',
    (part) => {
      const before = performance.now();
      typed(part.repeat(40_000 / part.length));
      const took = performance.now() - before;
      console.info(`typed ${part}: ${took.toFixed()} ms`);
      expect(took).toBeLessThan(3_000);
    },
  );
});
