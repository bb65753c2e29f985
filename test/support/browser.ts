import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SCREENSHOTS = fileURLToPath(new URL('../browser/.screenshots/', import.meta.url));

export type Visit = AsyncDisposable & {
  readonly page: Page;
  /** Becomes a person in a place. */
  as(userId: string, place?: string): Promise<void>;
  sends(text: string): Promise<void>;
  /** Keeps what the visitor sees, to be looked at. */
  look(name: string): Promise<void>;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
};

/** Debian's Chromium on the sandbox's page. */
export async function openVisit(url: string, size = { width: 1280, height: 800 }): Promise<Visit> {
  await using stack = new AsyncDisposableStack();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: FLAGS,
  });
  stack.defer(() => browser.close());
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  mkdirSync(SCREENSHOTS, { recursive: true });
  const parts = stack.move();
  return {
    page,
    complaints,
    async as(userId, place = 'C0OPENDOORS') {
      await page.goto(`${url}/#as=${userId}&in=${place}`);
      await page
        .locator(`[data-testid=person-${userId}][aria-pressed=true]`)
        .waitFor({ state: 'attached' });
      await page.getByTestId('clock').waitFor();
    },
    async sends(text) {
      await page.getByTestId('composer').fill(text);
      await page.getByTestId('send').click();
    },
    async look(name) {
      await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
