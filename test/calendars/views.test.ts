import { expect, test } from 'vitest';
import {
  type CalendarScene,
  calendarMessage,
  fileLead,
  fileProblem,
  linkMessage,
  offMessage,
} from '../../src/calendars/slack/calendar-view.ts';
import { faultsOf } from '../support/faults-of.ts';

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);
const SCENES: readonly CalendarScene[] = ['Open Doors', '', HOSTILE].flatMap((partnershipName) =>
  [undefined, 'https://ground.example'].flatMap((publicUrl) =>
    [undefined, '2026-11-24'].map((linkMadeOn) => ({
      partnershipName,
      channelId: 'C0OPENDOORS',
      publicUrl,
      linkMadeOn,
    })),
  ),
);
const ADDRESS = `https://ground.example/calendar/${'x'.repeat(43)}.ics`;

test('every message keeps Slack’s limits, and names people to nobody', () => {
  for (const scene of SCENES) {
    const messages = [
      calendarMessage(scene),
      linkMessage({ address: ADDRESS, isAnew: false }, scene),
      linkMessage({ address: ADDRESS, isAnew: true }, scene),
      offMessage(scene),
      fileLead({ entries: 0 }, scene),
      fileLead({ entries: 61 }, scene),
      fileProblem('Slack did not take the file.', scene),
    ];
    for (const message of messages) {
      expect([message.text.slice(0, 60), faultsOf(message)]).toEqual([
        message.text.slice(0, 60),
        undefined,
      ]);
      expect(JSON.stringify(message)).not.toMatch(/<!channel>|<@U0/);
    }
  }
});

test('the address is told in a message that is never said in public, and nowhere else', () => {
  for (const scene of SCENES) {
    expect(linkMessage({ address: ADDRESS, isAnew: false }, scene)).toMatchObject({
      text: expect.stringContaining(ADDRESS),
      isSecret: true,
    });
    expect(JSON.stringify(calendarMessage(scene))).not.toContain('/calendar/');
  }
});

test('only what is possible is offered', () => {
  const offered = SCENES.slice(0, 4).map((scene) =>
    JSON.stringify(calendarMessage(scene)).match(/(?<="action_id":")[a-z.]+/g),
  );
  expect(offered).toEqual([
    ['calendars.file'],
    ['calendars.file', 'calendars.off'],
    ['calendars.file', 'calendars.link'],
    ['calendars.file', 'calendars.renew', 'calendars.off'],
  ]);
  expect(calendarMessage(SCENES[0] as CalendarScene).text).toContain('set `PUBLIC_URL`');
});
