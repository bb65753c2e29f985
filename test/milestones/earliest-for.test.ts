import { expect, test } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { earliestFor } from '../../src/milestones/assess-milestone.ts';
import { partnership } from '../calendars/partnership.ts';
import { seenOf } from './seen.ts';

const meeting = (
  organizationId: string,
  name: string,
  heldOn: string,
  papers?: number,
): Meeting => ({
  id: `${organizationId} ${heldOn}`,
  organizationId,
  name,
  heldOn,
  startsAt: undefined,
  minutes: 60,
  papersDueWorkingDays: papers,
  changedAt: new Date('2026-11-20'),
});

const COUNCIL = [
  meeting('city', 'Council', '2027-01-12'),
  meeting('city', 'council ', '2026-12-08', 3),
  meeting('city', 'Council', '2026-11-24'),
];

function earliest(
  meetings: readonly Meeting[],
  papersDueWorkingDays?: number,
  at = '2026-11-24T15:00:00Z',
): string | undefined {
  const { milestone } = seenOf('Pilot', 1, {
    ownerOrganizationId: 'city',
    steps: [{ name: 'Approval', meeting: 'Council', papersDueWorkingDays }],
  });
  return earliestFor(milestone, { partnership, meetings, now: new Date(at) })?.earliestOn;
}

test.each([
  ['the next of its meetings, whatever the case of its name', COUNCIL, '2026-12-08'],
  [
    'none of another organization, and none of another name',
    [
      meeting('lantern', 'Council', '2026-12-01'),
      meeting('city', 'Board', '2026-12-02'),
      ...COUNCIL,
    ],
    '2026-12-08',
  ],
  ['not the one of today', COUNCIL.slice(2), undefined],
])('a step that waits for a meeting: %s', (_, meetings, on) => {
  expect(earliest(meetings)).toBe(on);
});

test('papers that are due sooner than they can be have it wait for the meeting after', () => {
  // Three working days before the eighth of December is the third.
  expect(earliest(COUNCIL, undefined, '2026-12-03T15:00:00Z')).toBe('2026-12-08');
  expect(earliest(COUNCIL, undefined, '2026-12-04T15:00:00Z')).toBe('2027-01-12');
  expect(earliest(COUNCIL, 1, '2026-12-04T15:00:00Z')).toBe('2026-12-08');
});

test('without steps, or without an owner, nothing is known', () => {
  const { milestone } = seenOf('Pilot', 1, { ownerOrganizationId: 'city', steps: [] });
  const now = new Date('2026-11-24T15:00:00Z');
  expect(earliestFor(milestone, { partnership, meetings: [], now })).toBeUndefined();
  const lost = {
    ...milestone,
    ownerOrganizationId: 'unknown',
    steps: [{ name: 'a', workingDays: 2 }],
  };
  expect(earliestFor(lost, { partnership, meetings: [], now })).toBeUndefined();
});
