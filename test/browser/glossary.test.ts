import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { useSandbox } from '../support/browser.ts';

const sandbox = useSandbox();

const ROWS = `Term;Definition;Aliases;Usage: Lantern
SLA;What we promise about answering in time;service level agreement;the hours our clinics are open
DPA;The contract about personal data;data processing agreement;
LOI;A letter that says what both want;;
;a row that somebody forgot;;`;

test('a glossary is brought in by file, confirmed by three coordinators, and taken out again', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  const seen = (text: string | RegExp) => page.getByText(text).last().waitFor();
  const press = (name: RegExp) => page.getByRole('button', { name }).last().click();

  await visit.as('U0RENATA');
  await visit.sends('/glossary import');
  const modal = page.getByTestId('modal');
  await modal.waitFor();
  await modal
    .locator('input[type=file]')
    .setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) });
  await modal.getByTestId('file-chip').waitFor();
  await visit.look('15-renata-chooses-a-file');
  await page.getByTestId('modal-submit').click();
  await seen('I’m reading it.');

  await visit.as('U0RENATA', 'dm');
  await seen(/I read 4 rows/);
  await visit.look('16-renata-sees-what-is-refused');
  await press(/^New/);
  await seen('What we promise about answering in time');
  await visit.look('17-renata-sees-what-is-new');
  await press(/^Ask for agreement/);
  await seen(/the coordinators are asked/);

  await visit.as('U0JOSUE');
  await press(/^See the list/);
  await seen('What we promise about answering in time');
  await press(/^Confirm for us/);
  await seen('Confirmed for your organization.');
  await visit.look('18-josue-confirms');
  await visit.as('U0LENA');
  await press(/^Confirm for us/);
  await seen(/Everybody has confirmed\. \w+ terms are agreed/);
  await visit.look('19-lena-was-the-last');
  await visit.sends('@Common Ground glossary SLA');
  await seen('the hours our clinics are open');

  await visit.sends('@Common Ground glossary export csv');
  await visit.as('U0LENA', 'dm');
  await page.getByTestId('file').waitFor();
  await visit.look('20-lena-takes-it-out');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).click();
  const bytes = await readFile(await (await downloading).path());
  const { rows } = readGlossary(bytes, 'ours.csv');
  const terms = rows.map((row) => ('record' in row ? row.record.term : row.reason));
  expect(terms).toEqual(expect.arrayContaining(['SLA', 'DPA', 'POC']));
  expect(visit.complaints).toEqual([]);
}, 120_000);

const MESSAGE = 'The pilot needs a referral, then the POC signs. What of the ZQX?';

test('a message is explained to the one who asks, by shortcut, in a thread and by a reaction', async () => {
  await using visit = await sandbox.visit();
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
  await using visit = await sandbox.visit();
  await visit.as('U0CASEY');
  await visit.page.getByRole('button', { name: 'Canvas' }).click();
  await visit.page.getByRole('heading', { name: 'Agreed words' }).first().waitFor();
  await visit.look('25-casey-reads-the-canvas');
  expect(visit.complaints).toEqual([]);
}, 60_000);
