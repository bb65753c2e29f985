import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/milestones/health.ts';
import type { Seen } from '../../src/milestones/list-milestones.ts';
import type { Milestone } from '../../src/milestones/milestone.ts';
import { colourMessage } from '../../src/milestones/slack/announcement-view.ts';
import { digestLines } from '../../src/milestones/slack/digest-view.ts';
import { listMessage, waitingMilestone } from '../../src/milestones/slack/list-view.ts';
import { stanceButtons, updateButtons } from '../../src/milestones/slack/milestone-buttons.ts';
import { milestoneMessage, sharedMessage } from '../../src/milestones/slack/milestone-view.ts';
import { askWords } from '../../src/milestones/slack/notice-view.ts';
import { reasonWords } from '../../src/milestones/slack/reason-words.ts';
import { because, calm, drop, forecast, labels, lantern, put, scene, seenOf } from './seen.ts';

describe('giving up is asked as what it is', () => {
  const seen = calm({ open: drop() });

  test('in a notice, in the digest, in Home and in the list', () => {
    expect(askWords('stance', seen, scene)).toBe(
      'Lantern would give up *Pilot*. Is that right for you? Everybody sees your answer.',
    );
    const news = { since: new Date('2026-11-16'), until: new Date('2026-11-23'), givesDates: true };
    const lines = digestLines(because(['slipped'], seen), scene, news);
    expect(lines.map(({ text }) => text)).toEqual([
      'Lantern would give up *Pilot*. Is that right for you?',
    ]);
    expect(waitingMilestone(seen, scene).text).toContain('Lantern would give up *Pilot*');
    expect(listMessage([seen], 1, scene).text).toContain('agreed · Lantern would give it up');
  });

  test('its yes is asked once more, and its no is to keep it', () => {
    const [yes, no] = stanceButtons(seen, scene);
    expect([yes?.text.text, no?.text.text]).toEqual(['Yes, give it up', 'No, keep it']);
    expect(yes?.confirm?.text?.text).toContain('Give up “Pilot”?');
    expect([no?.confirm, yes?.style]).toEqual([undefined, undefined]);
  });
});

describe('a day that has passed', () => {
  test.each([
    ['2026-12-04', '2026-12-07', '*Pilot* was expected on 4 December. Done, or which day now?'],
    ['2026-12-04', '2026-12-04', '*Pilot*: today is the day. Done, or which day do you expect?'],
    ['2026-12-04', '2026-12-03', '*Pilot*: 4 December is near. Done, or still then?'],
  ])('%s, read on %s', (on, today, expected) => {
    const seen = calm({ forecasts: [forecast('2026-08-03T15:00Z', on)] });
    expect(askWords('due', seen, { ...scene, today })).toBe(expected);
  });

  test('a day that is known not to hold is not asked about as if it might', () => {
    const seen = because(['short_of_time'], calm());
    expect(askWords('update', seen, scene)).toBe(
      '*Pilot* is red: 7 working days left for 10 days of work. Which day do you expect now?',
    );
  });

  test('a correction on the same day is no move', () => {
    const forecasts = [
      forecast('2026-08-03T15:00Z', '2026-12-15'),
      forecast('2026-11-16T15:00Z', '2027-12-15'),
      forecast('2026-11-16T15:01Z', '2026-12-15'),
    ];
    expect(askWords('update', calm({ forecasts }), scene)).toBe('*Pilot*: still 15 December?');
  });
});

describe('done', () => {
  test('is asked once more, and says what it waits for', () => {
    const confirmOf = (seen: Seen) =>
      updateButtons(seen, scene).find(({ text }) => text.text === 'Done')?.confirm?.text?.text;
    expect(confirmOf(calm())).toBe('Done: “Pilot”? I tell the channel.');
    const waitsFor = [seenOf('Permit', 2).milestone, seenOf('Notices', 3).milestone];
    expect(confirmOf(calm({}, { waitsFor }))).toBe(
      'Done: “Pilot”? I tell the channel. It waits for “Permit2” and “Notices3”, which are not done.',
    );
  });

  test('a day that can’t hold makes the new date the likely answer', () => {
    const primary = (seen: Seen) =>
      updateButtons(seen, scene).flatMap(({ style, text }) => (style ? [text.text] : []));
    expect(primary(calm())).toEqual(['Still 15 January 2027']);
    expect(primary(because(['short_of_time'], calm()))).toEqual(['New date']);
  });
});

