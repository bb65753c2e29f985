import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { addressFault, httpManifest } from '../scripts/manifest.ts';
import { start } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { freshDatabase } from './support/database.ts';
import {
  addressFaults,
  type Facts,
  type Listeners,
  manifestFaults,
  SlackManifest,
} from './support/manifest-rules.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
const raw = parse(text);

let facts: Facts;
let pressed: readonly (string | RegExp)[];

beforeAll(async () => {
  const { listeners, ids } = await registered();
  pressed = ids;
  facts = { manifest: SlackManifest.parse(raw), listeners, source: source(), methods: methods() };
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Starts the real bot with nobody at the other end, and notes what it tells Bolt to listen to. */
async function registered(): Promise<{ listeners: Listeners; ids: readonly (string | RegExp)[] }> {
  const heard = vi.spyOn(App.prototype, 'event');
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-nobody',
    SLACK_SIGNING_SECRET: 'nobody',
    SLACK_API_URL: 'http://127.0.0.1:9/',
    PORT: '0',
  });
  const database = await freshDatabase();
  await using bot = await start(config, { database, log: pino({ level: 'silent' }) });
  const listeners = {
    commands: bot.ids.commands.map(String),
    events: heard.mock.calls.map(([given]) => String(given)),
    shortcuts: bot.ids.shortcuts.map(String),
  };
  const ids = [...bot.ids.shortcuts, ...bot.ids.clicks, ...bot.ids.forms];
  return { listeners, ids };
}

function sourceFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('database/generated'))
    .map((path) => join(ROOT, 'src', path));
}

function source(): string {
  return sourceFiles()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** All that Slack's client can call, so that a method nobody thought of is seen too. */
function methods(of: object = new webApi.WebClient(), path = ''): readonly string[] {
  return Object.entries(of).flatMap(([name, value]) => {
    const own = path ? `${path}.${name}` : name;
    if (typeof value === 'function') return path ? [own] : [];
    const isFamily = typeof value === 'object' && value?.constructor === Object;
    return isFamily && path.split('.').length < 3 ? methods(value, own) : [];
  });
}

test('manifest.yml is one that Slack takes', () => {
  expect(SlackManifest.safeParse(raw).error?.issues ?? []).toEqual([]);
  expect(addressFaults(facts.manifest)).toEqual([]);
});

test('so is its HTTP form, which differs in the addresses alone', () => {
  const http = SlackManifest.parse(parse(httpManifest(text, 'https://ground.example/')));
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(addressFaults(http)).toEqual([]);
  expect(http.features.slash_commands[0]?.url).toBe('https://ground.example/slack/events');
  expect(manifestFaults({ ...facts, manifest: http })).toEqual([]);
});

test.each([undefined, 'ground', 'http://ground.example', 'https://ground.example?x=1'])(
  'the HTTP form is not printed for %s',
  (address) => expect(addressFault(address)).toContain('manifest -- https://your.host'),
);

test('the manifest and the code say the same of commands, shortcuts, events and scopes', () => {
  expect(manifestFaults(facts)).toEqual([]);
});

test('whatever can be pressed or filled in is answered', () => {
  const hears = (id: string) =>
    pressed.some((known) => (typeof known === 'string' ? known === id : known.test(`${id}.0`)));
  const drawn = sourceFiles()
    .filter((path) => path.endsWith('/slack/ids.ts'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(\w+): '([a-z]+\.[a-z-]+)'/g)])
    .filter(([, name = '']) => new RegExp(`\\b[A-Z]+\\.${name}\\b`).test(facts.source))
    .map(([, , id = '']) => id);
  expect(drawn).not.toEqual([]);
  expect(drawn.filter((id) => !hears(id))).toEqual([]);
});

describe('each kind of difference is seen', () => {
  test.each([
    ['a key that Slack does not know', { ...raw, colour: 'green' }],
    [
      'a name that is too long',
      { ...raw, display_information: { ...raw.display_information, name: 'x'.repeat(36) } },
    ],
    [
      'more commands than Slack takes',
      {
        ...raw,
        features: {
          ...raw.features,
          slash_commands: Array(51).fill(raw.features.slash_commands[0]),
        },
      },
    ],
  ])('%s', (_, manifest) => {
    expect(SlackManifest.safeParse(manifest).success).toBe(false);
  });

  type Change = (given: Facts) => Facts;
  const listening = (change: Partial<Listeners>): Change => {
    return (given) => ({ ...given, listeners: { ...given.listeners, ...change } });
  };
  const writing = (more: string): Change => {
    return (given) => ({ ...given, source: given.source + more });
  };
  const asking = (bot: (scopes: readonly string[]) => string[]): Change => {
    return ({ manifest, ...given }) => {
      const scopes = {
        ...manifest.oauth_config.scopes,
        bot: bot(manifest.oauth_config.scopes.bot),
      };
      return { ...given, manifest: { ...manifest, oauth_config: { scopes } } };
    };
  };
  const without = (words: string): Change => {
    return (given) => ({ ...given, source: given.source.replaceAll(words, '') });
  };
  const subscribing = (event: string): Change => {
    return ({ manifest, ...given }) => {
      const bot_events = [...manifest.settings.event_subscriptions.bot_events, event];
      const settings = { ...manifest.settings, event_subscriptions: { bot_events } };
      return { ...given, manifest: { ...manifest, settings } };
    };
  };

  test.each<[string, Change]>([
    ['command /glossary has no listener', listening({ commands: ['/partnership'] })],
    [
      'command /other is not in the manifest',
      listening({ commands: ['/glossary', '/partnership', '/other'] }),
    ],
    ['shortcut glossary.add has no listener', listening({ shortcuts: [] })],
    ['event group_archive has no listener', listening({ events: ['message'] })],
    ['event team_join is not in the manifest', listening({ events: ['team_join'] })],
    ['event team_join is in no table of scopes', subscribing('team_join')],
    ['event app_mention is there twice', subscribing('app_mention')],
    ['method files.list is in no table of scopes', writing('web.files.list({})')],
    ['method chat.delete is in no table of scopes', writing('slack.chat.delete({})')],
    ['scope team:read is asked for and not needed', without('.team.info(')],
    ['scope users:read.email is asked for and not needed', without('profile?.email')],
    ['scope mpim:history is asked for and not needed', asking((bot) => [...bot, 'mpim:history'])],
    ['scope im:history is needed and not asked for', asking(() => [])],
    ['scope users:read.email is optional and not asked for', asking(() => [])],
  ])('%s', (fault, change) => {
    expect(manifestFaults(change(facts))).toContain(fault);
  });

  test('an address that is missing, or that a socket does not use', () => {
    const { settings } = facts.manifest;
    const http = { ...facts.manifest, settings: { ...settings, socket_mode_enabled: false } };
    expect(addressFaults(http)).toContain('/glossary need an address');
    const door = 'https://ground.example/slack/events';
    const event_subscriptions = { ...settings.event_subscriptions, request_url: door };
    const socket = { ...facts.manifest, settings: { ...settings, event_subscriptions } };
    expect(addressFaults(socket)).toHaveLength(1);
  });
});
