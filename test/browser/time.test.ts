import { expect, test } from 'vitest';
import { useSandbox, type Visit } from '../support/browser.ts';

const sandbox = useSandbox();

const TITLE = 'Open evening';

/** Moves the clock to what is due next until this is seen. */
async function waitsFor({ page }: Visit, text: string | RegExp, times = 60): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    if ((await page.getByText(text).count()) > 0) return;
    const moved = page.waitForResponse(/\/control\/clock/);
    await page.getByTestId('advance-next').click();
    await moved;
  }
  throw new Error(`“${text}” never came`);
}

test.each(['light', 'dark'] as const)(
  'the timeline is seen as a picture, in messages and on the App Home, by %s',
  async (colorScheme) => {
    await using visit = await sandbox.visit();
    const { page } = visit;
    await page.emulateMedia({ colorScheme });
    await visit.as('U0RENATA');
    await visit.sends('/partnership timeline picture');
    await page.getByText('I’m drawing it').last().waitFor();
    const picture = page.getByRole('img', {
      name: /^Timeline of Open Doors to Care: 8 milestones/,
    });

    await visit.as('U0RENATA', 'dm');
    await picture.last().waitFor();
    await visit.look(`15-the-timeline-in-messages-${colorScheme}`);

    await visit.as('U0RENATA', 'home');
    await picture.waitFor();
    // In one step: what is drawn anew takes the place of what was found.
    const width = await picture.evaluate((element) => {
      const image = element as unknown as { naturalWidth: number; scrollIntoView(): void };
      image.scrollIntoView();
      return image.naturalWidth;
    });
    expect(width).toBe(1440);
    await visit.look(`16-the-timeline-at-home-${colorScheme}`);
    expect(visit.complaints).toEqual([]);
  },
  120_000,
);

test('the story of one date, from three answers in private to the Monday digest', async () => {
  await using visit = await sandbox.visit();
  const { page } = visit;
  const seen = (text: string | RegExp) => page.getByText(text).last().waitFor();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click();

  await visit.as('U0RENATA');
  await visit.sends(`/partnership milestones add ${TITLE} = 12 February 2027`);
  await seen('for their dates');
  await visit.look('30-renata-adds-a-milestone');

  await visit.as('U0AMARA', 'dm');
  await waitsFor(visit, /which day would suit your organization/);
  await visit.look('31-amara-is-asked-at-a-good-hour');
  await press(`Give our dates for ${TITLE}`);
  await page.getByTestId('modal').waitFor();
  await page.getByLabel('Which day would suit you?').fill('2027-02-10');
  await visit.look('32-amara-answers');
  await page.getByTestId('modal-submit').click();
  await page.getByTestId('modal').waitFor({ state: 'detached' });
  await visit.look('33-amara-has-answered');

  await visit.as('U0LENA', 'dm');
  await visit.sends(`partnership milestones dates ${TITLE} = 2027-02-12`);
  await seen(/That was the last answer|everybody sees all dates/);
  await visit.as('U0RENATA');
  await seen(/the dates are all in/);
  await visit.look('34-the-dates-meet');

  await press(new RegExp(`^Agree on .* for ${TITLE}`));
  await seen(/It is agreed once/);
  await visit.as('U0AMARA');
  await press(`Endorse the date of ${TITLE}`);
  // The message takes another form then, and Slack would press what is shown by that time.
  await seen(/Waiting for Quillstone\./);
  await visit.as('U0LENA');
  await press(`Endorse the date of ${TITLE}`);
  await seen(/Settled: Open evening/);
  await visit.look('35-all-said-yes');

  await visit.as('U0LENA', 'dm');
  await waitsFor(visit, /this week:/);
  await visit.look('36-lena-reads-the-week');
  await visit.as('U0RENATA', 'dm');
  await waitsFor(visit, /this week:/);
  await visit.look('37-renata-reads-the-week');
  expect(visit.complaints).toEqual([]);
}, 180_000);

test('on a phone, by night', async () => {
  await using visit = await sandbox.visit({ width: 390, height: 844 });
  await visit.page.emulateMedia({ colorScheme: 'dark' });
  await visit.as('U0RENATA');
  await visit.sends('/partnership milestones');
  await visit.page
    .getByText(/Milestones: \d+ under way/)
    .last()
    .waitFor();
  await visit.look('38-milestones-on-a-phone');
  await visit.sends('/partnership timeline');
  await visit.page
    .getByText(/^The timeline/)
    .last()
    .waitFor();
  await visit.look('39-timeline-on-a-phone');
  await visit.as('U0RENATA', 'dm');
  await visit.look('40-digest-on-a-phone');
  const overflow = await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}, 120_000);

test('people who were brought together meet at one time, each by their own clock', async () => {
  const asBot = async (method: string, args: object) => {
    const response = await fetch(`${sandbox.url}/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-simulated' },
      body: JSON.stringify(args),
    });
    return (await response.json()) as { channel: { id: string } };
  };
  const { channel } = await asBot('conversations.open', { users: 'U0RENATA,U0LENA' });
  const at = Date.parse('2028-01-13T17:30:00Z') / 1000;
  const text = `Meet <!date^${at}^{date_short_pretty} at {time}|at half past five UTC>`;
  const elements = [
    { type: 'button', action_id: 'nobody.knows', text: { type: 'plain_text', text: 'Suits me' } },
  ];
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text } },
    { type: 'actions', elements },
  ];
  await asBot('chat.postMessage', { channel: channel.id, text, blocks });

  await using visit = await sandbox.visit();
  const { page } = visit;
  await visit.as('U0LENA');
  await page.getByTestId(`group-${channel.id}`).getByText('Renata Okafor').click();
  await page.getByText(/^Meet Jan 13, 2028 at 6:30\sPM$/).waitFor();
  await visit.look('41-brought-together');
  const pressed = page.waitForResponse(/\/control\/click/);
  await page.getByRole('button', { name: 'Suits me' }).click();
  expect((await pressed).ok()).toBe(true);
  await visit.as('U0RENATA', channel.id);
  await page.getByText(/^Meet Jan 13, 2028 at 11:30\sAM$/).waitFor();
  expect(visit.complaints).toEqual([]);
});
