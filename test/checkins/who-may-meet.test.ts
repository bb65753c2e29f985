import { describe, expect, test } from 'vitest';
import { type Membership, takesPart } from '../../src/checkins/participant.ts';
import { type KeepApart, readApart } from '../../src/checkins/who-may-meet.ts';
import { participant } from '../support/participants.ts';

const ada = participant('city.ada');
const ben = participant('city.ben');
const cas = participant('quill.cas');
const dot = participant('quill.dot');

describe('two people are kept apart', () => {
  const people: KeepApart = { kind: 'people', a: 'city.ada', b: 'quill.cas', until: undefined };
  const silence: KeepApart = { kind: 'organizations', a: 'quill', b: 'city', until: '2027-01-19' };

  test('in either order, and nobody else with them', () => {
    const isApart = readApart([people], '2026-12-01');
    expect([isApart(ada, cas), isApart(cas, ada)]).toEqual([true, true]);
    expect([isApart(ada, dot), isApart(ben, cas)]).toEqual([false, false]);
  });

  test('with everybody of an organization, but not with their own', () => {
    const isApart = readApart([silence], '2026-12-01');
    expect([isApart(ada, cas), isApart(dot, ben)]).toEqual([true, true]);
    expect([isApart(ada, ben), isApart(cas, dot)]).toEqual([false, false]);
  });

  test.each([
    ['2027-01-19', true],
    ['2027-01-20', false],
  ])('until the last day of it: in a round that opens on %s %s', (opensOn, expected) =>
    expect(readApart([silence], opensOn)(ada, cas)).toBe(expected),
  );
});

describe('in a round that opens on 2026-12-01', () => {
  test.each<[string, Membership, boolean]>([
    ['who has joined takes part', { state: 'joined' }, true],
    ['who has left does not', { state: 'left' }, false],
    ['who paused until that day does not', { state: 'paused', until: '2026-12-01' }, false],
    ['whose pause ended the day before does', { state: 'paused', until: '2026-11-30' }, true],
  ])('%s', (_, membership, expected) =>
    expect(takesPart(participant('city.ada', { membership }), '2026-12-01')).toBe(expected),
  );
});
