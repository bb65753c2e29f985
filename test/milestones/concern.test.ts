import { expect, test } from 'vitest';
import type { StanceKind } from '../../src/agreements/proposal.ts';
import { concernsOf } from '../../src/milestones/concern.ts';
import type { Health } from '../../src/milestones/health.ts';
import type { Milestone } from '../../src/milestones/milestone.ts';
import { partnership as usual } from '../calendars/partnership.ts';
import { seenOf } from './seen.ts';

/** Of the City, whose working week is Monday to Friday and which is closed on 26 and 27 November 2026. */
const QUIET = {
  ownerOrganizationId: 'city',
  contributors: ['city', 'lantern'],
  open: undefined,
  saidHealth: 'green',
  agreedOn: '2026-11-23',
  forecasts: [],
} as const;

const FAR = '2027-06-01';

function heard(
  more: Partial<Milestone> = {},
  given: {
    readonly health?: Health;
    readonly forecastOn?: string;
    readonly at?: string;
    readonly missing?: readonly string[];
    readonly answers?: Parameters<typeof concernsOf>[0]['answers'];
    readonly hasLeft?: boolean;
  } = {},
): readonly object[] {
  const { milestone, assessment } = seenOf('Pilot', 1, { ...QUIET, baselineOn: FAR, ...more });
  const { health = 'green', forecastOn = FAR, missing = [], answers = [] } = given;
  const { at = '2026-11-24T15:00:00Z', hasLeft = false } = given;
  const [city, ...others] = usual.organizations;
  const partnership = {
    ...usual,
    organizations: [{ ...city, hasLeft }, ...others],
  } as typeof usual;
  const looked = assessment && { ...assessment, health, forecastOn };
  return concernsOf(
    { milestone, assessment: looked, missing, answers },
    partnership,
    new Date(at),
  ).map(({ staleAt: _, ...one }) => one);
}

test.each<[Health | undefined, Health, object[]]>([
  ['green', 'green', []],
  ['green', 'unknown', []],
  ['green', 'amber', [{ what: 'colour', health: 'amber', isSaid: true, occasion: '2026-11-24' }]],
  [undefined, 'red', [{ what: 'colour', health: 'red', isSaid: true, occasion: '2026-11-24' }]],
  ['red', 'red', []],
  ['amber', 'green', [{ what: 'colour', health: 'green', isSaid: true, occasion: '2026-11-24' }]],
  ['red', 'green', [{ what: 'colour', health: 'green', isSaid: true, occasion: '2026-11-24' }]],
  // Nobody was told of it, so that its end is no news either.
  [
    'unknown',
    'green',
    [{ what: 'colour', health: 'green', isSaid: false, occasion: '2026-11-24' }],
  ],
])('after %s, that it is %s', (saidHealth, health, concerns) => {
  expect(heard({ saidHealth }, { health })).toEqual(concerns);
});

test.each([
  // Three working days of the City, which is closed on two of these.
  ['2026-12-01T18:00:00Z', '2026-11-25T18:00:00Z', []],
  ['2026-12-02T18:00:00Z', '2026-11-25T18:00:00Z', ['1']],
  ['2026-12-04T18:00:00Z', '2026-11-25T18:00:00Z', ['1']],
  ['2026-12-07T18:00:00Z', '2026-11-25T18:00:00Z', ['2']],
])('at %s, of dates asked for at %s', (at, since, occasions) => {
  const collectingSince = new Date(since);
  const given = { at, missing: ['lantern'] };
  const concerns = heard({ isCollecting: true, collectingSince, agreedOn: at.slice(0, 10) }, given);
  expect(concerns).toEqual(
    occasions.map((occasion) => ({
      what: 'dates',
      round: Number(occasion),
      organizationIds: ['lantern'],
      occasion,
    })),
  );
  expect(heard({ isCollecting: true, collectingSince }, { ...given, missing: [] })).toEqual([]);
});

test('a day that lies outside of somebody’s dates, and not the day that was agreed', () => {
  const answers = [
    { organizationId: 'lantern', latestOn: '2027-06-10' },
    { organizationId: 'gone', latestOn: '2027-06-10' },
  ] as never;
  const moved = (forecastOn: string) =>
    heard({ forecasts: [{ reportedOn: '2026-11-23', forecastOn }] as never }, { answers });
  expect(moved(FAR)).toEqual([]);
  expect(moved('2027-06-10')).toEqual([]);
  expect(moved('2027-06-11')).toEqual([
    { what: 'window', organizationIds: ['lantern'], occasion: '2027-06-11' },
  ]);
});

test('whose word it is about a version, and not who has objected, said yes or left', () => {
  const open = (kind: StanceKind | undefined, organizationId = 'city') =>
    heard({
      open: {
        version: 3,
        organizationId,
        stances: kind ? [{ organizationId: 'lantern', kind, mayCount: true }] : [],
      } as never,
    });
  const asked = (id: string) => [{ what: 'stance', organizationIds: [id], occasion: 'v3' }];
  expect(open(undefined)).toEqual(asked('lantern'));
  expect(open('concern')).toEqual(asked('lantern'));
  expect(open('endorse')).toEqual([]);
  expect(open('object')).toEqual([]);
  expect(open('endorse', 'gone')).toEqual(asked('city'));
});

test('who looks after it is asked, late once its day has passed, and nobody where they have left', () => {
  const due = (forecastOn: string) => heard({}, { forecastOn });
  expect(due('2026-11-24')).toMatchObject([{ what: 'due', isLate: false }]);
  expect(due('2026-11-10')).toMatchObject([{ what: 'due', isLate: true }]);
  expect(heard({}, { forecastOn: '2026-11-10', hasLeft: true })).toEqual([
    { what: 'owner', occasion: 'city' },
  ]);
});

test.each([{ doneOn: '2026-11-20' }, { isDropped: true }, { ownerOrganizationId: 'unknown' }])(
  'nothing more is said of one that is over: %o',
  (over) => {
    expect(heard(over, { health: 'red', forecastOn: '2026-11-10' })).toEqual([]);
  },
);
