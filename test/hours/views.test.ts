import { expect, test } from 'vitest';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import { listDaysOff } from '../../src/hours/list-days-off.ts';
import type { Offer } from '../../src/hours/offer-holidays.ts';
import { openHolidays } from '../../src/hours/open-holidays.ts';
import { placeOfCode } from '../../src/hours/place.ts';
import type { HoursSeen } from '../../src/hours/show-hours.ts';
import { arrangeForm, mineForm } from '../../src/hours/slack/form-view.ts';
import {
  countryForm,
  daysForm,
  holidaysInvitation,
  previewMessage,
  shownOf,
  stateForm,
} from '../../src/hours/slack/holidays-view.ts';
import { hoursHelp, hoursMessage } from '../../src/hours/slack/hours-view.ts';
import { placeWords, stretches, weekWords } from '../../src/hours/slack/words.ts';
import type { Member } from '../../src/members/member.ts';
import type { Organization } from '../../src/partnerships/partnership.ts';
import { faultsOf } from '../support/faults-of.ts';

/* Every view with a usual, an empty and a hostile value, held against the limits of the simulated Slack. */

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);

function organizationOf(words: string, more: Partial<Organization> = {}): Organization {
  return {
    id: 'o1',
    name: words,
    shortName: words,
    sector: undefined,
    timeZone: 'UTC',
    workingWeek: [1, 2, 3, 4, 5],
    closures: [],
    country: undefined,
    subdivision: undefined,
    quietHours: { from: '18:00', to: '08:00' },
    emailDomains: [],
    slackTeamIds: ['T1'],
    hasLeft: false,
    ...more,
  };
}

const MEMBER: Member = {
  id: 'm1',
  organizationId: 'o1',
  slackTeamId: 'T1',
  slackUserId: 'U1',
  displayName: 'Ana',
  timeZone: 'America/Los_Angeles',
  workingHours: { from: '09:00', to: '17:00' },
  closures: undefined,
  closuresFrom: undefined,
  digest: { weekday: 1, time: '09:00', isStopped: false },
  coordinator: true,
  representative: false,
  observer: false,
};

function seenOf(own: Organization, more: Partial<HoursSeen> = {}): HoursSeen {
  const workplace = {
    timeZone: 'America/Los_Angeles',
    calendar: { workingWeek: own.workingWeek, closures: new Set<string>() },
    workingHours: MEMBER.workingHours,
    quietHours: own.quietHours,
  };
  return {
    own,
    others: [],
    holidays: [],
    member: MEMBER,
    workplace,
    mayChange: true,
    today: '2026-11-25',
    channelId: 'C1',
    ...more,
  };
}

const everyOtherDay = Array.from({ length: 400 }, (_, n) =>
  new Date(Date.UTC(2026, 10, 25 + 2 * n)).toISOString().slice(0, 10),
);

const hostile = organizationOf(HOSTILE, {
  closures: everyOtherDay,
  country: HOSTILE.slice(0, 40),
  subdivision: HOSTILE.slice(0, 40),
  workingWeek: [1, 2, 3, 4, 5, 6, 7],
});

const worlds: readonly (readonly [string, HoursSeen])[] = [
  ['usual', seenOf(organizationOf('City', { closures: ['2026-11-26'] }))],
  [
    'empty',
    seenOf(organizationOf('City'), { own: undefined, member: undefined, workplace: undefined }),
  ],
  [
    'hostile',
    seenOf(hostile, {
      others: Array.from({ length: 60 }, () => hostile),
      holidays: everyOtherDay.map((on) => ({
        on,
        name: HOSTILE,
        isObserved: true,
        wasClosed: false,
      })),
      member: { ...MEMBER, timeZone: HOSTILE, closures: everyOtherDay, closuresFrom: HOSTILE },
    }),
  ],
];

test.each(worlds)('%s: what Slack takes, and nobody is called', (name, seen) => {
  for (const message of [hoursMessage(seen, 'Saved.'), hoursHelp('I don’t know “x”.')]) {
    expect(faultsOf(message)).toBeUndefined();
    expect(JSON.stringify(message)).not.toContain('<!channel>');
  }
  // One's own hours are in it, which nobody else sees.
  expect(hoursMessage(seen).isSecret).toBe(seen.member ? true : undefined);
  if (!seen.own || !seen.member) return;
  for (const form of [arrangeForm(seen.own, 'C1'), mineForm(seen.member, seen.own, 'C1')]) {
    expect(viewFaults(form, 'modal', []), name).toEqual([]);
  }
});

