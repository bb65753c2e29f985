import { expect, test } from 'vitest';
import { meetingEntries } from '../../src/calendars/meeting-entries.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { CHANGED, partnership } from './partnership.ts';

const COUNCIL: Meeting = {
  id: 'row-1',
  organizationId: 'city',
  name: 'Council',
  heldOn: '2026-12-15',
  startsAt: '18:30',
  minutes: 60,
  papersDueWorkingDays: 12,
  changedAt: CHANGED,
};

test('a meeting takes place at its time where the organization is; its papers have a day of their own', () => {
  const [papers, held] = meetingEntries(COUNCIL, partnership);
  expect(held).toMatchObject({
    title: 'City: Council',
    on: '2026-12-15',
    time: { startsAt: '18:30', minutes: 60, timeZone: 'America/Chicago' },
    notes: ['Papers are due Wednesday 25 November 2026.'],
  });
  // Twelve working days before, and the city is closed on two of the days between.
  expect(papers).toMatchObject({
    title: 'Papers due for City: Council',
    on: '2026-11-25',
    time: undefined,
    notes: ['The meeting is on Tuesday 15 December 2026.'],
  });
});

test('without a time it is the whole day, and without papers one entry', () => {
  const bare = { ...COUNCIL, startsAt: undefined, papersDueWorkingDays: undefined };
  expect(meetingEntries(bare, partnership)).toMatchObject([{ time: undefined, notes: [] }]);
});

test('said anew, with another time, it keeps its UID and is newer', () => {
  const anew = {
    ...COUNCIL,
    id: 'row-2',
    name: 'council',
    startsAt: '19:00',
    changedAt: new Date(CHANGED.getTime() + 1_000),
  };
  const [before, after] = [COUNCIL, anew].map((one) => meetingEntries(one, partnership));
  expect(after?.map(({ uid }) => uid)).toEqual(before?.map(({ uid }) => uid));
  expect(after?.[0]?.sequence).toBe((before?.[0]?.sequence ?? 0) + 1);
  const other = meetingEntries({ ...COUNCIL, heldOn: '2027-01-05' }, partnership);
  expect(other[0]?.uid).not.toBe(before?.[0]?.uid);
});

test('an organization that has left has no meetings here any more', () => {
  expect(meetingEntries({ ...COUNCIL, organizationId: 'gone' }, partnership)).toEqual([]);
});
