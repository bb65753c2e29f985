import { describe, expect, test } from 'vitest';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import type { ImportPage } from '../../src/exchange/get-import.ts';
import type { RowKind } from '../../src/exchange/plan-import.ts';
import { askingMessage, broughtInMessage } from '../../src/exchange/slack/asking-view.ts';
import { exportLead } from '../../src/exchange/slack/export-view.ts';
import { importForm } from '../../src/exchange/slack/form-view.ts';
import { decodeImport, encodeImport } from '../../src/exchange/slack/ids.ts';
import {
  type ImportScene,
  importMessage,
  progressMessage,
  rowsMessage,
} from '../../src/exchange/slack/preview-view.ts';
import type { ImportState } from '../../src/exchange/term-import.ts';
import type { Message } from '../../src/slack/answer.ts';

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(66);
const STATES: readonly ImportState[] = [
  'reading',
  'ready',
  'asking',
  'applying',
  'done',
  'cancelled',
  'failed',
];

function pageOf(words: string, state: ImportState, kind: RowKind, rows = 10): ImportPage {
  return {
    import: {
      id: 'a'.repeat(36),
      state,
      source: words,
      fileId: undefined,
      pasted: undefined,
      channelId: 'C0OPENDOORS',
      author: {
        memberId: 'm1',
        organizationId: 'o1',
        slackUserId: 'U0RENATA',
        displayName: words,
      },
      preview: undefined,
      askedTs: undefined,
      askedAt: undefined,
      problem: words,
      proposedCount: 9_999,
      agreedCount: 1,
      consents: [{ organizationId: 'o1', memberId: 'm1' }],
    },
    counts: { new: 1_000, changed: 1, same: 3_000, refused: 5_999 },
    kind,
    rows: Array.from({ length: rows }, (_, line) => ({
      line,
      kind,
      term: words.slice(0, 80),
      ...(kind === 'refused' && { reason: words }),
      record: { term: words.slice(0, 80), definition: words },
      termId: undefined,
      seenVersion: 0,
    })),
    page: 2,
    of: 600,
  };
}

const scene = (words: string): ImportScene => ({
  channelId: 'C0OPENDOORS',
  organizations: ['o1', 'o2', 'o3'].map((id) => ({ id, shortName: words.slice(0, 40) || 'City' })),
});

describe.each([
  ['usual', 'A written agreement'],
  ['hostile', HOSTILE],
])('with %s words', (_, words) => {
  test.each(STATES)('every message about an import that is %s keeps Slack’s limits', (state) => {
    for (const kind of ['new', 'refused'] as const) {
      const shown = pageOf(words, state, kind);
      const messages: readonly Message[] = [
        importMessage(shown, scene(words)),
        rowsMessage(shown, scene(words)),
        askingMessage(shown, scene(words)),
        broughtInMessage(shown),
      ];
      for (const message of messages) expectSound(message);
    }
  });

  test('so do the progress and what goes with a file', () => {
    expectSound(progressMessage(words, 10, 10_000));
    expectSound(exportLead({ records: [], leftOut: 1 }, 'csv', words));
  });
});

test('the form keeps Slack’s limits', () => {
  const { view, invitation } = importForm('C0OPENDOORS');
  expect(viewFaults(view, 'modal', ['files:read'])).toEqual([]);
  expectSound(invitation);
});

test('what a button is about survives it, and anything else names no import', () => {
  const about = { importId: crypto.randomUUID(), kind: 'same', page: 3, channelId: 'C1' } as const;
  expect(decodeImport(encodeImport(about))).toEqual(about);
  expect(() => decodeImport("x'; drop table term")).toThrow('What this is about isn’t here');
});

function expectSound({ text, blocks }: Message): void {
  const given = {
    text,
    blocks: blocks && [...blocks],
    attachments: undefined,
    metadata: undefined,
  };
  expect(messageFaults(given)).toBeUndefined();
  const all = JSON.stringify({ text, blocks });
  expect(all).not.toContain('<!channel>');
  expect(all).not.toContain('<@U0RENATA>');
}
