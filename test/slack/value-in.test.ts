import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { originOf } from '../../src/slack/form.ts';
import { dayIn, idIn, numberIn } from '../../src/slack/value-in.ts';

const ID = '0196b1c2-7f3e-7abc-8def-0123456789ab';

describe('what a button or a form brings back', () => {
  test.each([[''], ['garbage'], ['-'], [`${ID} `], [ID.slice(1)], [`${ID}\n`], ["' or 1=1"]])(
    'is no id where it is %j',
    (text) => {
      expect(() => idIn(text)).toThrow(Refusal);
    },
  );

  test('is an id where it is one', () => {
    expect(idIn(ID)).toBe(ID);
  });

  test.each([
    ['0', 0],
    ['12', 12],
    ['', 7],
    ['NaN', 7],
    ['-1', 7],
    ['1.5', 7],
    ['1e9', 7],
    ['99999999999', 7],
    ['Infinity', 7],
  ])('is the number %j, or what is taken instead', (text, number) => {
    expect(numberIn(text, 7)).toBe(number);
  });

  test.each([
    ['2027-03-31', '2027-03-31'],
    ['2027-02-30', undefined],
    ['2026-99-99', undefined],
    ['0000-00-00', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('is the day %j', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each(['', 'null', '[]', '5', '{', '{"channelId":5}', '{"question":{}}', '{"about":{}}'])(
    'is an origin from nowhere where it is %j',
    (private_metadata) => {
      expect(originOf({ private_metadata })).toEqual({
        channelId: undefined,
        direct: false,
        about: '',
      });
    },
  );
});
