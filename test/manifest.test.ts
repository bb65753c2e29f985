import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Facts, manifestFaults, SlackManifest } from './support/manifest-rules.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const raw = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));

function facts(): Facts {
  const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('database/generated'))
    .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'))
    .join('\n');
  return { manifest: SlackManifest.parse(raw), source };
}

test('manifest.yml is one that Slack takes', () => {
  expect(SlackManifest.safeParse(raw).error?.issues ?? []).toEqual([]);
});

test('the manifest and the code say the same of commands, shortcuts, events and scopes', () => {
  expect(manifestFaults(facts())).toEqual([]);
});

describe('each kind of difference is seen', () => {
  test.each([
    ['a key that Slack does not know', { ...raw, colour: 'green' }],
    [
      'a name that is too long',
      { ...raw, display_information: { ...raw.display_information, name: 'x'.repeat(36) } },
    ],
  ])('%s', (_, manifest) => {
    expect(SlackManifest.safeParse(manifest).success).toBe(false);
  });

  test.each([
    [
      'a command without a listener',
      (text: string) => text.replace("doors.command('/glossary'", "doors.command('/other'"),
      'command /glossary has no listener',
    ],
    [
      'a shortcut without a listener',
      (text: string) =>
        text.replace('doors.shortcut(GLOSSARY.add', 'doors.shortcut(GLOSSARY.share'),
      'shortcut glossary.add has no listener',
    ],
    [
      'an event that nobody asked for',
      (text: string) => `${text}\nslack.event('reaction_added', …`,
      'event reaction_added is not in the manifest',
    ],
    [
      'an event in a loop',
      (text: string) => text.replace(/'group_archive',\s*/, ''),
      'event group_archive has no listener',
    ],
    [
      'a method without a known scope',
      (text: string) => `${text}\nclient.files.info({})`,
      'method files.info is in no table of scopes',
    ],
    [
      'a scope that nothing needs any more',
      (text: string) => text.replaceAll('client.team.info(', 'nothing('),
      'scope team:read is asked for and not needed',
    ],
  ])('%s', (_, change, fault) => {
    const given = facts();
    const source = change(given.source);
    expect(source).not.toBe(given.source);
    expect(manifestFaults({ ...given, source })).toContain(fault);
  });

  test('a scope that is needed and not asked for', () => {
    const given = facts();
    const { scopes } = given.manifest.oauth_config;
    const bot = scopes.bot.filter((scope) => scope !== 'users:read');
    const manifest = { ...given.manifest, oauth_config: { scopes: { ...scopes, bot } } };
    expect(manifestFaults({ ...given, manifest })).toContain(
      'scope users:read is needed and not asked for',
    );
  });
});
