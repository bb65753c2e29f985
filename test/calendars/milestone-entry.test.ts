import { expect, test } from 'vitest';
import { milestoneEntry } from '../../src/calendars/milestone-entry.ts';
import type { Assessment } from '../../src/milestones/health.ts';
import type { Milestone } from '../../src/milestones/milestone.ts';
import { CHANGED, partnership } from './partnership.ts';

const AGREED: Milestone = {
  id: '0192f3a0-0000-7000-8000-000000000001',
  title: 'Pilot open',
  doneMeans: undefined,
  ownerOrganizationId: 'city',
  owner: { memberId: 'm1', slackUserId: 'U0RENATA', name: 'Renata' },
  contributors: ['city', 'lantern'],
  dependsOn: [],
  latestAcceptableOn: undefined,
  leadTime: undefined,
  remainingWorkingDays: 0,
  steps: [],
  isCollecting: false,
  collectingSince: undefined,
  baselineOn: '2026-12-04',
  agreedOn: '2026-11-02',
  doneOn: undefined,
  isDropped: false,
  forecasts: [
    { reportedOn: '2026-11-02', forecastOn: '2026-12-04', reason: undefined, at: CHANGED },
  ],
  confidence: [],
  open: undefined,
  latestVersion: 2,
  saidHealth: 'green',
  createdAt: CHANGED,
  changedAt: CHANGED,
  sequence: 3,
};
const UNAGREED: Partial<Milestone> = { baselineOn: undefined, agreedOn: undefined, forecasts: [] };
const OPEN: NonNullable<Milestone['open']> = {
  version: 2,
  content: { title: 'Pilot open', on: '2027-01-15' },
  organizationId: 'lantern',
  openedAt: new Date('2026-11-23T10:00:00Z'),
  stances: [],
};
const AMBER = { health: 'amber' } as Assessment;

function entryOf(change: Partial<Milestone> = {}, assessment: Assessment | undefined = AMBER) {
  return milestoneEntry({ milestone: { ...AGREED, ...change }, assessment }, partnership);
}

test.each<[string, Partial<Milestone>, object]>([
  [
    'agreed: the day that all said yes to',
    {},
    { title: 'Pilot open', on: '2026-12-04', status: 'confirmed' },
  ],
  [
    'moved: the day that is expected now, with what was agreed and the colour in words',
    {
      forecasts: [
        ...AGREED.forecasts,
        { reportedOn: '2026-11-20', forecastOn: '2026-12-18', reason: 'approval', at: CHANGED },
      ],
    },
    {
      on: '2026-12-18',
      status: 'confirmed',
      notes: [
        'Agreed was Friday 4 December 2026. Now expected Friday 18 December 2026: amber.',
        'Why: /partnership milestones in Slack.',
        'City looks after it.',
      ],
    },
  ],
  [
    'proposed: tentative',
    { ...UNAGREED, open: OPEN },
    {
      title: 'Proposed: Pilot open',
      on: '2027-01-15',
      status: 'tentative',
      changedAt: OPEN.openedAt,
      notes: ['Put forward by Lantern; not agreed by all yet.', 'City looks after it.'],
    },
  ],
  [
    'done: stays, on the day when it was',
    { doneOn: '2026-11-27' },
    { title: 'Done: Pilot open', on: '2026-11-27', status: 'confirmed' },
  ],
  [
    'dropped: cancelled',
    { isDropped: true },
    { title: 'Dropped: Pilot open', on: '2026-12-04', status: 'cancelled' },
  ],
])('%s', (_, change, expected) => {
  expect(entryOf(change)).toMatchObject(expected);
});

test('what has no day that everybody may see is in no calendar', () => {
  const collecting = { ...UNAGREED, isCollecting: true, collectingSince: CHANGED };
  expect(entryOf(UNAGREED)).toBeUndefined();
  expect(entryOf(collecting)).toBeUndefined();
  expect(entryOf({ ...collecting, open: OPEN })).toBeUndefined();
  expect(entryOf({ ...collecting, isDropped: true })).toBeUndefined();
});

test('a new title, day or version keeps the UID and is newer', () => {
  const first = entryOf({ ...UNAGREED, open: OPEN });
  const again = entryOf({ ...UNAGREED, open: { ...OPEN, version: 3 }, latestVersion: 3 });
  const agreed = entryOf({ title: 'Pilot open in June', sequence: 4, latestVersion: 3 });
  expect(new Set([first, again, agreed].map((entry) => entry?.uid)).size).toBe(1);
  const sequences = [first, again, agreed].map((entry) => entry?.sequence ?? 0);
  expect(sequences).toEqual([5, 6, 7]);
});

test('no person is in it', () => {
  expect(JSON.stringify(entryOf())).not.toMatch(/U0RENATA|m1/);
});
