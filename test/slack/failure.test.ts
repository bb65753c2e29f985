import { pino } from 'pino';
import { expect, test } from 'vitest';
import { describeError } from '../../src/log.ts';
import { failureMessage } from '../../src/slack/failure.ts';
import { freshDatabase } from '../support/database.ts';

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
