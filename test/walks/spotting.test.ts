import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { markTerm } from '../../src/glossary/store.ts';
import { threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

async function says(walk: Walk, userId: string, text: string): Promise<void> {
  await walk.slack.as(userId).says(CHANNEL, text);
  await walk.idle();
}

async function glossary(walk: Walk, userId: string, words: string): Promise<void> {
  await says(walk, userId, `@Common Ground glossary ${words}`);
}

/** What this person alone was told in the channel, but for answers to what they asked. */
function reminders(walk: Walk, userId: string): readonly string[] {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  const told = (channel?.messages ?? []).flatMap((message) => [message, ...message.replies]);
  return told
    .filter(({ isEphemeral, text }) => isEphemeral && text.startsWith('A small thing'))
    .map(({ text }) => text);
}

/** PR is agreed and has two meanings; RAG was retired in favor of it. Everybody reads. */
async function prepared(walk: Walk): Promise<void> {
  const ctx = await threeOrganizations(walk, {
    coordinators: { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' },
  });
  for (const line of ['define PR = a request to review code', 'define RAG = red, amber, green']) {
    await glossary(walk, RENATA, line);
    const [, word = ''] = line.split(' ');
    for (const userId of [AMARA, LENA]) await glossary(walk, userId, `endorse ${word}`);
  }
  for (const [userId, word] of [
    [RENATA, 'deprecate RAG -> PR'],
    [AMARA, 'endorse RAG'],
    [LENA, 'endorse RAG'],
  ] as const) {
    await glossary(walk, userId, word);
  }
  const pr = await walk.database.client.term.findFirstOrThrow({ where: { text: 'PR' } });
  await inTransaction(walk.database.client, (tx) =>
    markTerm(tx, ctx.partnership.id, pr.id, { conflict: 'homonym' }),
  );
  for (const userId of [RENATA, AMARA, LENA]) await glossary(walk, userId, 'reading on');
}

test('G10: an author hears of a word alone, once, and not again when they say so', async () => {
  await using walk = await startWalk();
  await prepared(walk);
  for (const text of ['Who reviews the PR?', 'that PR again', 'one more PR']) {
    await says(walk, MARCUS, text);
  }
  expect(reminders(walk, MARCUS)).toHaveLength(1);
  expect(reminders(walk, MARCUS)[0]).toContain('*PR* means a request to review code');
  expect(reminders(walk, LENA)).toEqual([]);
  expect(walk.posts().some((text) => text.startsWith('A small thing'))).toBe(false);

  await says(walk, LENA, 'the RAG report, `PR`, and\n> a PR in a quote');
  expect(reminders(walk, LENA)).toEqual([
    expect.stringContaining('*RAG* isn’t used any more in this partnership; *PR* is the word'),
  ]);

  walk.clock.moveTo('2026-12-01T15:00:00Z');
  await says(walk, MARCUS, 'PR');
  expect(reminders(walk, MARCUS)).toHaveLength(1);
  walk.clock.moveTo('2026-12-09T15:00:00Z');
  await says(walk, MARCUS, 'PR');
  expect(reminders(walk, MARCUS)).toHaveLength(2);

  const channel = walk.slack
    .as(MARCUS)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  const last = channel?.messages.findLast(({ text }) => text.startsWith('A small thing'));
  await walk.slack.as(MARCUS).click({ messageTs: last?.ts ?? '' }, 'spotting.mute');
  await walk.idle();
  expect(walk.answer(MARCUS)).toContain('won’t remind you of *PR*');
  walk.clock.moveTo('2027-03-09T15:00:00Z');
  await says(walk, MARCUS, 'PR');
  expect(reminders(walk, MARCUS)).toHaveLength(2);
});

test('acronyms that the glossary lacks are counted by week, and nothing else of the message', async () => {
  await using walk = await startWalk();
  await prepared(walk);
  const counted = () =>
    walk.database.client.undefinedAcronym.findMany({
      select: { text: true, count: true, week: true },
      orderBy: { text: 'asc' },
    });
  await says(walk, MARCUS, 'The SDOH for the CBO, OK? PR at 5 PM. `NDA` SDOH');
  await says(walk, LENA, 'SDOHs matter');
  const week = new Date('2026-11-23T00:00:00Z');
  expect(await counted()).toEqual([
    { text: 'CBO', count: 1, week },
    { text: 'SDOH', count: 2, week },
  ]);
  await glossary(walk, AMARA, 'reading off');
  await says(walk, MARCUS, 'SDOH');
  expect(await counted()).toHaveLength(2);
  expect((await counted()).at(-1)?.count).toBe(2);
});

test('two messages at the same moment are one reminder', async () => {
  await using walk = await startWalk();
  await prepared(walk);
  const marcus = walk.slack.as(MARCUS);
  await Promise.all(['PR', 'a PR', 'the PR', 'RAG'].map((text) => marcus.says(CHANNEL, text)));
  await walk.idle();
  expect(reminders(walk, MARCUS)).toHaveLength(1);
});
