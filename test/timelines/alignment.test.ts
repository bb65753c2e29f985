import { expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { earliestPossible } from '../../src/milestones/earliest-possible.ts';
import { align, type DateProposal } from '../../src/timelines/alignment.ts';

const TODAY = '2026-11-23';

const CALENDARS = sample.organizations.map(({ workingWeek, closures }) => ({
  workingWeek,
  closures: new Set(closures.map(String)),
}));

function proposalsFor(id: string): readonly DateProposal[] {
  const given = sample.dateProposals[id as keyof typeof sample.dateProposals];
  return Object.entries(given).map(([organizationId, dates]) => ({ organizationId, ...dates }));
}

function aligned(id: string) {
  return align(proposalsFor(id), {
    contributors: ['city', 'lantern', 'quillstone'],
    calendars: CALENDARS,
    today: TODAY,
  });
}

test('T1: dates that miss each other name the constraints', () => {
  expect(aligned('m10')).toMatchObject({
    status: 'no_overlap',
    gapDays: 5,
    latestStarter: 'city',
    earliestFinisher: 'quillstone',
    spreadDays: 57,
    horizonDays: 98,
  });
});

test('T2: targets far apart are misaligned, and the window has a common day', () => {
  expect(aligned('m12')).toEqual({
    status: 'misaligned',
    windowFrom: '2027-09-07',
    windowTo: '2027-09-30',
    spreadDays: 83,
    horizonDays: 265,
    suggestedOn: '2027-09-07',
  });
});

test('T3: targets close together are aligned', () => {
  expect(aligned('m11')).toEqual({
    status: 'aligned',
    windowFrom: '2027-05-10',
    windowTo: '2027-06-30',
    spreadDays: 7,
    horizonDays: 186,
    suggestedOn: '2027-05-28',
  });
});

test('T4: nothing is said while somebody has not answered', () => {
  expect(aligned('m09')).toEqual({ status: 'waiting', missing: ['quillstone'] });
});

test('T5: a meeting that wants papers before the attorney is done is missed', () => {
  const [calendar] = CALENDARS;
  if (!calendar) throw new Error('the sample is empty');
  const steps = [
    { name: 'Budget memo', workingDays: 4 },
    { name: 'Attorney review', workingDays: 6 },
    { name: 'Council vote', meetings: sample.meetings.council, papersDueWorkingDays: 10 },
  ];
  expect(earliestPossible(steps, calendar, TODAY)).toEqual({
    readyOn: '2026-12-09',
    earliestOn: '2027-01-05',
    missed: [
      { heldOn: '2026-12-01', papersDueOn: '2026-11-13' },
      { heldOn: '2026-12-15', papersDueOn: '2026-12-01' },
    ],
  });
  const late = [{ name: 'Vote', meetings: ['2026-11-24'], papersDueWorkingDays: 10 }];
  expect(earliestPossible(late, calendar, TODAY).earliestOn).toBeUndefined();
});
