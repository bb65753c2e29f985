import { expect, test } from 'vitest';
import { CHANNEL, startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const LENA = 'U0LENA';

test('a term goes from proposal to agreement by command and by mention', async () => {
  await using walk = await startWalk();
  const { slack } = walk;
  await slack
    .as(RENATA)
    .command(CHANNEL, '/glossary define MOU = A written agreement that is not a contract');
  expect(walk.answer(RENATA)).toContain('Put forward');
  expect(walk.answer(RENATA)).toContain('Quillstone');

  await slack.as(LENA).says(CHANNEL, '@Common Ground glossary endorse mous');
  await walk.idle();
  expect(walk.answer(LENA)).toContain('Agreed');
  expect(walk.posts().at(-1)).toContain('Settled: *MOU*');

  await slack.as(RENATA).command(CHANNEL, '/glossary M.O.U.');
  expect(walk.answer(RENATA)).toContain('A written agreement that is not a contract');
  expect(walk.answer(RENATA)).toContain('agreed');
});
