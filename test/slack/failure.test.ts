import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { describeError } from '../../src/log.ts';
import { Refusal } from '../../src/refusal.ts';
import { failureMessage } from '../../src/slack/failure.ts';
import { freshDatabase } from '../support/database.ts';

const silent = pino({ level: 'silent' });
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
    expect(failureMessage(error, silent, 'here', isDone).text).toContain(words);
  });
});

test('what no row can hold is about nothing here, whoever let it through, and is in the log once', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const lines: string[] = [];
  const log = pino(
    { serializers: { err: describeError } },
    { write: (line: string) => void lines.push(line) },
  );
  const garbage = 'zeppelin';
  const asked = [
    () => db.term.findMany({ where: { id: garbage } }),
    () => db.$queryRaw`select 1 where ${garbage}::uuid is null`,
    () => db.proposal.findMany({ where: { version: 3e9 } }),
    () => db.$queryRaw`select ${'2026-99-99'}::date`,
  ];
  for (const ask of asked) {
    const error = await ask().then(
      () => undefined,
      (refused: unknown) => refused,
    );
    expect(failureMessage(error, log, 'a test').text).toContain('isn’t here');
  }
  expect(failureMessage(new Error(garbage), log, 'a test').text).toContain('Something went wrong');
  expect(lines).toHaveLength(asked.length + 1);
  expect(lines.join()).not.toContain(garbage);
});
