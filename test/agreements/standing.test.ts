import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import type { StanceKind } from '../../src/agreements/proposal.ts';
import { type StandingInput, standing } from '../../src/agreements/standing.ts';

type Stance = StandingInput['stances'][number];

const organizations = sample.organizations.map(({ id, timeZone, workingWeek, closures }) => ({
  id,
  timeZone,
  calendar: { workingWeek, closures: new Set(closures) },
}));

/** Tuesday in Chicago and in Berlin. */
const OPENED = new Date('2026-11-24T15:00:00Z');
const FRIDAY = new Date('2026-11-27T15:00:00Z');
/** Thanksgiving and the day after are closed in Chicago: its third working day begins here. */
const TUESDAY = new Date('2026-12-01T06:00:00Z');

const say = (organizationId: string, kind: StanceKind = 'endorse', mayCount = true): Stance => ({
  organizationId,
  kind,
  mayCount,
});

const ALL_YES = [say('city'), say('lantern'), say('quillstone')];

const given = (
  change: Partial<Omit<StandingInput, 'proposal'>> & {
    proposal?: Partial<StandingInput['proposal']>;
  },
): StandingInput => ({
  organizations,
  stances: ALL_YES,
  lazyConsent: false,
  homonym: false,
  now: FRIDAY,
  ...change,
  proposal: {
    organizationId: 'lantern',
    openedAt: OPENED,
    floorWorkingDays: 3,
    editorial: false,
    ...change.proposal,
  },
});

describe('G3: opened on Tuesday 2026-11-24, yes from all three', () => {
  test('on Friday it is proposed, and due when Tuesday begins in Chicago', () =>
    expect(standing(given({ now: FRIDAY }))).toEqual({
      state: 'proposed',
      waitingFor: [],
      objections: 0,
      dueAt: TUESDAY,
    }));

  test('a moment before Tuesday it is proposed', () =>
    expect(standing(given({ now: new Date(TUESDAY.getTime() - 1) })).state).toBe('proposed'));

  test('on Tuesday it is agreed', () =>
    expect(standing(given({ now: TUESDAY }))).toEqual({
      state: 'agreed',
      waitingFor: [],
      objections: 0,
    }));
});

describe('who has to say yes', () => {
  const at = (stances: readonly Stance[], proposer = 'lantern') =>
    standing(given({ stances, now: TUESDAY, proposal: { organizationId: proposer } }));

  test.each([
    ['nobody yet', [], ['city', 'quillstone']],
    ['the proposer’s own organization counts as such', [say('lantern')], ['city', 'quillstone']],
    ['one of the others', [say('city')], ['quillstone']],
    [
      'G4: somebody who may not speak for the City',
      [say('quillstone'), say('city', 'endorse', false)],
      ['city'],
    ],
    ['a concern is no yes', [say('city'), say('quillstone', 'concern')], ['quillstone']],
    ['somebody who has left', [say('city'), say('gone')], ['quillstone']],
  ])('%s: proposed', (_, stances, waitingFor) =>
    expect(at(stances)).toEqual({ state: 'proposed', waitingFor, objections: 0 }),
  );

  test.each([
    ['both others, the proposer silent', [say('city'), say('quillstone')]],
    ['accepting is enough', [say('city', 'accept'), say('quillstone', 'accept')]],
    ['a concern beside a yes', [say('city'), say('city', 'concern'), say('quillstone')]],
    ['a concern of the proposer’s organization', [...ALL_YES, say('lantern', 'concern')]],
    ['an objection of somebody who may not speak', [...ALL_YES, say('city', 'object', false)]],
  ])('%s: agreed', (_, stances) => expect(at(stances).state).toBe('agreed'));

  test('one organization alone never agrees', () =>
    expect(
      standing(
        given({
          organizations: organizations.slice(1, 2),
          stances: [say('lantern')],
          now: TUESDAY,
        }),
      ).state,
    ).toBe('proposed'));
});

