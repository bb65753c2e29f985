import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { slackSays } from '../../src/slack/slack-says.ts';

const refusal = (error: string, more: object = {}) =>
  new webApi.WebAPIPlatformError({ ok: false, error, ...more } as never);

test.each([
  ['missing_scope', { needed: 'files:write' }, 'lacks the permission `files:write`'],
  ['missing_scope', { needed: 'channels:read,groups:read' }, '`channels:read` or `groups:read`'],
  ['missing_scope', {}, 'lacks a permission'],
  ['missing_scope', { needed: '<!channel>' }, 'lacks a permission'],
  ['file_uploads_disabled', {}, 'Files are turned off'],
  ['restricted_action_read_only_channel', {}, 'limited who may post'],
  ['channel_not_found', {}, '`channel_not_found`'],
  ['token_revoked', {}, 'no longer accepts my token'],
  ['internal_error', {}, 'a fault of its own'],
  ['ekm_access_denied', {}, 'Slack answered `ekm_access_denied`. Please try again.'],
  ['constructor', {}, 'Slack answered `constructor`.'],
  ['<!channel>', {}, 'Slack answered `channel`.'],
])('%s %j is said as what it is', (code, more, words) => {
  expect(slackSays(refusal(code, more))).toContain(words);
});

test('only a permission that is missing sends anybody to an administrator to allow one', () => {
  for (const code of ['restricted_action', 'file_not_found', 'ekm_access_denied', 'invalid_blocks'])
    expect(slackSays(refusal(code))).not.toContain('permission');
});

test('an unknown code comes with the reference of the log, where there is one', () => {
  expect(slackSays(refusal('ekm_access_denied'), '0a1b2c3d')).toContain('reference: 0a1b2c3d');
  expect(slackSays(refusal('is_archived'), '0a1b2c3d')).not.toContain('0a1b2c3d');
  expect(slackSays(new Error('socket hang up'))).toBeUndefined();
});
