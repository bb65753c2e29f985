import { expect, test } from 'vitest';
import { addressOf, tokenIn } from '../../src/calendars/link-token.ts';

const TOKEN = `${'Ab-_'.repeat(10)}xyz`;

test('a calendar is found by the last part of its address', () => {
  const address = addressOf('https://bot.example//', TOKEN);
  expect(address).toBe(`https://bot.example/calendar/${TOKEN}.ics`);
  expect(tokenIn(address.split('/').at(-1) ?? '')).toBe(TOKEN);
});

test.each([
  ['', 'nothing'],
  [TOKEN, 'no ending'],
  [`${TOKEN}.ICS`, 'another ending'],
  [`${TOKEN.slice(1)}.ics`, 'too short'],
  [`x${TOKEN}.ics`, 'too long'],
  [`!${TOKEN.slice(1)}.ics`, 'another letter'],
])('%j is none: %s', (name) => {
  expect(tokenIn(name)).toBeUndefined();
});