describe('G5: an objection', () => {
  test('makes it disputed, whatever the others say', () =>
    expect(standing(given({ stances: [...ALL_YES, say('city', 'object')], now: TUESDAY }))).toEqual(
      {
        state: 'disputed',
        waitingFor: [],
        objections: 1,
      },
    ));

  test('of the proposer’s own organization does too', () =>
    expect(standing(given({ stances: [...ALL_YES, say('lantern', 'object')] })).state).toBe(
      'disputed',
    ));

  test.each([
    [FRIDAY, 'proposed'],
    [TUESDAY, 'agreed'],
  ])('withdrawn on %s leaves it %s', (now, state) =>
    expect(standing(given({ now })).state).toBe(state),
  );
});

describe('the floor', () => {
  test.each([
    ['none, and it is agreed at once', 0, false, OPENED, 'agreed', undefined],
    [
      'an editorial change waits two days at least',
      0,
      true,
      OPENED,
      'proposed',
      '2026-11-30T06:00:00.000Z',
    ],
    [
      'two days later nobody disputed that',
      0,
      true,
      new Date('2026-11-30T06:00:00Z'),
      'agreed',
      undefined,
    ],
    ['the longer of both counts', 3, true, OPENED, 'proposed', TUESDAY.toISOString()],
  ] as const)('%s', (_, floorWorkingDays, editorial, now, state, dueAt) => {
    const result = standing(given({ now, proposal: { floorWorkingDays, editorial } }));
    expect(result.state).toBe(state);
    expect(result.dueAt?.toISOString()).toBe(dueAt);
  });

  test('begins in each zone on its own day', () => {
    // 23:30 in Chicago on Tuesday is Wednesday in Berlin.
    const openedAt = new Date('2026-12-02T05:30:00Z');
    const two = organizations.filter(({ id }) => id !== 'lantern');
    const one = { organizationId: 'city', openedAt, floorWorkingDays: 1 };
    const result = standing(given({ organizations: two, now: openedAt, proposal: one }));
    expect(result.dueAt?.toISOString()).toBe('2026-12-02T23:00:00.000Z');
  });
});

describe('silence', () => {
  /** Ten working days of Chicago after 2026-11-24. */
  const TENTH = '2026-12-10T06:00:00.000Z';
  const at = (change: Parameters<typeof given>[0]) =>
    standing(given({ lazyConsent: true, stances: [say('quillstone')], ...change }));

  test('counts after ten working days where that was chosen', () => {
    expect(at({ now: FRIDAY }).dueAt?.toISOString()).toBe(TENTH);
    expect(at({ now: new Date(TENTH) })).toEqual({
      state: 'agreed',
      waitingFor: [],
      objections: 0,
    });
  });

  const later = new Date('2027-06-01T12:00:00Z');
  test.each([
    ['where it was not chosen', { lazyConsent: false }],
    ['for a homonym', { homonym: true }],
    ['of all others at once', { stances: [] }],
    ['beside the proposer’s own yes alone', { stances: [say('lantern')] }],
    ['beside a yes that does not count', { stances: [say('quillstone', 'endorse', false)] }],
    ['beside a yes of somebody who has left', { stances: [say('gone')] }],
  ])('never counts %s', (_, change) => {
    const result = at({ now: later, ...change });
    expect(result.state).toBe('proposed');
    expect(result.dueAt).toBeUndefined();
  });

  test('is not broken by a concern, which never blocks', () =>
    expect(at({ now: later, stances: [say('quillstone'), say('city', 'concern')] }).state).toBe(
      'agreed',
    ));

  test('does not count against an objection', () =>
    expect(at({ now: later, stances: [say('quillstone'), say('city', 'object')] }).state).toBe(
      'disputed',
    ));

  test('a longer floor is kept', () => {
    const result = at({ now: new Date(TENTH), proposal: { floorWorkingDays: 12 } });
    expect(result.state).toBe('proposed');
    expect(result.dueAt?.toISOString()).toBe('2026-12-14T06:00:00.000Z');
  });
});

