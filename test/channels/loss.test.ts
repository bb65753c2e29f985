import { expect, test } from 'vitest';
import { believed, isNewLimit, type Sight, type Told } from '../../src/channels/loss.ts';

const SIGHTS: readonly Sight[] = ['here', 'outside', 'archived', 'hidden', 'unknown'];

test.each<[Told | undefined, readonly string[]]>([
  [undefined, ['here', 'removed', 'archived', 'removed', 'unknown']],
  ['removed', ['here', 'removed', 'archived', 'removed', 'removed']],
  ['archived', ['here', 'removed', 'archived', 'archived', 'archived']],
  ['deleted', ['here', 'removed', 'archived', 'deleted', 'deleted']],
  ['joined', ['here', 'unknown', 'unknown', 'here', 'here']],
])('told %s, what Slack shows decides: here, outside, archived, hidden, unknown', (told, all) => {
  expect(SIGHTS.map((sight) => believed(sight, told))).toEqual(all);
});

test('a limit is news when posts went out for more than a week since it was last met', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
  expect(isNewLimit(undefined, now)).toBe(true);
  expect(isNewLimit(daysAgo(7), now)).toBe(false);
  expect(isNewLimit(daysAgo(9), now)).toBe(true);
});
