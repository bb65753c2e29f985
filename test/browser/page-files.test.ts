import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useSandbox } from '../support/browser.ts';

const sandbox = useSandbox();

const CSV = 'term,meaning\nMOU,"A written agreement, <b>not</b> a contract"\n';

const words = { name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };

async function sendsFile(page: Page, text: string): Promise<void> {
  await page.getByTestId('attach').setInputFiles(words);
  await page.getByTestId('file-chip').waitFor();
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
}

test('a file goes out with a message, and others preview and download it', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  await visit.as('U0AMARA');
  await sendsFile(page, 'Our words.');
  await page.getByTestId('file').waitFor();
  expect(await page.getByTestId('file-chip').count()).toBe(0);
  await visit.look('12-amara-shares-a-file');

  await visit.as('U0LENA');
  const message = page.getByTestId('message').filter({ hasText: 'Our words.' });
  expect(await message.getByTestId('file').textContent()).toContain('words.csv');
  await message.getByRole('button', { name: 'Preview words.csv' }).click();
  const preview = page.getByTestId('file-preview');
  await preview.getByText('<b>not</b> a contract').waitFor();
  await visit.look('13-lena-previews-the-file');
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });

  const downloading = page.waitForEvent('download');
  await message.getByRole('link', { name: 'Download words.csv' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('words.csv');
  expect(await readFile(await download.path(), 'utf8')).toBe(CSV);
  expect(visit.complaints).toEqual([]);
}, 120_000);

test('a file alone is enough, in a direct message and on a phone', async () => {
  await using visit = await sandbox.visit({ width: 390, height: 844 });
  const { page } = visit;
  await visit.as('U0PRIYA', 'dm');
  await sendsFile(page, '');
  await page.getByTestId('file').last().waitFor();
  await visit.look('14-a-file-on-a-phone');
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}, 120_000);

test('what is too large is refused in a sentence, and a chosen file can be removed', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  await visit.as('U0RENATA');
  const large = { ...words, name: 'large.csv', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) };
  await page.getByTestId('attach').setInputFiles([large, words]);
  await page.getByRole('alert').getByText('a file may have up to 5 MB').waitFor();
  await page.getByRole('button', { name: 'Remove words.csv' }).click();
  expect(await page.getByTestId('file-chip').count()).toBe(0);
  expect(await page.getByTestId('send').isDisabled()).toBe(true);
}, 120_000);

test('people react to a message, and join a reaction of others', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  await visit.as('U0MARCUS', 'C0DELIVERY');
  await visit.sends('The intake desk opens on Monday.');
  const message = page.getByTestId('message').filter({ hasText: 'The intake desk' });
  await message.hover();
  await message.getByRole('button', { name: 'More about this message' }).click();
  await page.getByRole('menuitem', { name: 'React' }).click();
  await page.getByRole('menuitem', { name: 'tada' }).click();
  await message.getByTestId('reaction-tada').waitFor();

  await visit.as('U0LENA', 'C0DELIVERY');
  await message.getByRole('button', { name: 'tada: Marcus Lindqvist. React with it too' }).click();
  await message.getByRole('button', { name: 'tada: Marcus Lindqvist, you' }).waitFor();
}, 120_000);