describe('whatever is said', () => {
  const stance = fc.record({
    organizationId: fc.constantFrom('city', 'lantern', 'quillstone', 'gone'),
    kind: fc.constantFrom<StanceKind>('endorse', 'accept', 'concern', 'object'),
    mayCount: fc.boolean(),
  });
  const day = fc.integer({ min: 0, max: 24 * 60 });
  const hoursAfter = (hours: number) => new Date(OPENED.getTime() + hours * 3_600_000);
  const input = fc
    .record({
      stances: fc.array(stance, { maxLength: 6 }),
      organizations: fc.subarray(organizations, { minLength: 1 }),
      lazyConsent: fc.boolean(),
      homonym: fc.boolean(),
      now: day.map(hoursAfter),
      proposal: fc.record({
        organizationId: fc.constantFrom('city', 'lantern', 'quillstone'),
        openedAt: fc
          .integer({ min: 0, max: 72 })
          .map((hours) => new Date(OPENED.getTime() - hours * 3_600_000)),
        floorWorkingDays: fc.integer({ min: 0, max: 12 }),
        editorial: fc.boolean(),
      }),
    })
    .map((change) => given(change));
  const runs = { numRuns: 400 };

  test('the order in which it is said makes no difference', () => {
    fc.assert(
      fc.property(input, (one) => {
        expect(standing({ ...one, stances: one.stances.toReversed() })).toEqual(standing(one));
      }),
      runs,
    );
  });

  test('one more yes never undoes an agreement', () => {
    fc.assert(
      fc.property(input, stance, (one, more) => {
        fc.pre(standing(one).state === 'agreed');
        const yes = { ...more, kind: 'endorse' as const };
        expect(standing({ ...one, stances: [...one.stances, yes] }).state).toBe('agreed');
      }),
      { numRuns: 100 },
    );
  });

  test('time never undoes an agreement, nor adds anybody to wait for', () => {
    fc.assert(
      fc.property(input, day, (one, hours) => {
        const before = standing(one);
        const after = standing({ ...one, now: new Date(one.now.getTime() + hours * 3_600_000) });
        if (before.state === 'agreed') expect(after.state).toBe('agreed');
        expect(before.waitingFor).toEqual(expect.arrayContaining([...after.waitingFor]));
      }),
      runs,
    );
  });

  test('an objection that counts never agrees, and one of who has left is none', () => {
    fc.assert(
      fc.property(input, stance, (one, more) => {
        const no = { ...more, kind: 'object' as const, mayCount: true };
        const isHere = one.organizations.some(({ id }) => id === no.organizationId);
        const after = standing({ ...one, stances: [...one.stances, no] });
        if (isHere) expect(after.state).toBe('disputed');
        else expect(after).toEqual(standing(one));
      }),
      runs,
    );
  });

  test('what does not count changes nothing', () => {
    fc.assert(
      fc.property(input, stance, (one, more) => {
        const quiet = { ...more, mayCount: false };
        expect(standing({ ...one, stances: [...one.stances, quiet] })).toEqual(standing(one));
      }),
      runs,
    );
  });

  test('fewer than two organizations never agree', () => {
    fc.assert(
      fc.property(input, (one) => {
        const alone = { ...one, organizations: one.organizations.slice(0, 1) };
        expect(standing(alone).state).not.toBe('agreed');
      }),
      runs,
    );
  });

  test('what is due is due later, and changes the answer then', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { dueAt, state } = standing(one);
        if (!dueAt) return;
        expect(state).toBe('proposed');
        expect(dueAt > one.now).toBe(true);
        expect(standing({ ...one, now: dueAt }).state).toBe('agreed');
        expect(standing({ ...one, now: new Date(dueAt.getTime() - 1) }).state).toBe('proposed');
      }),
      runs,
    );
  });

  test('what time alone would agree is due', () => {
    fc.assert(
      fc.property(input, (one) => {
        const years = new Date(one.now.getTime() + 200 * 86_400_000);
        const now = standing(one);
        const later = standing({ ...one, now: years });
        expect(now.dueAt !== undefined).toBe(now.state === 'proposed' && later.state === 'agreed');
      }),
      runs,
    );
  });
});
