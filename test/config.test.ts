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

  test('installing in many workspaces is refused as not there yet', () => {
    expect(faultsOf({ ...HTTP, SLACK_CLIENT_ID: '1.2' })).toContain('not available yet');
  });

  test('no message quotes a secret', () => {
    const message = faultsOf({
      SLACK_BOT_TOKEN: 'xoxp-hidden',
      SLACK_SIGNING_SECRET: 'hidden',
      TOKEN_ENCRYPTION_KEY: 'hidden',
    });
    expect(message).not.toContain('hidden');
  });
});

test('.env.example has the same names in the same order', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(ENVIRONMENT_NAMES);
});
