import { expect, test } from 'vitest';
import { changeButton, defineButton } from '../../src/glossary/slack/ids.ts';
import { confusedMessage } from '../../src/glossary/slack/outcome-view.ts';
import type { Message } from '../../src/slack/answer.ts';
import type { Review } from '../../src/upkeep/review.ts';
import { decodeReview, decodeWeek, encodeReview, encodeWeek } from '../../src/upkeep/slack/ids.ts';
import { reviewMessage } from '../../src/upkeep/slack/review-view.ts';
import { weekMessage } from '../../src/upkeep/slack/week-view.ts';
import { wordMessage } from '../../src/upkeep/slack/word-view.ts';
import { faultsOf } from '../support/faults-of.ts';

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);
const ids = ['o1', 'o2', 'o3'];
const TERM_ID = '0193a1b2-0000-7000-8000-000000000001';

/** What Slack shows as it is, or does not show at all, cannot ping. */
function withoutPlainText(key: string, value: unknown): unknown {
  const isPlain = (value as { type?: string } | null)?.type === 'plain_text';
  return isPlain || key === 'value' || key === 'accessibility_label' ? undefined : value;
}

function reviewOf(words: string, given: Partial<Review> = {}): Review {
  return {
    termId: TERM_ID,
    version: 3,
    text: words.slice(0, 80),
    definition: words,
    agreedAt: new Date('2026-11-24'),
    confusion: undefined,
    confirmedBy: [],
    hasMoved: false,
    ...given,
  };
}

test.each([
  ['usual', 'MOU', 'City'],
  ['empty', '', ''],
  ['hostile', HOSTILE, HOSTILE.slice(0, 40)],
])('messages of the upkeep with %s values are ones that Slack takes', (_, words, shortName) => {
  const organizations = ids.map((id) => ({ id, shortName, hasLeft: false }));
  const scene = { organizations, channelId: 'C0OPENDOORS', changeButton };
  const gap = { text: words.slice(0, 80) || 'x', asked: 3, used: 1 };
  const week = {
    channelId: 'C0OPENDOORS',
    week: '2026-11-23',
    defineButton,
  };
  const confusion = { people: 3, organizations: 2 };
  const five = (given: Partial<Review>) => Array.from({ length: 5 }, () => reviewOf(words, given));
  const messages: Record<string, Message> = {
    word: wordMessage('first', { text: words || 'x' }),
    wordAgain: wordMessage('once-more', { text: words || 'x' }),
    review: reviewMessage([reviewOf(words)], scene),
    reviews: reviewMessage(five({}), scene),
    confused: reviewMessage(five({ confusion, confirmedBy: ['o1', 'o2'] }), scene),
    confirmed: reviewMessage(five({ confirmedBy: ids }), scene),
    moved: reviewMessage(five({ hasMoved: true }), scene),
    week: weekMessage(
      Array.from({ length: 5 }, () => gap),
      week,
    ),
    one: weekMessage([gap], week),
    nothingLeft: weekMessage([], week),
    thanks: confusedMessage({ entry: { text: words } as never, isNew: true }),
  };
  // The words of a term come from the glossary's own view, which makes them inert.
  const own = Object.entries(messages).filter(([name]) => !name.startsWith('word'));
  for (const [name, message] of Object.entries(messages)) {
    expect(faultsOf(message), name).toBeUndefined();
    expect(message.text, name).not.toBe('');
  }
  for (const [name, message] of own)
    expect(JSON.stringify(message, withoutPlainText), name).not.toMatch(/<!channel>|<@U0RENATA>/);
});

test('what buttons carry is read back', () => {
  const reviewed = [{ termId: TERM_ID, version: 3 }];
  const review = { channelId: 'C1', at: 0, reviewed };
  expect(decodeReview(encodeReview(review))).toEqual(review);
  const week = { channelId: 'C1', week: '2026-11-23', at: 1, words: ['POC', 'two words'] };
  expect(decodeWeek(encodeWeek(week))).toEqual(week);
});

test('five of the longest words fit into a button', () => {
  const words = Array.from({ length: 5 }, () => 'ü'.repeat(80));
  expect(
    encodeWeek({ channelId: 'C0OPENDOORS', week: '2026-11-23', at: 4, words }).length,
  ).toBeLessThan(2_000);
});
