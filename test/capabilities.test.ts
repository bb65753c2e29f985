import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAPABILITIES } from '../src/capabilities.ts';
import { partnershipHelp } from '../src/partnerships/slack/help-view.ts';

/** Folders that stand below the rooms, or are asked by them alone. */
const GROUND = ['slack', 'schedule', 'database', 'charts', 'time'];

/** Why a room is not in the list: it is told of by what registers its doors and its jobs alone. */
const WITHOUT_A_LINE: Readonly<Record<string, string>> = {
  channels: 'follows where the bot is, and shows nothing',
  explaining: 'answers at once, and keeps nothing',
  members: 'who people are',
  postings: 'what was said, for the others',
  spotting: 'heeds messages where reading is on',
};

const folders = readdirSync(new URL('../src/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('each room is in the list once, or it is said why not', () => {
  const listed = CAPABILITIES.map(({ name }) => name);
  expect(new Set(listed).size).toBe(listed.length);
  const known = [...listed, ...Object.keys(WITHOUT_A_LINE), ...GROUND];
  expect(folders.toSorted()).toEqual(known.toSorted());
});

test('what a room hands in carries its name', () => {
  for (const { name, nouns = [], turns = [], notices = [], agreeable } of CAPABILITIES) {
    for (const noun of nouns) expect(noun.name).toBe(name);
    for (const turn of turns) expect(turn).toMatch(new RegExp(`^${name}\\.`));
    for (const { kind } of notices) expect(kind).toMatch(new RegExp(`^${name}\\.`));
    if (agreeable) expect(['term', 'milestone']).toContain(agreeable.kind);
  }
});

test('whatever is said by verbs stands in the help', () => {
  const help = partnershipHelp().text;
  for (const { nouns = [] } of CAPABILITIES) {
    for (const { name } of nouns) expect(help).toContain(`/partnership ${name}`);
  }
});

test('who is told something unasked can see that it waits', () => {
  for (const { name, notices = [], waits } of CAPABILITIES) {
    if (notices.length > 0) expect(waits, name).toBeDefined();
  }
});
