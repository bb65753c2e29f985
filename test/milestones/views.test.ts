import { expect, test } from 'vitest';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import { chosenLines } from '../../src/digest/digest-line.ts';
import { digestMessage, openMessages, whenMessage } from '../../src/digest/slack/views.ts';
import type { Assessment } from '../../src/milestones/health.ts';
import type { Seen } from '../../src/milestones/list-milestones.ts';
import type { Milestone } from '../../src/milestones/milestone.ts';
import {
  agreedLine,
  colourMessage,
  doneLine,
  reopenedLine,
} from '../../src/milestones/slack/announcement-view.ts';
import { alignmentMessage } from '../../src/milestones/slack/dates-view.ts';
import {
  addForm,
  confidenceForm,
  datesForm,
  moveForm,
  objectForm,
  proposeForm,
  stepOutForm,
} from '../../src/milestones/slack/form-view.ts';
import { milestonesHelp } from '../../src/milestones/slack/help-view.ts';
import { listMessage, waitingBlocks } from '../../src/milestones/slack/list-view.ts';
import { milestoneMessage, sharedMessage } from '../../src/milestones/slack/milestone-view.ts';
import { askWords } from '../../src/milestones/slack/notice-view.ts';
import {
  confirmMessage,
  doneMessage,
  droppedMessage,
  reopenedMessage,
} from '../../src/milestones/slack/outcome-view.ts';
import { planForm } from '../../src/milestones/slack/plan-view.ts';
import { timelineMessage } from '../../src/milestones/slack/timeline-view.ts';
import { trendMessage } from '../../src/milestones/slack/trend-view.ts';
import type { Message } from '../../src/slack/answer.ts';

/* Every view with a usual, an empty and a hostile value, held against the limits of the simulated Slack. */

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);
const ids = ['o1', 'o2', 'o3'];

function faultsOf({ text, blocks }: Message): unknown {
  return messageFaults({
    text,
    blocks: blocks && [...blocks],
    attachments: undefined,
    metadata: undefined,
  });
}

function seenOf(words: string, n: number, more: Partial<Milestone> = {}): Seen {
  const milestone: Milestone = {
    id: `${n}`.padStart(36, 'a'),
    title: words.slice(0, 110) + n,
    doneMeans: words.slice(0, 300),
    ownerOrganizationId: 'o1',
    owner: { memberId: 'm1', slackUserId: 'U0RENATA' },
    contributors: ids,
    dependsOn: [],
    latestAcceptableOn: '2027-03-01',
    leadTime: undefined,
    remainingWorkingDays: 10,
    steps: [{ name: words.slice(0, 60), workingDays: 4 }],
    isCollecting: false,
    collectingSince: undefined,
    baselineOn: '2026-12-15',
    agreedOn: '2026-08-03',
    doneOn: undefined,
    isDropped: false,
    forecasts: [
      { reportedOn: '2026-08-03', forecastOn: '2026-12-15', reason: undefined },
      { reportedOn: '2026-11-16', forecastOn: '2027-01-15', reason: 'approval' },
    ],
    confidence: ids.map((organizationId, at) => ({ organizationId, value: at + 2 })),
    open: {
      version: 2,
      content: { title: words, on: '2027-02-01' },
      organizationId: 'o1',
      openedAt: new Date('2026-11-20'),
      stances: [
        {
          organizationId: 'o2',
          slackUserId: 'U2',
          name: words.slice(0, 80),
          kind: 'object',
          reason: words.slice(0, 300),
          mayCount: true,
        },
      ],
    },
    latestVersion: 2,
    saidHealth: 'green',
    createdAt: new Date('2026-08-03'),
    changedAt: new Date('2026-08-03'),
    sequence: 1,
    ...more,
  };
  const assessment: Assessment = {
    health: 'red',
    reasons: [
      'misses_meeting',
      'short_of_time',
      'slipped',
      'confidence_gap',
      'waiting_on_late_dependency',
    ],
    forecastOn: '2027-01-15',
    slipDays: 31,
    rate: 0.4,
    workingDaysLeft: 7,
    buffer: -0.3,
    projectedOn: '2027-02-01',
    earliestPossibleOn: '2027-01-19',
    lateDependencies: [],
  };
  return {
    milestone,
    assessment,
    answers: ids.map((organizationId) => ({
      milestoneId: milestone.id,
      organizationId,
      earliestOn: '2027-01-01',
      targetOn: '2027-01-15',
      latestOn: '2027-02-01',
      confidence: 4,
      note: words.slice(0, 300),
    })),
    missing: [],
    usualLength: undefined,
    waitsFor: [],
    neededBy: [milestone],
  };
}

