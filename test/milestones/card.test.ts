import { describe, expect, test } from 'vitest';
import { alignmentMessage } from '../../src/milestones/slack/alignment-view.ts';
import { confirmMessage } from '../../src/milestones/slack/confirm-view.ts';
import { historyMessage } from '../../src/milestones/slack/history-view.ts';
import { milestoneMessage } from '../../src/milestones/slack/milestone-view.ts';
import {
  addedMessage,
  proposedMessage,
  reportedMessage,
} from '../../src/milestones/slack/outcome-view.ts';
import { timelineMessage } from '../../src/milestones/slack/timeline-view.ts';
import { because, calm, labels, lantern, put, scene, seenOf } from './seen.ts';

describe('the card', () => {
  test('says how it stands with both days, and what is put forward with its yes', () => {
    const { text } = milestoneMessage(calm({ open: put('o1', '2027-02-01') }), scene);
    expect(text).toContain('green · expected 15 January 2027, agreed for 15 December');
    expect(text).toContain('City put *1 February 2027* forward, so its yes is in. Waiting for Lan');
    expect(milestoneMessage(calm({ isDropped: true }), scene).text).toContain('*Pilot* · given up');
  });

  test('shows the plan', () => {
    const steps = [
      { name: 'Budget memo', workingDays: 4 },
      { name: 'Vote', meeting: 'council', papersDueWorkingDays: 10 },
    ];
    const { text } = milestoneMessage(calm({ steps, latestAcceptableOn: '2027-03-01' }), scene);
    expect(text).toContain('Work left: 10 working days.');
    expect(text).toContain('The latest day that would do: 1 March 2027.');
    expect(text).toContain(
      'Steps: Budget memo (4 working days), then Vote (council, papers 10 working days before).',
    );
  });

  const draft = { baselineOn: undefined, agreedOn: undefined, forecasts: [] };
  const answers = seenOf('', 1).answers.map((one) => ({ ...one, note: undefined }));
  const unknown = { assessment: undefined };

  test('asks for dates whenever they are missing, and of whom it has them, to change them', () => {
    const missing = calm({ isCollecting: true }, { missing: ['o1'] });
    expect(labels(milestoneMessage(missing, scene))).toContain('Give our dates');
    const given = calm({ ...draft, isCollecting: true }, { ...unknown, missing: ['o2'] });
    expect(labels(milestoneMessage(given, scene))).toContain('Change our dates');
    expect(milestoneMessage(given, scene).text).toContain('nobody sees another’s yet');
  });

  test('of a clash says so and offers the ways through', () => {
    const alignment = {
      status: 'no_overlap',
      gapDays: 5,
      latestStarter: 'o1',
      earliestFinisher: 'o3',
      windowFrom: '2027-03-03',
      windowTo: '2027-02-26',
      spreadDays: 60,
      horizonDays: 90,
    } as const;
    const message = milestoneMessage(calm(draft, { ...unknown, answers, alignment }), scene);
    expect(message.text).toContain('they miss each other by 5 days');
    expect(labels(message)).toEqual(
      expect.arrayContaining(['Split it', 'Join later', 'Look further', 'Change our dates']),
    );
  });

  test('claims no window that nobody gave', () => {
    const days = answers.map((one) => ({ ...one, earliestOn: undefined, latestOn: undefined }));
    const alignment = {
      status: 'misaligned',
      suggestedOn: '2027-03-01',
      windowFrom: '2026-12-14',
      windowTo: '2027-06-01',
      spreadDays: 60,
      horizonDays: 90,
    } as const;
    const { text } = alignmentMessage(calm(draft, { answers: days, alignment }), scene);
    expect(text).toContain(
      'the dates are all in, and the days people would like lie 60 days apart',
    );
    expect(text).not.toContain('window');
    const one = calm(draft, { ...unknown, answers: days });
    expect(timelineMessage([one], scene).text).not.toContain('any day');
  });

  test('of a dispute lets whoever objected take it back, and the others put another date forward', () => {
    const objection = { organizationId: 'o2', slackUserId: 'U2', name: 'Josué', kind: 'object' };
    const open = put('o1', '2027-02-01', [{ ...objection, reason: 'Holidays', mayCount: true }]);
    const seen = calm({ ...draft, open }, unknown);
    expect(labels(milestoneMessage(seen, lantern))).toContain('Take it back');
    expect(labels(milestoneMessage(seen, scene))).toContain('Put another date forward');
    expect(labels(milestoneMessage(seen, scene))).not.toContain('Take it back');
  });

  test('never has two primary buttons', () => {
    const seen = calm({ open: put('o2', '2027-02-01'), isCollecting: true }, { missing: ['o1'] });
    const { blocks } = milestoneMessage(seen, scene);
    expect(JSON.stringify(blocks).match(/"primary"/g)).toHaveLength(1);
  });

  test.each([
    [0.5, 'Our milestones have taken a little less time than planned.'],
    [1.05, undefined],
    [1.34, 'Our milestones have taken about 1.3 times as long as planned.'],
  ])('with ours having taken %s times as long', (usualLength, words) => {
    const { text } = milestoneMessage(calm(draft, { ...unknown, usualLength }), scene);
    if (words) expect(text).toContain(words);
    else expect(text).not.toContain('Our milestones');
  });

  test('whatever shows one’s own blind answer is a secret', () => {
    const own = answers.slice(0, 1);
    const blind = calm(
      { ...draft, isCollecting: true },
      { ...unknown, answers: own, missing: ['o2'] },
    );
    expect(milestoneMessage(blind, scene).isSecret).toBe(true);
    expect(timelineMessage([blind], scene).isSecret).toBe(true);
    expect(addedMessage({ seen: blind, outcome: 'collecting' }, scene).isSecret).toBe(true);
    const pending = {
      verb: 'dates',
      channelId: 'C0',
      on: '2027-01-01',
      words: '\n\nPilot',
      isPublic: false,
    } as const;
    expect(confirmMessage('1 January', [pending]).isSecret).toBe(true);
    const bare = { ...blind, answers: [] };
    expect(milestoneMessage(bare, scene).isSecret).toBe(false);
    expect(timelineMessage([bare], scene).isSecret).toBe(false);
  });
});

