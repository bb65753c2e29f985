import type { Assessment, Reason } from '../../src/milestones/health.ts';
import type { Seen } from '../../src/milestones/list-milestones.ts';
import type { Milestone } from '../../src/milestones/milestone.ts';
import type { Message } from '../../src/slack/answer.ts';

export const ids = ['o1', 'o2', 'o3'];

/** A red milestone with a date put forward that somebody objects to; what differs is given. */
export function seenOf(
  words: string,
  n: number,
  more: Partial<Milestone> = {},
  seen: Partial<Seen> = {},
): Seen {
  const milestone: Milestone = {
    id: `${n}`.padStart(36, 'a'),
    title: words.slice(0, 110) + n,
    doneMeans: words.slice(0, 300),
    ownerOrganizationId: 'o1',
    owner: { memberId: 'm1', slackUserId: 'U0RENATA', name: 'Renata Okafor' },
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
      {
        reportedOn: '2026-08-03',
        forecastOn: '2026-12-15',
        reason: undefined,
        at: new Date('2026-08-03T15:00:00Z'),
      },
      {
        reportedOn: '2026-11-16',
        forecastOn: '2027-01-15',
        reason: 'approval',
        at: new Date('2026-11-16T15:00:00Z'),
      },
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
    earliest: undefined,
    alignment: undefined,
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
    ...seen,
  };
}

const NAMES = ['City', 'Lantern', 'Quillstone'];
export const scene = {
  organizations: ids.map((id, at) => ({ id, shortName: NAMES[at] ?? '', hasLeft: false })),
  channelId: 'C0OPENDOORS',
  viewer: 'o1',
  userId: 'U0RENATA',
  today: '2026-11-23',
};
export const lantern = { ...scene, viewer: 'o2', userId: 'U2' };

/** Agreed, green and without anything open, unless it is given. */
export function calm(more: Partial<Milestone> = {}, seen: Partial<Seen> = {}): Seen {
  const plain = { open: undefined, steps: [], confidence: [], doneMeans: undefined, ...more };
  const one = seenOf('Pilot', 1, { title: 'Pilot', latestAcceptableOn: undefined, ...plain });
  const green = one.assessment && { ...one.assessment, health: 'green' as const, reasons: [] };
  return { ...one, assessment: green, neededBy: [], answers: [], ...seen };
}

export function because(reasons: readonly Reason[], seen: Seen): Seen {
  const { assessment } = seen;
  return { ...seen, assessment: assessment && { ...assessment, health: 'red', reasons } };
}

export const forecast = (at: string, forecastOn: string) => ({
  reportedOn: at.slice(0, 10),
  forecastOn,
  reason: undefined,
  at: new Date(at),
});

export function labels({ blocks = [] }: Message): readonly string[] {
  return JSON.stringify(blocks).match(/(?<="text":\{"type":"plain_text","text":")[^"]*/g) ?? [];
}

export const drop = (organizationId = 'o2') => ({
  version: 3,
  content: { title: 'Pilot', on: '2026-12-15', dropped: true as const },
  organizationId,
  openedAt: new Date('2026-11-20'),
  stances: [],
});

export const put = (organizationId: string, on: string, stances: readonly object[] = []) =>
  ({
    version: 2,
    content: { title: 'Pilot', on },
    organizationId,
    openedAt: new Date('2026-11-20'),
    stances,
  }) as Milestone['open'];
