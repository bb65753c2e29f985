import { expect, test } from 'vitest';
import { NOUNS } from '../../src/nouns.ts';
import type { Field, Noun, Verb } from '../../src/slack/verbs/verb.ts';
import { createParcels } from '../support/parcels.ts';
import { fillIn, says } from '../support/people.ts';
import { rowsBut } from '../support/rows.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/*
 * Generated from the nouns: everything that can be said, at each door, with values of each kind. A new noun
 * or verb joins by itself. What a verb does is in the tests of its capability; who is a stranger to all of
 * it, in those of strangers.
 */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const OBSERVER = 'U0MARCUS';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const HOSTILE = '<!channel> & <!here|x> *b* `c` \u0000 \uD800 =;=';

const KINDS = ['usual', 'empty', 'hostile', 'long'] as const;
type Kind = (typeof KINDS)[number];

function wordsFor({ word, example, fields }: Verb<never>, kind: Kind): string {
  if (kind === 'empty') return word;
  if (kind === 'hostile') return `${word} ${HOSTILE}`;
  if (kind === 'long') return `${word} ${'x'.repeat(3_500)} = ${'y'.repeat(300)}`;
  return `${word} ${example ?? Object.values<Field>(fields).map(usual).join(' = ')}`;
}

function usual({ is }: Field): string {
  if (is === 'day' || is === 'days') return '2026-12-18';
  return is === 'person' ? '<@U0JOSUE>' : 'Something';
}

type Given = {
  readonly noun: Noun;
  readonly verb: Verb<never>;
};

function allVerbs(nouns: readonly Noun[]): readonly Given[] {
  return nouns.flatMap((noun) =>
    [...noun.verbs, ...(noun.rows?.verbs ?? [])].map((verb) => ({
      noun,
      verb: verb as Verb<never>,
    })),
  );
}

/** What somebody was told last, in the channel or in direct messages. */
function heard(walk: Walk, userId: string): string {
  const { dm } = walk.slack.as(userId).sees();
  return dm.filter(({ isBot }) => isBot).at(-1)?.text ?? '';
}

const DOORS: Readonly<Record<string, (walk: Walk, words: string) => Promise<string>>> = {
  command: (walk, words) => says(walk, RENATA, `partnership ${words}`),
  mention: (walk, words) => says(walk, LENA, `partnership ${words}`),
  async direct(walk, words) {
    await walk.slack.as(JOSUE).dm(words);
    await walk.idle();
    return heard(walk, JOSUE);
  },
};

function expectSentence(said: string, what: string): void {
  expect(said, what).toMatch(/\p{L}.*[.?!:`…]/su);
  expect(said, what).not.toMatch(/went wrong|<!(?:channel|here)/);
}

const nouns = [...NOUNS, createParcels().noun];

test.each(Object.keys(DOORS))('everything that can be said is answered by %s', async (door) => {
  const { noun: parcels } = createParcels();
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z', nouns: [parcels] });
  await threeOrganizations(walk, COORDINATORS);
  const at = Object.keys(DOORS).indexOf(door);
  for (const [n, { noun, verb }] of allVerbs(nouns).entries()) {
    // Each door has two of the four kinds for each verb, and over the doors all of them.
    for (const kind of [KINDS[(n + at) % 4], KINDS[(n + at + 1) % 4]] as const) {
      if (!kind) continue;
      const words = `${noun.name} ${wordsFor(verb, kind)}`;
      const said = await DOORS[door]?.(walk, words);
      expectSentence(said ?? '', `${door}: ${noun.name} ${verb.word}, ${kind}`);
    }
  }
  for (const { name } of nouns) {
    for (const words of ['help', '', 'nothing of the kind'])
      expectSentence((await DOORS[door]?.(walk, `${name} ${words}`)) ?? '', `${name} ${words}`);
  }
  expect(walk.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('every form takes what is usual, and answers what is not in its place or in a sentence', async () => {
  const { noun: parcels } = createParcels();
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z', nouns: [parcels] });
  await threeOrganizations(walk, COORDINATORS);
  const values = (fields: Verb<never>['fields'], text: string) =>
    Object.fromEntries(
      Object.entries<Field>(fields)
        .filter(([, { is }]) => is === 'text' || is === 'days')
        .map(([name]) => [name, text]),
    );
  const forms = allVerbs(nouns).filter(
    ({ noun, verb }) => Object.keys(verb.fields).length > 0 && !noun.rows?.verbs.includes(verb),
  );
  expect(forms.length).toBeGreaterThan(5);
  const open = () => walk.slack.as(RENATA).sees().modals;
  for (const { noun, verb } of forms) {
    for (const text of [HOSTILE, 'z'.repeat(3_000), '']) {
      await says(walk, RENATA, `partnership ${noun.name} ${verb.word}`);
      expect(open(), `${noun.name} ${verb.word}`).toHaveLength(1);
      expect(await fillIn(walk, RENATA, values(verb.fields, text))).toBeDefined();
      const [view] = open();
      if (view) await walk.slack.as(RENATA).closeModal(view.id, { all: true });
    }
  }
  expect(walk.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('who only looks on can change nothing by any of it', async () => {
  const { noun: parcels, kept, watching } = createParcels();
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z', nouns: [parcels] });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, OBSERVER, 'partnership');
  await walk.database.client.member.updateMany({
    where: { slackUserId: OBSERVER },
    data: { observer: true },
  });
  await walk.slack.as(OBSERVER).command(CHANNEL, '/partnership');
  await walk.idle();
  const before = await rowsBut(NOBODY, walk.database);
  for (const { noun, verb } of allVerbs(nouns)) {
    const words = `partnership ${noun.name} ${wordsFor(verb, 'usual')}`;
    const said = await says(walk, OBSERVER, words);
    const isOfRow = noun.rows?.verbs.includes(verb);
    if (!verb.isLooking && !isOfRow) expect(said, words).toContain('You are an observer here');
  }
  expect(await rowsBut(NOBODY, walk.database)).toEqual(before);
  expect([...kept, ...watching]).toEqual([]);
});
