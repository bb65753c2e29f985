import { expect, test } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { daysQuestion, meetingLine } from '../../src/meetings/slack/views.ts';

const HOSTILE = '<!channel> <@U1> *_~`&'.repeat(300);

function sceneOf(shortName: string, timeZone = 'Europe/Berlin') {
  const city = {
    id: 'o1',
    name: shortName,
    shortName,
    sector: undefined,
    timeZone: 'America/Chicago',
    workingWeek: [1, 2, 3, 4, 5],
    closures: [],
    country: undefined,
    subdivision: undefined,
    quietHours: { from: '18:00', to: '08:00' },
    emailDomains: [],
    slackTeamIds: [],
    hasLeft: false,
  };
  return { today: '2026-11-25', viewer: 'o1', timeZone, organizations: [city] };
}

function meetingOf(name: string, heldOn: string, startsAt: string | undefined): Meeting {
  return {
    id: heldOn,
    organizationId: 'o1',
    name,
    heldOn,
    startsAt,
    minutes: 60,
    papersDueWorkingDays: 10,
    changedAt: new Date('2026-11-25'),
  };
}

test.each([
  ['usual', 'council', 'City'],
  ['empty', '', ''],
  ['hostile', HOSTILE, HOSTILE.slice(0, 40)],
])('what is said of meetings with %s values pings nobody', (_, name, org) => {
  const scene = sceneOf(org);
  const question = (days: readonly string[]) =>
    daysQuestion(name, days, { isCertain: false, scene })?.says ?? '';
  const said = [
    meetingLine(meetingOf(name, '2027-01-12', '18:30'), scene),
    question(['2026-12-20']),
    question(['2026-12-21', '2026-12-22']),
  ];
  for (const text of said) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/<[!@]/);
  }
});

test('a time is told with its place, and by the clock of whoever reads it elsewhere', () => {
  const said = (startsAt: string, timeZone?: string) =>
    meetingLine(meetingOf('council', '2026-12-15', startsAt), sceneOf('City', timeZone));
  expect(said('18:30')).toContain(
    '15 December 2026, 18:30 in Chicago, 01:30 on 16 December 2026 for you: *council*',
  );
  expect(said('09:00')).toContain('15 December 2026, 09:00 in Chicago, 16:00 for you: *council*');
  expect(said('09:00', 'America/Chicago')).toContain('2026, 09:00 in Chicago: *council*');
});

test.each([
  ['2026-12-01', ' · papers were due '],
  ['2026-12-09', ' · *papers due* '],
  ['2026-12-23', ' · *papers due* '],
  ['2026-12-24', ' · papers due '],
])('papers of a meeting on %s: %s', (heldOn, words) => {
  expect(meetingLine(meetingOf('council', heldOn, undefined), sceneOf('City'))).toContain(words);
});

test('days are asked about where they can be read in other ways, or nobody works there', () => {
  const question = (days: readonly string[], isCertain: boolean) =>
    daysQuestion('council', days, { isCertain, scene: sceneOf('City') })?.says;
  expect(question(['2026-12-21'], true)).toBeUndefined();
  expect(question(['2026-12-21'], false)).toContain('as *Monday 21 December 2026*. Is that right?');
  expect(question(['2026-12-20'], true)).toBe(
    '20 December 2026 is a Sunday, no working day of City. Is that right for *council*?',
  );
  expect(question(['2026-12-20', '2026-12-21'], true)).toContain(
    '• Sunday 20 December 2026, no working day of City\n• Monday 21 December 2026\n',
  );
});
