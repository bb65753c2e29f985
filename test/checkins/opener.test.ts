import { expect, test } from 'vitest';
import { OPENERS, openerFor } from '../../src/checkins/opener.ts';

const GROUPS = Array.from({ length: 500 }, (_, n) => `group-${n}`);

const DEEPER = OPENERS.filter(({ isDeeper }) => isDeeper).map(({ text }) => text);

const asked = (haveMetBefore: boolean) => GROUPS.map((id) => openerFor(id, haveMetBefore));

test('who meets for the first time is asked nothing that goes deep, and who has met may be', () => {
  const first = new Set(asked(false));
  const later = new Set(asked(true));
  expect([...later].toSorted()).toEqual(OPENERS.map(({ text }) => text).toSorted());
  expect(DEEPER.length).toBeGreaterThan(0);
  expect([...first].toSorted()).toEqual(
    [...later].filter((text) => !DEEPER.includes(text)).toSorted(),
  );
});

test('a group is asked the same each time it is looked up, and never nothing', () => {
  expect(asked(true)).toEqual(asked(true));
  expect(asked(true).filter((text) => text === '')).toEqual([]);
});
