import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { registerHome } from '../../src/partnerships/slack/home-listeners.ts';
import { Refusal } from '../../src/refusal.ts';
import { section } from '../../src/slack/blocks.ts';
import type { ContextOf } from '../../src/slack/context-of.ts';
import { founded } from './ground.ts';

type Published = { readonly user_id: string; readonly view: unknown };

/** What is published when this person, who reached an app that the City installed, opens a tab. */
async function opened(userId: string, contextOf: ContextOf, tab = 'home') {
  const published: Published[] = [];
  let open: ((given: object) => Promise<void>) | undefined;
  const slack = {
    event(_: string, handle: typeof open) {
      open = handle;
    },
  } as unknown as App;
  registerHome(slack, {
    contextOf,
    sections: async () => [section('1 term waits for you')],
    opened: async () => {},
  });
  const event = { type: 'app_home_opened', user: userId, tab };
  await open?.({
    event,
    body: { type: 'event_callback', event, authorizations: [{ team_id: 'TCITY' }] },
    client: { views: { publish: async (given: Published) => void published.push(given) } },
  });
  return published.map(({ view }) => JSON.stringify(view)).join();
}

test('the App Home shows the partnership, and what the other capabilities add', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  const home = await opened('URENATA', () => ground.as('URENATA'));
  expect(home).toContain('Open doors');
  expect(home).toContain('coordinator RENATA');
  expect(home).toContain('1 term waits for you');
  expect(home).toContain('`/partnership setup`');
});

test('people who have no commands are told how to write to the bot', async () => {
  const ground = await founded();
  await ground.join('ULENA', 'Quill');
  const home = await opened('ULENA', () => ground.as('ULENA'));
  expect(home).toContain('`@common-ground partnership setup`');
  expect(home).not.toContain('`/');
});

test('who is unknown reads why, and how to begin', async () => {
  const home = await opened('USTRANGER', async () => {
    throw new Refusal('not-found', 'I don’t know you <!channel>.');
  });
  expect(home).toContain('I don’t know you &lt;!channel&gt;.');
  expect(home).toContain('`@common-ground glossary TERM`');
});

test('the other tab publishes nothing, and a bug is not hidden', async () => {
  const fails = async () => {
    throw new Error('broken');
  };
  expect(await opened('URENATA', fails, 'messages')).toBe('');
  await expect(opened('URENATA', fails)).rejects.toThrow('broken');
});
