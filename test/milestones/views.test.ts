import { expect, test } from 'vitest';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import { sixLines } from '../../src/digest/six-lines.ts';
import {
  allMessage,
  digestMessage,
  openMessages,
  whenMessage,
} from '../../src/digest/slack/views.ts';
import { alignmentMessage } from '../../src/milestones/slack/alignment-view.ts';
import {
  agreedLine,
  colourMessage,
  doneLine,
  reopenedLine,
} from '../../src/milestones/slack/announcement-view.ts';
import { confirmMessage, reasonsMessage } from '../../src/milestones/slack/confirm-view.ts';
import { digestLines } from '../../src/milestones/slack/digest-view.ts';
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
import { listMessage, waitingMilestone } from '../../src/milestones/slack/list-view.ts';
import { milestoneMessage, sharedMessage } from '../../src/milestones/slack/milestone-view.ts';
import { askWords } from '../../src/milestones/slack/notice-view.ts';
import {
  doneMessage,
  droppedMessage,
  reopenedMessage,
} from '../../src/milestones/slack/outcome-view.ts';
import { planForm } from '../../src/milestones/slack/plan-view.ts';
import { timelineMessage } from '../../src/milestones/slack/timeline-view.ts';
import { trendMessage } from '../../src/milestones/slack/trend-view.ts';
import { missedMessage, severalMessage } from '../../src/milestones/slack/unfound-view.ts';
import { waitingBlocks } from '../../src/slack/waiting.ts';
import { faultsOf } from '../support/faults-of.ts';
import { ids, seenOf } from './seen.ts';

/* Every view with a usual, an empty and a hostile value, held against the limits of the simulated Slack. */

const HOSTILE = '<!channel> & <@U0RENATA> `*_~ '.repeat(166);

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
    const news = { since: new Date('2026-11-01'), until: new Date('2026-11-30'), givesDates: true };
    const all = many.flatMap((seen) => digestLines(seen, scene, news));
    const lines = sixLines(all);
    const { post, thread } = openMessages({ lines, all }, 'U0LENA', digestScene);
    const pending = {
      verb: 'add',
      channelId: 'C0OPENDOORS',
      on: '2027-03-01',
      words,
      isPublic: true,
    } as const;
    const messages = [
      milestoneMessage(one, scene, 'Saved.'),
      sharedMessage(one, scene, words.slice(0, 80)),
      listMessage(many, 2, scene),
      listMessage([], 1, scene),
      timelineMessage(many, scene),
      timelineMessage([], scene),
      trendMessage(many, scene),
      trendMessage([], scene),
      alignmentMessage(one, scene),
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
      reasonsMessage({ seen: one, before: '2027-03-16', on: '2027-04-30' }, words, scene),
      severalMessage(many, scene),
      missedMessage({ missed: words, near: many.slice(0, 3) }, scene, undefined),
      missedMessage({ missed: words, near: many.slice(0, 3) }, scene, 'object'),
      milestonesHelp(),
      { text: 'home', blocks: waitingBlocks(many.map((one) => waitingMilestone(one, scene))) },
      digestMessage({ lines, all }, digestScene),
      digestMessage({ lines: [], all: [] }, digestScene),
      allMessage({ lines, all }, digestScene),
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
      planForm(one, many, scene),
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
