import { expect, test } from 'vitest';
import { useSandbox } from '../support/browser.ts';

const sandbox = useSandbox();

type Seen = Readonly<Record<'groups' | 'dm', unknown>>;

test('C4: Arjun is introduced to Wanjiru, they plan a moment, and say that they met', async () => {
  await using visit = await sandbox.visit({ width: 1280, height: 1100 });
  const { page } = visit;
  const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click();
  // What is read out to who sees nothing says the same.
  const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
  /** Time goes on until somebody has this before them; the page may show it a moment later. */
  const comes = async (as: string, what: 'groups' | 'dm', words: string) => {
    for (let n = 0; n < 80; n += 1) {
      const seen = (await (await fetch(`${sandbox.url}/control/sees?as=${as}`)).json()) as Seen;
      if (JSON.stringify(seen[what]).includes(words)) return;
      await fetch(`${sandbox.url}/control/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advance: 'next' }),
      });
    }
    throw new Error(`“${words}” never came`);
  };

  await visit.as('U0RENATA');
  await visit.sends('/partnership checkins');
  await seen('You take part.');
  await seen('Groups that met, round by round');
  await visit.look('20-check-ins-of-a-coordinator');

  await visit.as('U0ARJUN');
  const together = page.getByTestId(/^group-/).getByText('Wanjiru Mbeki');
  await comes('U0ARJUN', 'groups', 'starts this time');
  await together.click();
  await seen('starts this time');
  await visit.look('21-arjun-is-introduced');
  const place = new URL(page.url()).hash.split('in=')[1] ?? '';
  await page
    .getByRole('button', { name: /suits me$/ })
    .first()
    .click();
  await seen('would suit me');
  await visit.as('U0WANJIRU', place);
  await press(/suits me too$/);
  await seen(/^Planned: @/);
  await seen('check-in.ics');
  await visit.look('22-planned');

  await visit.as('U0ARJUN', 'dm');
  await comes('U0ARJUN', 'dm', 'find a moment?');
  await seen('find a moment?');
  await visit.look('23-did-you-meet');
  await press('We met');
  await seen('Lovely. It goes no further');
  await visit.look('24-answered');
  await visit.as('U0WANJIRU', 'home');
  await seen('You met');
  await page.getByText('You met').first().hover();
  await visit.look('25-check-ins-at-home');
  await visit.as('U0LENA', 'dm');
  await visit.sends('checkins rather');
  await page.getByRole('button', { name: 'Rather not with somebody' }).last().click();
  await seen('Nobody hears of it');
  await visit.look('26-rather-not');
  expect(visit.complaints).toEqual([]);
}, 120_000);
