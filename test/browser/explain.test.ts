import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisit } from '../support/browser.ts';
import { type ServedSandbox, startServedSandbox } from '../support/served-sandbox.ts';

let sandbox: ServedSandbox;

beforeAll(async () => {
  sandbox = await startServedSandbox();
}, 60_000);
afterAll(() => sandbox[Symbol.asyncDispose]());

const MESSAGE = 'The pilot needs a referral, then the POC signs. What of the ZQX?';

test('a message is explained to the one who asks, by shortcut, in a thread and by a reaction', async () => {
  await using visit = await openVisit(sandbox.url);
  const { page } = visit;
  const message = page.getByTestId('message').filter({ hasText: MESSAGE }).first();
  const menu = async (name: RegExp | string) => {
    await message.hover();
    await message
      .getByRole('button', { name: /More|menu|actions/i })
      .first()
      .click();
    await page.getByRole('menuitem', { name }).click();
  };

  await visit.as('U0LENA');
  await visit.sends(MESSAGE);
  await message.waitFor();

  await visit.as('U0THEO');
  await menu('Explain the jargon');
  const modal = page.getByTestId('modal');
  await modal.waitFor();
  for (const word of ['pilot', 'POC', 'ZQX']) {
    await modal.getByText(word).first().waitFor();
  }
  await visit.look('21-theo-has-a-message-explained');
  await page.keyboard.press('Escape');

  await visit.as('U0RENATA');
  await visit.sends('/glossary reading on');
  await page.getByText('Still to say yes').last().waitFor();
  await visit.look('22-renata-allows-reading');
  for (const [userId, line] of [
    ['U0JOSUE', '/glossary reading on'],
    ['U0LENA', '@Common Ground glossary reading on'],
  ] as const) {
    await visit.as(userId);
    await visit.sends(line);
  }
  await page.getByText('From now on I read this channel').first().waitFor();
  await visit.look('23-reading-is-on');

  await visit.as('U0ARJUN');
  await menu(/React/);
  await page.getByRole('menuitem', { name: /book/i }).click();
  await page.getByText('Only visible to you').first().waitFor();
  await visit.look('24-arjun-reacts-with-a-book');
  expect(visit.complaints).toEqual([]);
}, 120_000);

test('the agreed words are the channel’s canvas', async () => {
  await using visit = await openVisit(sandbox.url);
  await visit.as('U0CASEY');
  await visit.page.getByRole('button', { name: 'Canvas' }).click();
  await visit.page.getByRole('heading', { name: 'Agreed words' }).first().waitFor();
  await visit.look('25-casey-reads-the-canvas');
  expect(visit.complaints).toEqual([]);
}, 60_000);
