import { describe, expect, test } from 'vitest';
import type { StanceKind } from '../../src/agreements/proposal.ts';
import { objectingTo, stillToAsk, stillToSpeak } from '../../src/agreements/still-to-speak.ts';

const ALL = ['city', 'lantern', 'quillstone'] as const;

type Said = readonly [organizationId: string, kind: StanceKind, mayCount?: boolean];

const openWith = (...said: readonly Said[]) => ({
  organizationId: 'city',
  stances: said.map(([organizationId, kind, mayCount = true]) => ({
    organizationId,
    kind,
    mayCount,
  })),
});

describe('whose word a version that is put forward by the city waits for', () => {
  test.each([
    ['nobody’s, where nothing is put forward', undefined, [], [], []],
    ['the others’', openWith(), ['lantern', 'quillstone'], ['lantern', 'quillstone'], []],
    [
      'not theirs who said yes',
      openWith(['lantern', 'endorse']),
      ['quillstone'],
      ['quillstone'],
      [],
    ],
    [
      'not theirs who accepted',
      openWith(['lantern', 'accept']),
      ['quillstone'],
      ['quillstone'],
      [],
    ],
    [
      'theirs whose yes does not count',
      openWith(['lantern', 'endorse', false]),
      ['lantern', 'quillstone'],
      ['lantern', 'quillstone'],
      [],
    ],
    [
      'theirs who noted a concern: it does not block, and their yes is missing',
      openWith(['lantern', 'concern']),
      ['lantern', 'quillstone'],
      ['lantern', 'quillstone'],
      [],
    ],
    [
      'not theirs who objected, though their yes is missing',
      openWith(['lantern', 'object']),
      ['lantern', 'quillstone'],
      ['quillstone'],
      ['lantern'],
    ],
    [
      'theirs whose objection does not count',
      openWith(['lantern', 'object', false]),
      ['lantern', 'quillstone'],
      ['lantern', 'quillstone'],
      [],
    ],
    [
      'not theirs of whom one said yes and another objected',
      openWith(['lantern', 'endorse'], ['lantern', 'object']),
      ['quillstone'],
      ['quillstone'],
      ['lantern'],
    ],
    [
      'nobody’s, when all said yes',
      openWith(['lantern', 'endorse'], ['quillstone', 'accept']),
      [],
      [],
      [],
    ],
  ] as const)('%s', (_, open, speak, ask, objecting) => {
    expect(stillToSpeak(open, ALL)).toEqual(speak);
    expect(stillToAsk(open, ALL)).toEqual(ask);
    expect(objectingTo(open, ALL)).toEqual(objecting);
  });

  test('one that has left is neither waited for nor in the way', () => {
    const open = openWith(['lantern', 'object']);
    expect(stillToSpeak(open, ['city', 'quillstone'])).toEqual(['quillstone']);
    expect(stillToAsk(open, ['city', 'quillstone'])).toEqual(['quillstone']);
    expect(objectingTo(open, ['city', 'quillstone'])).toEqual([]);
  });
});
