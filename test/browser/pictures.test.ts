import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisit } from '../support/browser.ts';
import { type ServedSandbox, startServedSandbox } from '../support/served-sandbox.ts';

let sandbox: ServedSandbox;

beforeAll(async () => {
  sandbox = await startServedSandbox();
}, 60_000);
afterAll(() => sandbox[Symbol.asyncDispose]());

test.each(['light', 'dark'] as const)(
  'the timeline is seen as a picture, in messages and on the App Home, by %s',
  async (colorScheme) => {
    await using visit = await openVisit(sandbox.url);
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
    await picture.scrollIntoViewIfNeeded();
    const width = await picture.evaluate(
      (image) => (image as unknown as { naturalWidth: number }).naturalWidth,
    );
    expect(width).toBe(1440);
    await visit.look(`16-the-timeline-at-home-${colorScheme}`);
    expect(visit.complaints).toEqual([]);
  },
  120_000,
);
