import { expect, test } from 'vitest';
import { decodeAbout, encodeAbout } from '../../src/notices/slack/ids.ts';
import { noticeMessage, resumedMessage } from '../../src/notices/slack/views.ts';
import type { Message } from '../../src/slack/answer.ts';
import { actions, button, section } from '../../src/slack/blocks.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { quote } from '../../src/slack/mrkdwn.ts';
import { faultsOf } from '../support/faults-of.ts';

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);
const DATES = { kind: 'tests.dates', name: 'questions about dates' };
const COFFEE = { kind: 'tests.coffee', name: 'coffee' };
const SCENE = { channelId: 'C0OPENDOORS', noticeIds: ['n1', 'n2'], stopped: [] };

function partOf(words: string, kind = DATES) {
  const text = quote(words);
  const answer = button({ id: 'tests.answer', text: 'Still 4 December', value: 'm1' });
  const blocks = [section(text), actions([answer])];
  return { text, blocks, why: 'you look after this milestone', isUrgent: false, kind };
}

function buttonsOf({ blocks = [] }: Message): readonly (readonly [string, string])[] {
  return blocks.flatMap((block) =>
    block.type !== 'actions'
      ? []
      : block.elements.flatMap((one) =>
          one.type === 'button' ? [[one.action_id ?? '', one.text.text] as const] : [],
        ),
  );
}

test.each([
  ['usual', 'Still 4 December?', 'you look after this milestone'],
  ['empty', '', ''],
  ['hostile', HOSTILE, quote(HOSTILE)],
])('messages with %s values are ones that Slack takes', (_, words, why) => {
  const uuid = 'a'.repeat(36);
  const kinds = [1, 2, 3, 4, 5].map((n) => ({
    kind: `tests.kind${n}`,
    name: 'questions about proposed dates of your organization',
  }));
  const parts = kinds.map((kind) => ({ ...partOf(words, kind), why }));
  const scene = { ...SCENE, noticeIds: [uuid, uuid, uuid, uuid, uuid] };
  const messages = {
    one: noticeMessage(parts.slice(0, 1), scene),
    five: noticeMessage(parts, scene),
    choosing: noticeMessage(parts, { ...scene, isChoosing: true }),
    stopped: noticeMessage(parts.slice(1), { ...scene, stopped: kinds.slice(0, 1) }),
    nothingLeft: noticeMessage([], { ...scene, stopped: kinds }),
    resumed: resumedMessage(DATES),
  };
  for (const [name, message] of Object.entries(messages)) {
    expect(faultsOf(message), name).toBeUndefined();
    expect(message.text, name).not.toBe('');
    expect(message.text.length, name).toBeLessThanOrEqual(LIMITS.text);
    expect(JSON.stringify(message), name).not.toMatch(/<!channel>|<@U0RENATA>/);
  }
  const stops = (message: Message) =>
    buttonsOf(message).filter(([id]) => id.startsWith('notices.stop'));
  expect(stops(messages.choosing)).toHaveLength(5);
  expect(stops(messages.five)).toHaveLength(0);
});

test('one thing says why they get it, and has one quiet way out', () => {
  const message = noticeMessage([partOf('Still 4 December?')], SCENE);
  expect(message.text).toBe(
    '> Still 4 December?\nYou get this because you look after this milestone.',
  );
  expect(buttonsOf(message)).toEqual([
    ['tests.answer', 'Still 4 December'],
    ['notices.stop.0', 'Stop these'],
  ]);
});

test('several things say why in one line, with one way out that leads to one for each kind', () => {
  const coffee = { ...partOf('Coffee with Lena?', COFFEE), why: 'you said yes to coffee' };
  const message = noticeMessage([partOf('A'), partOf('B'), coffee], SCENE);
  expect(message.text.split('\n')).toEqual([
    'A few things, in one message:',
    '> A',
    '> B',
    '> Coffee with Lena?',
    'You get this because you look after this milestone, and because you said yes to coffee.',
  ]);
  const ways = (one: Message) => buttonsOf(one).filter(([id]) => id.startsWith('notices'));
  expect(ways(message)).toEqual([['notices.choose', 'Stop some of these']]);
  const choosing = noticeMessage([partOf('A'), coffee], { ...SCENE, isChoosing: true });
  expect(ways(choosing)).toEqual([
    ['notices.stop.0', 'Stop questions about dates'],
    ['notices.stop.1', 'Stop coffee'],
  ]);
});

test('what is stopped says so and can be sent again; the rest of the message stays', () => {
  const alone = noticeMessage([], { ...SCENE, stopped: [DATES] });
  expect(alone.text).toBe('You won’t get questions about dates any more. Everything else goes on.');
  expect(buttonsOf(alone)).toEqual([['notices.resume.0', 'Send these again']]);
  const beside = noticeMessage([partOf('Coffee?', COFFEE)], { ...SCENE, stopped: [DATES] });
  expect(beside.text).toMatch(/Coffee\?[\s\S]*You won’t get questions about dates/);
  expect(buttonsOf(beside).filter(([id]) => id.startsWith('notices'))).toEqual([
    ['notices.stop.0', 'Stop coffee'],
    ['notices.resume.0', 'Send questions about dates again'],
  ]);
});

test('what has passed comes first, one question is asked once, and one button stands out', () => {
  const primary = button({ id: 'tests.yes', text: 'Yes', value: 'm1', style: 'primary' });
  const withPrimary = (words: string) => ({
    ...partOf(words),
    blocks: [section(quote(words)), actions([primary])],
  });
  const message = noticeMessage(
    [
      { ...withPrimary('Red'), asks: 'the day of m1' },
      { ...withPrimary('Still then?'), asks: 'the day of m1' },
      { ...withPrimary('It was expected'), asks: 'the day of m2', isFirst: true },
    ],
    SCENE,
  );
  expect(message.text.split('\n').filter((one) => one.startsWith('>'))).toEqual([
    '> It was expected',
    '> Red',
  ]);
  expect(JSON.stringify(message.blocks).match(/"style":"primary"/g)).toHaveLength(1);
});

test('what a button carries is read back', () => {
  const about = {
    kind: 'tests.dates',
    channelId: 'C1',
    noticeIds: [crypto.randomUUID(), crypto.randomUUID()],
  };
  expect(decodeAbout(encodeAbout(about))).toEqual(about);
});
