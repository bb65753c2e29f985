import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Sandbox as Served } from '../../sandbox/start-sandbox.ts';
import { startServedSandbox } from './served-sandbox.ts';

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

type Size = { readonly width: number; readonly height: number };

export type Sandbox = {
  readonly url: string;
  visit(size?: Size): Promise<Visit>;
};

/** As Debian has it; the one without windows takes two thirds of the time. */
const CHROMIUM = '/usr/bin/chromium';
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/** Once for each worker; it ends with the worker. */
let chrome: Promise<Browser> | undefined;

function theBrowser(): Promise<Browser> {
  const installed = existsSync(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : CHROMIUM;
  const executablePath = process.env.CHROMIUM_PATH || installed;
  chrome ??= chromium.launch({ executablePath, args: FLAGS });
  return chrome;
}

/** A sandbox of a file’s own, and a window to look at it, both there until its tests are over. */
export function useSandbox(): Sandbox {
  let sandbox: Served;
  let window: BrowserContext;
  beforeAll(async () => {
    const [served, browser] = await Promise.all([startServedSandbox(), theBrowser()]);
    sandbox = served;
    window = await browser.newContext({ reducedMotion: 'reduce' });
  }, 60_000);
  afterAll(async () => {
    await window?.close();
    await sandbox?.[Symbol.asyncDispose]();
  });
  return {
    get url() {
      return sandbox.url;
    },
    visit: (size = { width: 1280, height: 800 }) => visitIn(window, sandbox.url, size),
  };
}

/** In a tab of its own: the page keeps no more than whether its guide is open, and a window takes half a second. */
async function visitIn(window: BrowserContext, url: string, size: Size): Promise<Visit> {
  const page = await window.newPage();
  await page.setViewportSize(size);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  mkdirSync(SCREENSHOTS, { recursive: true });
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
    [Symbol.asyncDispose]: () => page.close(),
  };
}