describe('reasons', () => {
  const red = (reasons: readonly Reason[], more: Partial<Milestone> = {}, s: Partial<Seen> = {}) =>
    reasonWords(because(reasons, calm(more, s)), scene);

  test('a meeting that can’t be made names it, its papers and the next one', () => {
    const steps = [{ name: 'Vote', meeting: 'council', papersDueWorkingDays: 10 }];
    const earliest = {
      earliestOn: '2027-01-19',
      readyOn: '2026-12-09',
      missed: [{ heldOn: '2027-01-05', papersDueOn: '2026-11-20' }],
    };
    expect(red(['misses_meeting'], { steps }, { earliest })).toEqual([
      'it can’t make 5 January 2027: papers were due 20 November. The next meeting is 19 January 2027',
    ]);
    expect(red(['misses_meeting'])).toEqual([
      'its own steps and meetings allow 19 January 2027 at the earliest',
    ]);
  });

  test('what it waits for is said with the work and the day', () => {
    const permit = seenOf('', 2, {
      title: 'Permit',
      forecasts: [forecast('2026-11-16T15:00Z', '2027-01-29')],
    }).milestone;
    const seen = calm({ remainingWorkingDays: 25 }, { waitsFor: [permit] });
    const late = because(['waiting_on_late_dependency'], seen);
    const { assessment } = late;
    const given = {
      ...late,
      assessment: assessment && { ...assessment, lateDependencies: [permit.id] },
    };
    expect(reasonWords(given, scene)).toEqual([
      'it needs 25 working days after “Permit”, expected 29 January 2027',
    ]);
  });

  test('no days of work are not compared with anything', () => {
    const none = calm({ remainingWorkingDays: 0 });
    const { assessment } = none;
    const thin = { ...none, assessment: assessment && { ...assessment, workingDaysLeft: 0 } };
    expect(reasonWords(because(['thin_buffer'], thin), scene).join()).not.toMatch(/\b0\b/);
  });

  test('three at most, as a list, without semicolons', () => {
    const all: readonly Reason[] = [
      'past_limit',
      'misses_meeting',
      'short_of_time',
      'slipped',
      'drifting',
      'stale',
    ];
    const { text } = milestoneMessage(because(all, calm()), scene);
    expect(text.match(/^• /gm)).toHaveLength(3);
    expect(text).not.toContain(';');
  });
});

describe('a colour that changed', () => {
  test('rings for nobody and asks nobody', () => {
    const message = colourMessage(because(['slipped', 'short_of_time'], calm()), scene, 'green');
    expect(message?.text).toBe(
      '*Pilot* is red:\n• 31 days later than agreed.\n• 7 working days left for 10 days of work.',
    );
    expect(labels(message ?? { text: '' })).toEqual(['Open', 'How likely?']);
    expect(sharedMessage(calm(), scene).text).toContain('(Renata Okafor)');
    expect(sharedMessage(calm(), scene).text).not.toContain('<@');
  });

  test('from red to amber is one quiet line', () => {
    const seen = because(['slipped'], calm());
    const { assessment } = seen;
    const amber: Seen = { ...seen, assessment: assessment && { ...assessment, health: 'amber' } };
    expect(colourMessage(amber, scene, 'red')?.text).toBe(
      '*Pilot* is amber now, it was red: 15 January 2027.',
    );
    expect(labels(colourMessage(amber, scene, 'red') ?? { text: '' })).toEqual([]);
    expect(colourMessage(amber, scene, 'green')?.text).toContain('*Pilot* is amber: 31 days');
  });
});

describe('the digest', () => {
  const news = {
    since: new Date('2026-11-16T15:00Z'),
    until: new Date('2026-11-23T15:00Z'),
    givesDates: true,
  };
  const texts = (seen: Seen) => digestLines(seen, scene, news).map(({ text }) => text);
  const agreed = forecast('2026-08-03T15:00Z', '2026-12-15');

  test('two moves in a week are one, from what was expected before', () => {
    const forecasts = [
      agreed,
      forecast('2026-11-17T15:00Z', '2026-12-22'),
      forecast('2026-11-19T15:00Z', '2027-01-06'),
    ];
    expect(texts(calm({ forecasts }))).toEqual([
      '*Pilot* moved from 15 December to 6 January 2027.',
    ]);
    expect(texts(because(['slipped'], calm({ forecasts })))).toEqual([
      '*Pilot* is red: 31 days later than agreed. It moved from 15 December to 6 January 2027.',
    ]);
    const back = [...forecasts, forecast('2026-11-20T15:00Z', '2026-12-15')];
    expect(texts(calm({ forecasts: back }))).toEqual([]);
  });

  test('what was told last Monday is not told again', () => {
    const at = (instant: string) => calm({ forecasts: [forecast(instant, '2027-02-12')] });
    expect(texts(at('2026-11-16T14:59Z'))).toEqual([]);
    expect(texts(at('2026-11-16T15:01Z'))).toEqual(['All of us agreed: *Pilot* on 15 December.']);
  });

  test('a good thing says how early it came', () => {
    const done = { doneOn: '2026-11-20', changedAt: new Date('2026-11-20T10:00Z') };
    expect(texts(calm({ ...done, baselineOn: '2027-02-18' }))).toEqual([
      'Good news: *Pilot* is done, 90 days early.',
    ]);
  });

  test('what is mine and what waits for me says so', () => {
    const seen = because(['slipped'], calm({ open: put('o2', '2027-02-01') }));
    const mine = (given: typeof scene) =>
      digestLines(seen, given, news).map(({ slot, isMine }) => [slot, isMine]);
    expect(mine(scene)).toEqual([
      ['at_risk', true],
      ['waiting', true],
    ]);
    expect(mine(lantern)).toEqual([
      ['at_risk', false],
      ['waiting', false],
    ]);
  });
});
