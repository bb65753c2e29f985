import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { failureMessage } from '../../src/slack/failure.ts';

const log = pino({ level: 'silent' });
const bug = new Error('a bug');
const pause = new webApi.WebAPIRateLimitedError(7);

describe('what a person hears when something goes wrong', () => {
  test.each<[string, unknown, boolean | undefined, string]>([
    ['a refusal', new Refusal('invalid', 'Which words?'), undefined, 'Which words?'],
    ['a bug, and nobody looked', bug, undefined, 'I can’t tell whether anything was changed'],
    ['a bug before it was done', bug, false, 'and nothing was changed. Please try again'],
    ['a bug after it was done', bug, true, 'It was done, but something went wrong'],
    ['a pause', pause, false, 'Please try again in 7 seconds'],
    ['a pause after it was done', pause, true, 'It was done, but something went wrong'],
  ])('%s', (_, error, isDone, words) => {
    expect(failureMessage(error, log, 'here', isDone).text).toContain(words);
  });
});
