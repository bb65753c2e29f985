import { expect, test } from 'vitest';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import type { Entry } from '../../src/glossary/entry.ts';
import {
  agreedLine,
  askMessage,
  revealMessage,
  sharedMessage,
} from '../../src/glossary/slack/announcement-view.ts';
import { entryMessage, missedMessage } from '../../src/glossary/slack/entry-view.ts';
import { defineForm, objectForm, usageForm } from '../../src/glossary/slack/form-view.ts';
import { glossaryHelp } from '../../src/glossary/slack/help-view.ts';
import { historyMessage, listMessage } from '../../src/glossary/slack/list-view.ts';
import type { Message } from '../../src/slack/answer.ts';
import { faultsOf } from '../support/faults-of.ts';

/*
 * Every view with a usual, an empty and a hostile value, held against the limits that the simulated
 * Slack takes from Slack's documentation, not against our own table of them.
 */

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(66);
const ids = ['o1', 'o2', 'o3'];

function entryOf(words: string, more: Partial<Entry> = {}): Entry {
  const content = {
    definition: words,
    scopeNote: words.slice(0, 500),
    example: words.slice(0, 500),
  };
  return {
    id: 'a'.repeat(36),
    text: words.slice(0, 80) || 'x',
    conflict: 'homonym',
    isCollecting: false,
    labels: [{ text: words.slice(0, 80), rating: 'preferred' }],
    agreed: { version: 1, content, agreedAt: new Date('2026-05-01') },
    open: {
      version: 2,
      content: { ...content, definition: `${words}!` },
      organizationId: 'o1',
      editorial: true,
      hasCarried: true,
      dueAt: undefined,
      stances: ids.map((organizationId) => ({
        organizationId,
        slackUserId: 'U1',
        name: words.slice(0, 80),
        kind: 'object',
        reason: words.slice(0, 1000),
        mayCount: true,
      })),
    },
    usages: ids.map((organizationId) => ({
      organizationId,
      meaning: words,
      relation: 'different',
    })),
    answered: ids,
    latestVersion: 2,
    ...more,
  };
}

const nothing = {
  agreed: undefined,
  open: undefined,
  usages: [],
  answered: [],
  conflict: undefined,
};

const CASES: readonly (readonly [string, Entry, string])[] = [
  ['usual', entryOf('A written agreement'), 'City'],
  ['empty', entryOf('', nothing), ''],
  [
    'being collected',
    entryOf('A written agreement', { isCollecting: true, open: undefined }),
    'City',
  ],
  ['hostile', entryOf(HOSTILE), HOSTILE.slice(0, 40)],
];

/** What Slack shows as it is, or does not show at all, cannot ping. */
function withoutPlainText(key: string, value: unknown): unknown {
  const isPlain = (value as { type?: string } | null)?.type === 'plain_text';
  return isPlain || key === 'value' || key === 'accessibility_label' ? undefined : value;
}

test.each(CASES)(
  'messages about a term that is %s are ones that Slack takes',
  (_, entry, shortName) => {
    const organizations = ids.map((id) => ({ id, shortName, hasLeft: false }));
    const scene = { organizations, channelId: 'C0OPENDOORS' };
    const lines = Array.from({ length: 60 }, (_line, n) => ({
      at: new Date('2026-05-01'),
      who: entry.text,
      organizationId: 'o1',
      what: 'agreements.proposed',
      version: n,
      reason: entry.open?.stances[0]?.reason,
      on: undefined,
      id: n,
      meaning: n % 2 ? entry.text.repeat(9) : undefined,
      relation: undefined,
      isBlind: false,
      before: n % 2 ? entry.text : undefined,
      content: entry.agreed?.content,
      isRestorable: n % 3 === 0,
    }));
    const messages: Record<string, Message> = {
      entry: entryMessage(entry, scene, 'Lead'),
      shared: sharedMessage(entry, scene, entry.text),
      agreed: agreedLine(entry, scene),
      ask: askMessage(entry, scene),
      reveal: revealMessage(entry, scene),
      missed: missedMessage(entry.text, [entry.text, entry.text], scene),
      list: listMessage(
        {
          title: entry.text,
          entries: Array.from({ length: 60 }, () => entry),
          page: 2,
          words: 'list',
          empty: 'None',
        },
        scene,
      ),
      emptyList: listMessage(
        { title: 'None', entries: [], page: 1, words: 'list', empty: 'None' },
        scene,
      ),
      history: historyMessage(entry, lines, scene),
      help: glossaryHelp('Hint'),
    };
    for (const [name, message] of Object.entries(messages)) {
      expect(faultsOf(message), name).toBeUndefined();
      expect(JSON.stringify(message, withoutPlainText), name).not.toMatch(/<!channel>|<@U0RENATA>/);
      expect(message.text, name).not.toBe('');
    }
  },
);

test.each(CASES)(
  'forms about a term that is %s are ones that Slack takes',
  (_, entry, shortName) => {
    const organizations = ids.map((id) => ({ id, shortName: shortName || 'x', hasLeft: false }));
    const scene = { organizations, channelId: 'C0OPENDOORS' };
    const about = { termId: entry.id, version: 2, channelId: 'C0OPENDOORS' };
    const forms = {
      change: defineForm({ entry }, scene),
      propose: defineForm({ text: entry.text, definition: HOSTILE }, scene),
      object: objectForm(entry, about),
      usage: usageForm(entry, about, { id: 'o1', shortName }, entry.text),
      again: defineForm({ entry, content: { definition: HOSTILE } }, scene),
    };
    for (const [name, form] of Object.entries(forms))
      expect(viewFaults(form, 'modal'), name).toEqual([]);
  },
);
