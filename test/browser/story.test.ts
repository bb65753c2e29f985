import { expect, test } from 'vitest';
import { useSandbox } from '../support/browser.ts';

const sandbox = useSandbox();

const TERM = 'MOU';
const FIRST = 'A written agreement';
const SECOND = 'A written agreement that says who does what, and is not a contract';

test('the story of one term, as people of three organizations see it', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  const seen = (text: string) => page.getByText(text).last().waitFor();

  await visit.as('U0RENATA');
  await visit.sends(`/glossary define ${TERM} = ${FIRST}`);
  await seen('Put forward.');
  expect(await page.getByText('Only visible to you').count()).toBeGreaterThan(0);
  await visit.look('1-renata-proposes');

  await page.getByRole('button', { name: 'Share in channel' }).last().click();
  await seen('Shared by Renata Okafor');

  await visit.as('U0AMARA');
  await seen('Shared by Renata Okafor');
  expect(await page.getByText('Put forward.').count()).toBe(0);
  await page
    .getByRole('button', { name: /^Endorse/ })
    .last()
    .click();
  await seen('Your yes is recorded.');
  await visit.look('2-amara-a-guest-endorses');

  await visit.as('U0LENA');
  await visit.sends(`/glossary ${TERM}`);
  await page.getByTestId('notice').first().waitFor();
  await visit.look('3-lena-has-no-commands');
  await page
    .getByRole('button', { name: /^Object/ })
    .last()
    .click();
  await page.getByTestId('modal').waitFor();
  await page.getByTestId('modal-submit').click();
  await visit.look('4-lena-objects-without-a-reason');
  await page.getByLabel('What would have to change?').fill('It does not say what it is not.');
  await page.getByTestId('modal-submit').click();
  await seen('Your objection is recorded');
  await visit.look('5-lena-objects');

  await visit.as('U0RENATA');
  await seen('disputed');
  await visit.sends(`/glossary define ${TERM} = ${SECOND}`);
  await seen('Put forward as version 2.');
  await visit.look('6-renata-answers-with-a-new-version');

  await visit.as('U0AMARA');
  await visit.sends(`/glossary endorse ${TERM}`);
  await seen('Your yes is recorded.');

  await visit.as('U0LENA');
  await visit.sends(`@Common Ground glossary endorse ${TERM.toLowerCase()}s`);
  await seen('Agreed: that was the last yes.');
  await seen(`Settled: ${TERM}`);
  await visit.look('7-lena-agrees-by-mention');

  await visit.as('U0PRIYA', 'home');
  await page
    .getByTestId('home-view')
    .getByRole('heading', { name: 'Who works together' })
    .waitFor();
  await visit.look('8-priya-opens-the-app-home');
  await visit.as('U0PRIYA', 'dm');
  await visit.sends(`glossary ${TERM}`);
  await seen(SECOND);
  await visit.look('9-priya-looks-it-up-in-a-direct-message');
  expect(visit.complaints).toEqual([]);
}, 120_000);

test('on a phone, with a form', async () => {
  await using visit = await sandbox.visit({ width: 390, height: 844 });
  await visit.as('U0PRIYA');
  await visit.sends('/glossary define Onboarding');
  await visit.page.getByTestId('modal').waitFor();
  await visit.look('10-priya-on-a-phone');
  await visit.page
    .getByLabel('What it means for all of us')
    .fill('The first week of a new partner.');
  await visit.page.getByTestId('modal-submit').click();
  await visit.page.getByText('Put forward.').last().waitFor();
  await visit.look('11-priya-on-a-phone-proposed');
  const overflow = await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}, 120_000);