async function offerOf(code: string, organization: Organization, from: string): Promise<Offer> {
  const place = placeOfCode(code);
  const { days, until } = await listDaysOff({ place, from });
  const ticked = new Set(days.filter(({ kind }) => kind === 'public').map(({ on }) => on));
  return { place, placeName: code, organization, days, ticked, until };
}

const city = organizationOf('City');

test('every country fits into its forms, from the first day of a year on', async () => {
  const lists = await openHolidays();
  expect(lists.countries.length).toBeGreaterThan(200);
  const first = countryForm(lists.countries, 'US', 'C1');
  expect(viewFaults(first, 'modal', [])).toEqual([]);
  expect(JSON.stringify(first)).toContain('"initial_option":{"value":"US"');
  for (const country of lists.countries) {
    const parts = lists.subdivisions(country.code);
    expect(parts.length, country.code).toBeLessThan(100);
    if (parts.length > 0) {
      const form = stateForm(country, parts, undefined, 'C1');
      expect(viewFaults(form, 'modal', []), country.code).toEqual([]);
    }
    const offer = await offerOf(country.code, city, '2027-01-01');
    expect(viewFaults(daysForm(offer, 'C1'), 'modal', []), country.code).toEqual([]);
    expect(faultsOf(previewMessage(offer, 'C1')), country.code).toBeUndefined();
  }
});

test('the days of a form are those on which the organization would work, the public ones before others', async () => {
  const offer = await offerOf('US-IL', { ...city, workingWeek: [1, 2, 3, 4] }, '2027-01-01');
  expect(shownOf(offer).map(({ on }) => on)).not.toContain('2027-01-01');
  const many = Array.from({ length: 180 }, (_, n) => ({
    on: new Date(Date.UTC(2027, 0, 4 + n)).toISOString().slice(0, 10),
    name: HOSTILE,
    kind: n % 2 === 0 ? ('observance' as const) : ('public' as const),
  }));
  const everyDay = { ...city, workingWeek: [1, 2, 3, 4, 5, 6, 7] };
  const crowded = { ...offer, organization: everyDay, days: many, placeName: HOSTILE };
  const shown = shownOf(crowded);
  expect(shown).toHaveLength(100);
  expect(shown.filter(({ kind }) => kind === 'public')).toHaveLength(90);
  expect(shown.map(({ on }) => on)).toEqual(shown.map(({ on }) => on).toSorted());
  expect(viewFaults(daysForm(crowded, 'C1'), 'modal', [])).toEqual([]);
  const preview = previewMessage(crowded, 'C1');
  expect(faultsOf(preview)).toBeUndefined();
  expect(JSON.stringify(preview)).not.toContain('<!channel>');
  const nothing = { ...offer, days: [], ticked: new Set<string>() };
  expect(viewFaults(daysForm(nothing, 'C1'), 'modal', [])).toEqual([]);
  expect(previewMessage(nothing, 'C1').text).toContain('lists no day until');
  const { invitation } = holidaysInvitation(daysForm(offer, 'C1'), 'C1');
  expect(faultsOf(invitation)).toBeUndefined();
});

test.each([
  [[1, 2, 3, 4, 5], 'Monday to Friday'],
  [[1, 2, 3, 4, 7], 'Sunday to Thursday'],
  [[1, 6, 7], 'Saturday to Monday'],
  [[1, 3, 5], 'Monday, Wednesday and Friday'],
  [[1, 2], 'Monday and Tuesday'],
  [[6], 'Saturday'],
  [[1, 2, 3, 4, 5, 6, 7], 'every day'],
  [[], 'on no day'],
])('%j is %s', (week, words) => expect(weekWords(week)).toBe(words));

test.each([
  ['US-IL', 'United States (US-IL)'],
  ['us-il', 'United States (US-IL)'],
  ['DE', 'Germany (DE)'],
  ['QQ-1', 'QQ (QQ-1)'],
  ['<!channel>', '&lt;!channel&gt;'],
])('the place %s is called %s', (code, words) => expect(placeWords(code)).toBe(words));

test('closed days in a row are one stretch, over a weekend too', () => {
  const isWorked = (on: string) => ![0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay());
  const days = ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-30'];
  expect(stretches(days, isWorked)).toEqual([
    { from: '2026-12-24', to: '2026-12-28' },
    { from: '2026-12-30', to: '2026-12-30' },
  ]);
});
