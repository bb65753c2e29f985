import { describe, expect, test } from 'vitest';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import type { Explained } from '../../src/explaining/explain-text.ts';
import type { Explanation } from '../../src/explaining/explanation.ts';
import {
  explainedMessage,
  explainedModal,
  howToExplain,
  unseenMessage,
} from '../../src/explaining/slack/views.ts';
import type { Scene } from '../../src/explaining/slack/words.ts';
import { defineButton, lookUpButton } from '../../src/glossary/slack/ids.ts';
import type { Message } from '../../src/slack/answer.ts';
import { LIMITS } from '../../src/slack/limits.ts';

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(170);

const buttons = { define: defineButton, lookUp: lookUpButton };

const sceneOf = (shortName = 'City', mayDefine = true): Scene => ({
  organizations: ['city', 'lantern', 'quill'].map((id) => ({
    id,
    shortName: id === 'city' ? shortName : id,
  })),
  channelId: 'C0OPENDOORS',
  mayDefine,
});

function termOf(more: Partial<Explanation> = {}): Explanation {
  return {
    termId: '1',
    text: 'MOU',
    status: 'agreed',
    isHomonym: false,
    agreed: { definition: 'A written agreement that is no contract' },
    proposed: undefined,
    isChanging: false,
    senses: [],
    avoided: [],
    ...more,
  };
}

const hostileTerm = termOf({
  text: HOSTILE.slice(0, 80),
  isHomonym: true,
  agreed: {
    definition: HOSTILE,
    preferredLabel: HOSTILE.slice(0, 80),
    replacedBy: HOSTILE.slice(0, 80),
    resolution: 'spell_out',
    sayInstead: { city: HOSTILE, quill: HOSTILE },
  },
  proposed: { organizationId: 'city', definition: HOSTILE },
  senses: ['city', 'lantern', 'quill'].map((organizationId) => ({
    organizationId,
    meaning: HOSTILE,
    relation: 'narrower' as const,
  })),
  avoided: [HOSTILE.slice(0, 80)],
});

const letters = Array.from({ length: 60 }, (_, n) => `A${n}X`);

const CASES: readonly (readonly [string, Explained, Scene])[] = [
  ['usual', { terms: [termOf()], missing: ['HIE'] }, sceneOf()],
  ['empty', { terms: [], missing: [] }, sceneOf()],
  ['of an observer', { terms: [termOf()], missing: letters }, sceneOf('City', false)],
  ['long', { terms: Array.from({ length: 60 }, () => termOf()), missing: letters }, sceneOf()],
  [
    'hostile',
    { terms: Array.from({ length: 60 }, () => hostileTerm), missing: letters },
    sceneOf(HOSTILE.slice(0, 40)),
  ],
  ['one hostile', { terms: [hostileTerm], missing: [] }, sceneOf(HOSTILE.slice(0, 40))],
];

/** What Slack shows as it is, or does not show at all, cannot ping. */
function withoutPlainText(key: string, value: unknown): unknown {
  const isPlain = (value as { type?: string } | null)?.type === 'plain_text';
  return isPlain || key === 'value' || key === 'accessibility_label' ? undefined : value;
}

const messageOf = (explained: Explained, scene = sceneOf()): Message =>
  explainedMessage(explained, 'thread', scene, buttons);

describe.each(CASES)('an explanation that is %s', (_, explained, scene) => {
  test('is a message that Slack takes', () => {
    const message = messageOf(explained, scene);
    const { text, blocks } = message;
    expect(
      messageFaults({
        text,
        blocks: [...(blocks ?? [])],
        attachments: undefined,
        metadata: undefined,
      }),
    ).toBeUndefined();
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageBlocksJson);
    expect(text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(JSON.stringify(message, withoutPlainText)).not.toMatch(/<!channel>|<@U0RENATA>/);
  });

  test('is a modal that Slack takes', () => {
    const view = explainedModal(explained, scene, buttons);
    expect(viewFaults(view, 'modal', [])).toEqual([]);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
    expect(JSON.stringify(view, withoutPlainText)).not.toMatch(/<!channel>|<@U0RENATA>/);
  });
});

describe('what it says', () => {
  const said = (more: Partial<Explanation>, scene = sceneOf()) =>
    messageOf({ terms: [termOf(more)], missing: [] }, scene).text;

  test.each<[string, Partial<Explanation>, readonly string[]]>([
    ['agreed', {}, ['*MOU* · agreed', 'A written agreement']],
    [
      'several ideas',
      {
        isHomonym: true,
        senses: [
          { organizationId: 'city', meaning: 'A contact', relation: 'same' },
          { organizationId: 'quill', meaning: '', relation: 'not_used' },
        ],
      },
      ['one word, several ideas', '• City: A contact', '• quill doesn’t use it'],
    ],
    [
      'proposed',
      {
        status: 'proposed',
        agreed: undefined,
        proposed: { organizationId: 'city', definition: 'A letter' },
      },
      ['proposed, not agreed yet', 'City puts forward: A letter'],
    ],
    [
      'retired',
      { status: 'deprecated', agreed: { definition: 'A', deprecated: true, replacedBy: 'LOI' } },
      ['retired', 'Say *LOI* instead.\nIt meant: A'],
    ],
    [
      'letters that are banned',
      { agreed: { definition: 'A', resolution: 'spell_out', sayInstead: { city: 'letter' } } },
      ['The letters alone are not used here.', 'Instead, City says *letter*.'],
    ],
    [
      'a spelling of the past',
      { agreed: { definition: 'A', preferredLabel: 'letter' }, avoided: ['MOU'] },
      ['“MOU” is no longer used for it: say *letter*.'],
    ],
    [
      'compared, with an own meaning',
      {
        status: 'compared',
        agreed: undefined,
        senses: [{ organizationId: 'city', meaning: 'A contact', relation: 'same' }],
      },
      ['being compared', 'City: A contact (seen by you alone)'],
    ],
    [
      'compared, without one',
      { status: 'compared', agreed: undefined },
      ['being compared', 'Your organization’s meaning is still missing'],
    ],
  ])('of a term that is %s', (_, more, sentences) => {
    for (const sentence of sentences) expect(said(more)).toContain(sentence);
  });

  test('an observer is asked for nothing', () => {
    const scene = sceneOf('City', false);
    expect(said({ status: 'compared', agreed: undefined }, scene)).not.toContain('define');
    const { text, blocks } = messageOf({ terms: [], missing: ['HIE'] }, scene);
    expect(text).toContain('Not in the glossary yet: HIE.');
    expect(`${text}${JSON.stringify(blocks)}`).not.toContain('define');
  });

  test('all terms are named where there is no room to explain them', () => {
    const terms = Array.from({ length: 30 }, (_, n) =>
      termOf({ text: `T${n}`, agreed: { definition: 'word '.repeat(60) } }),
    );
    const { text } = messageOf({ terms, missing: [] });
    expect(text).toContain('*T0*');
    for (const { text: term } of terms) expect(text).toContain(term);
  });

  test('what to do next, where nothing was found', () => {
    expect(messageOf({ terms: [], missing: [] }).text).toMatch(
      /Nothing in the first message of this thread is in the glossary\.\n.*define TERM/,
    );
  });

  test('how to ask, and what the bot cannot see', () => {
    for (const { text } of [howToExplain(), unseenMessage()]) {
      expect(text).toContain('`/glossary explain TEXT`');
      expect(text).toContain('*Explain the jargon*');
    }
  });
});