describe('after a click', () => {
  test('a day outside of what somebody said is told with a way back', () => {
    const answers = [
      {
        milestoneId: 'm',
        organizationId: 'o1',
        earliestOn: undefined,
        targetOn: '2027-01-15',
        latestOn: '2027-02-05',
        confidence: undefined,
        note: undefined,
      },
    ];
    const open = put('o2', '2027-03-01');
    const seen = calm({ baselineOn: undefined, forecasts: [], open }, { answers });
    const said = proposedMessage({ seen, isAgreed: false }, lantern);
    expect(said.text).toContain('That is after the latest day of City (5 February 2027).');
    expect(labels(said)).toEqual(['Take it back', 'Open']);
  });

  test('still, though the time is short, asks whether the plan is right', () => {
    const seen = because(['short_of_time'], calm());
    const said = reportedMessage({ seen, before: '2027-01-15', on: '2027-01-15' }, scene);
    expect(said.text).toBe(
      'Thank you: still 15 January 2027. That leaves 7 working days for 10 days of work. Is the plan still right?',
    );
    expect(labels(said)).toEqual(['Plan', 'Open']);
    expect(said.answered?.text).toContain('You said: still 15 January 2027.');
  });
});

test('the history says what changed', () => {
  const line = (what: string, more: object = {}) => ({
    id: 1,
    meaning: undefined,
    relation: undefined,
    isBlind: false,
    at: new Date('2026-11-20T15:00Z'),
    who: 'Renata Okafor',
    organizationId: 'o1',
    what,
    version: undefined,
    reason: undefined,
    on: undefined,
    before: undefined,
    content: undefined,
    ...more,
  });
  const content = { title: 'Pilot', on: '2026-12-15' };
  const lines = [
    line('agreements.proposed', { version: 1, content }),
    line('agreements.agreed', { version: 1 }),
    line('milestones.reported', { on: '2026-12-15', before: '2026-12-15' }),
    line('milestones.reported', { on: '2027-01-05', before: '2026-12-15' }),
    line('milestones.planned'),
    line('milestones.revealed'),
  ];
  expect(historyMessage(calm(), lines, scene).text.split('\n').slice(1)).toEqual([
    '20 November · Renata Okafor (City) put 15 December forward',
    '20 November · All agreed on 15 December',
    '20 November · Renata Okafor (City) still expects 15 December',
    '20 November · Renata Okafor (City) moved it from 15 December to 5 January 2027',
    '20 November · Renata Okafor (City) changed the plan',
    '20 November · All dates were in',
  ]);
});
