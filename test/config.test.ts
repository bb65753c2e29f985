import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, ENVIRONMENT_NAMES, readConfig } from '../src/config.ts';

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('readConfig', () => {
  test('an app-level token means Socket Mode, a signing secret HTTP', () => {
    expect(readConfig(HTTP).slack).toMatchObject({ mode: 'http', signingSecret: 'secret' });
    expect(readConfig({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
      mode: 'socket',
      appToken: 'xapp-1',
    });
  });

  test('what is not set has its default, and an empty value is not set', () => {
    expect(readConfig({ ...HTTP, PORT: '', DATABASE_URL: ' ' })).toEqual({
      slack: {
        mode: 'http',
        botToken: 'xoxb-1',
        signingSecret: 'secret',
        apiUrl: 'https://slack.com/api/',
      },
      database: { dataDir: './data' },
      http: { port: 3000 },
      logLevel: 'info',
    });
  });

  test('the API address ends with a slash', () => {
    const { slack } = readConfig({ ...HTTP, SLACK_API_URL: 'http://127.0.0.1:1/api' });
    expect(slack.apiUrl).toBe('http://127.0.0.1:1/api/');
  });

  test('every fault is named at once', () => {
    const message = faultsOf({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://there',
      TOKEN_ENCRYPTION_KEY: 'short',
      SLACK_API_URL: 'slack',
      SLACK_APP_TOKEN: 'xoxb-2',
    });
    for (const name of [
      'PORT',
      'LOG_LEVEL',
      'DATABASE_URL',
      'TOKEN_ENCRYPTION_KEY',
      'SLACK_API_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ]) {
      expect(message).toContain(name);
    }
    expect(message).toContain('npm run sandbox');
  });

  test('what is missing is named with where to find it', () => {
    const message = faultsOf({});
    expect(message).toContain('SLACK_BOT_TOKEN is missing');
    expect(message).toContain('SLACK_APP_TOKEN (Socket Mode, no public URL) or SLACK_SIGNING');
    expect(message.match(/ {2}- /g)).toHaveLength(2);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xapp-1', 'is not a bot token'],
    ['SLACK_BOT_TOKEN', 'xoxp-1', 'is not a bot token'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'is not an app-level token'],
    ['PUBLIC_URL', 'ftp://ground.example', 'is not an http(s) address'],
    ['DATABASE_URL', 'postgres', 'is not a postgres:// address'],
    ['PORT', '3000.5', 'is not a port number'],
  ])('%s=%s %s', (name, value, fault) => {
    const message = faultsOf({ ...HTTP, [name]: value });
    expect(message).toContain(`${name} ${fault}`);
    expect(message.match(/ {2}- /g)).toHaveLength(1);
  });

  test.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'])(
    '%s asks for many workspaces, which is refused as not there yet',
    (name) => {
      const message = faultsOf({ ...HTTP, [name]: '1.2' });
      expect(message).toContain(name);
      expect(message).toContain('not available yet: unset it');
    },
  );

  test.each(ENVIRONMENT_NAMES)('no message quotes %s', (name) => {
    for (const value of ['xoxp-hidden', 'xapp-hidden', 'xoxb-hidden', 'hidden']) {
      const given = { ...HTTP, SLACK_CLIENT_ID: '', PORT: 'eighty', [name]: value };
      expect(faultsOf(given)).toContain('cannot start');
      expect(faultsOf(given).replaceAll(name, '')).not.toContain('hidden');
    }
  });

  test('nobody changes what was read', () => {
    expect(Object.isFrozen(readConfig(HTTP))).toBe(true);
  });

  test('names that are not ours are left alone', () => {
    expect(readConfig({ ...HTTP, SLACK_TOKEN: 'x', port: '1' })).toEqual(readConfig(HTTP));
  });
});

test('.env.example has the same names in the same order', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(ENVIRONMENT_NAMES);
});

test('.env.example says what each name means', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const [first, ...rest] = ENVIRONMENT_NAMES;
  expect(example).toMatch(new RegExp(`^# .+\\n${first}=`));
  for (const name of rest)
    expect(example).toMatch(new RegExp(`(^# .+|SECRET=|ID=)\\n${name}=`, 'm'));
});
