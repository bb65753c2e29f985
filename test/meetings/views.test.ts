import { expect, test } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { addForm } from '../../src/meetings/slack/form-view.ts';
import { decodePending, encodePending } from '../../src/meetings/slack/ids.ts';
import { confirmMessage, meetingsMessage } from '../../src/meetings/slack/views.ts';
import { LIMITS } from '../../src/slack/limits.ts';

const HOSTILE = '<!channel> <@U1> *_~`&'.repeat(300);
const calendar = { workingWeek: [1, 2, 3, 4, 5], closures: new Set<string>() };

function sceneOf(shortName: string, timeZone = 'Europe/Berlin') {
  return {
    today: '2026-11-25',
    channelId: 'C0OPENDOORS',
    viewer: 'o1',
    timeZone,
    organizations: [{ id: 'o1', shortName, timeZone: 'America/Chicago', calendar }],
  };
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
])(
  'what is said of meetings with %s values is what Slack takes, and pings nobody',
  (_, name, org) => {
    const scene = sceneOf(org);
    const days = Array.from({ length: 60 }, (_day, n) => `2027-0${1 + (n % 9)}-${10 + (n % 18)}`);
    const all = days.map((on) => meetingOf(name, on, '18:30'));
    const pending = {
      channelId: 'C0OPENDOORS',
      name: name.slice(0, 60),
      startsAt: '18:30',
      papersDueWorkingDays: 10,
    };
    const messages = [
      meetingsMessage([], scene),
      meetingsMessage(all, scene, 'Added.'),
      confirmMessage({ ...pending, days }, scene),
      confirmMessage({ ...pending, days: ['2026-12-20'] }, scene),
    ];
    for (const { text, blocks = [] } of messages) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/<[!@]/);
      for (const block of blocks) {
        if (block.type !== 'section') continue;
        expect(block.text?.text).not.toMatch(/<[!@]/);
        expect(block.text?.text.length).toBeLessThanOrEqual(LIMITS.section);
      }
    }
    expect(JSON.stringify(addForm({ name, channelId: 'C0OPENDOORS' })).length).toBeLessThan(10_000);
    expect(decodePending(encodePending({ ...pending, days }))).toEqual({ ...pending, days });
    expect(encodePending({ ...pending, days }).length).toBeLessThanOrEqual(LIMITS.buttonValue);
  },
);

test('a time is told with its place, and by the clock of whoever reads it elsewhere', () => {
  const said = (startsAt: string, timeZone?: string) =>
    meetingsMessage([meetingOf('council', '2026-12-15', startsAt)], sceneOf('City', timeZone)).text;
  expect(said('18:30')).toContain(
    '15 December 2026, 18:30 in Chicago, 01:30 on 16 December 2026 for you: *council*',
  );
  expect(said('09:00')).toContain('15 December 2026, 09:00 in Chicago, 16:00 for you: *council*');
  expect(said('09:00', 'America/Chicago')).toContain('2026, 09:00 in Chicago: *council*');
});

test('a day on which nobody works there is asked about', () => {
  const pending = {
    channelId: 'C0OPENDOORS',
    name: 'council',
    startsAt: undefined,
    papersDueWorkingDays: undefined,
  };
  expect(confirmMessage({ ...pending, days: ['2026-12-20'] }, sceneOf('City')).text).toContain(
    '20 December 2026 is a Sunday, no working day of City. Is that right for *council*?',
  );
});
