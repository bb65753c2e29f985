import { describe, expect, test } from 'vitest';
import type { Asking } from '../../src/slack/asking.ts';
import { section } from '../../src/slack/blocks.ts';
import { inert } from '../../src/slack/mrkdwn.ts';
import { doorOf, wordedFor } from '../../src/slack/wording.ts';

const hint = 'Write `/glossary define TERM` or `/partnership`.';
const message = { text: hint, blocks: [section(hint)] };

describe('hints are worded for the door', () => {
  test.each([
    ['command', hint],
    ['mention', 'Write `@common-ground glossary define TERM` or `@common-ground partnership`.'],
    ['direct', 'Write `glossary define TERM` or `partnership`.'],
  ] as const)('%s', (door, expected) => {
    const worded = wordedFor(door, message);
    expect(worded.text).toBe(expected);
    expect(worded.blocks).toEqual([section(expected)]);
  });

  test.each([
    ['command', 'Write `/partnership milestones dates Pilot = 1 March`, or the form.'],
    [
      'mention',
      'Write `partnership milestones dates Pilot = 1 March` in a direct message to me, or the form.',
    ],
    ['direct', 'Write `partnership milestones dates Pilot = 1 March`, or the form.'],
  ] as const)('a line for nobody else’s eyes: %s', (door, expected) => {
    const text = 'Write `//partnership milestones dates Pilot = 1 March`, or the form.';
    expect(wordedFor(door, { text }).text).toBe(expected);
  });

  test('of a form, the invitation is', () => {
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'T' },
      blocks: [],
    };
    const worded = wordedFor('direct', { view, invitation: message });
    expect(worded.view).toBe(view);
    expect(worded.invitation.text).toBe('Write `glossary define TERM` or `partnership`.');
  });

  test.each([
    'use `/invite @common-ground`',
    'a path a/glossary',
    'the file `/etc/passwd`',
    '"quoted" \\ and \n lines',
    '$& $1 $`',
    '',
  ])('%j stays', (text) => expect(wordedFor('mention', { text }).text).toBe(text));

  test('what people wrote stays as they wrote it', () => {
    const text = `Lena wrote: ${inert('type `/glossary MOU`')}`;
    expect(wordedFor('mention', { text }).text).toBe(text);
  });

  test('the message itself is not changed', () => {
    wordedFor('mention', message);
    expect(message.text).toBe(hint);
  });
});

describe('the door of a click or a form', () => {
  const asking = (change: Partial<Asking>): Asking => ({
    kind: 'action',
    installation: { teamId: 'T0CITY', enterpriseId: undefined },
    userId: 'U1',
    teamIds: ['T0CITY'],
    channelId: 'C1',
    isDirect: false,
    threadTs: undefined,
    triggerId: undefined,
    ...change,
  });
  const orgWide = { teamId: undefined, enterpriseId: 'E0CITY' };

  test.each([
    ['somebody of the installing workspace', {}, 'command'],
    ['somebody of another organization', { teamIds: ['T0QUILL'] }, 'mention'],
    ['the same in a direct message', { teamIds: ['T0QUILL'], isDirect: true }, 'direct'],
    ['at home, in a direct message', { isDirect: true }, 'direct'],
    ['a command in a direct message', { kind: 'command', isDirect: true }, 'command'],
    ['where the payload names no team', { teamIds: [] }, 'mention'],
    [
      'an org-wide installation',
      { installation: orgWide, teamIds: ['T0ONE', 'E0CITY'] },
      'command',
    ],
    ['an outsider of one', { installation: orgWide, teamIds: ['E0QUILL'] }, 'mention'],
    [
      'an installation that the payload does not name',
      { installation: { teamId: undefined, enterpriseId: undefined } },
      'mention',
    ],
  ] as const)('%s: %s', (_, change, door) => expect(doorOf(asking(change))).toBe(door));
});