const calendar = { workingWeek: [1, 2, 3, 4, 5], closures: new Set<string>() };

test.each([
  ['usual', 'Pilot open in three neighborhoods', 'City'],
  ['empty', '', ''],
  ['hostile', HOSTILE, HOSTILE.slice(0, 40)],
])(
  'what is said of milestones with %s values is what Slack takes, and pings nobody',
  (_, words, shortName) => {
    const organizations = ids.map((id) => ({ id, shortName, hasLeft: false }));
    const scene = { organizations, channelId: 'C0OPENDOORS', viewer: 'o1', today: '2026-11-23' };
    const one = seenOf(words, 1);
    const many = Array.from({ length: 30 }, (_seen, n) => seenOf(words, n));
    const done = seenOf(words, 2, { doneOn: '2026-12-10', open: undefined });
    const dropped = seenOf(words, 3, {
      isDropped: true,
      baselineOn: undefined,
      agreedOn: undefined,
      open: undefined,
    });
    const orphaned = organizations.map((one) => ({ ...one, hasLeft: one.id === 'o1' }));
    const digestScene = {
      partnershipName: words.slice(0, 80),
      channelId: 'C0OPENDOORS',
      digest: { weekday: 1, time: '09:00', isStopped: false },
    };
    const lines = chosenLines([{ slot: 'late', weight: 1, text: milestoneText(words) }]);
    const { post, thread } = openMessages({ lines, more: 3 }, 'U0LENA', digestScene);
    const pending = { verb: 'add', channelId: 'C0OPENDOORS', on: '2027-03-01', words } as const;
    const messages = [
      milestoneMessage(one, scene, 'Saved.'),
      sharedMessage(one, scene, words.slice(0, 80)),
      listMessage(many, 2, scene),
      listMessage([], 1, scene),
      timelineMessage(many, scene),
      timelineMessage([], scene),
      trendMessage(many, scene),
      trendMessage([], scene),
      alignmentMessage(one, [calendar], scene),
      agreedLine(one, scene),
      doneLine(done, scene),
      doneMessage({ ...done, waitsFor: [one.milestone] }, scene),
      droppedMessage({ seen: dropped, outcome: 'dropped' }, scene),
      reopenedLine(one, scene),
      reopenedMessage({ seen: one, was: 'done' }, scene),
      reopenedMessage({ seen: one, was: 'dropped' }, scene),
      ...(['dates', 'due', 'owner', 'stance', 'update', 'window'] as const).map((what) => ({
        text: askWords(what, one, scene),
      })),
      milestoneMessage(one, { ...scene, organizations: orphaned }, 'Saved.'),
      colourMessage(one, scene) ?? { text: '' },
      confirmMessage(words.slice(0, 100), [pending]),
      milestonesHelp(),
      { text: 'home', blocks: waitingBlocks(many, scene) },
      digestMessage({ lines, more: 0 }, digestScene),
      digestMessage({ lines: [], more: 0 }, digestScene),
      whenMessage(digestScene),
      post,
      thread,
    ];
    for (const message of messages)
      expect([message.text.slice(0, 60), faultsOf(message)]).toEqual([
        message.text.slice(0, 60),
        undefined,
      ]);
    expect(JSON.stringify(messages, withoutPlainText)).not.toMatch(/<!channel>|<@U2>/);

    const forms = [
      addForm({ title: words.slice(0, 120), on: '2027-03-01' }, scene),
      datesForm(one, scene),
      moveForm(one, scene),
      proposeForm(one, scene, '2027-03-01'),
      stepOutForm(one, scene),
      objectForm(one, scene),
      confidenceForm(one, scene),
      planForm(
        one,
        many.map(({ milestone }) => milestone),
        scene,
      ),
    ];
    if (words) for (const form of forms) expect(viewFaults(form, 'modal')).toEqual([]);
  },
);

/** What Slack shows as it is pings nobody: buttons, values, alternative texts and charts. */
function withoutPlainText(key: string, value: unknown): unknown {
  const type = (value as { type?: string } | null)?.type;
  const isPlain = type === 'plain_text' || type === 'data_visualization';
  return isPlain || key === 'value' || key === 'accessibility_label' ? undefined : value;
}

function milestoneText(words: string): string {
  return `*${words.length}* is late`;
}
