import { daysBetween } from '../time/days.ts';
import type { MoveReason } from './forecast.ts';

export const TITLE_LIMIT = 120;
export const DONE_LIMIT = 300;
export const MOST_STEPS = 10;

export type MilestoneState = 'draft' | 'proposed' | 'disputed' | 'agreed' | 'done' | 'dropped';

/** What the organizations agree about. */
export type MilestoneContent = {
  readonly title: string;
  /** ISO date. */
  readonly on: string;
  readonly doneMeans?: string;
  /** It is not pursued any more. */
  readonly dropped?: true;
};

export type MilestoneStance = {
  readonly organizationId: string;
  readonly slackUserId: string;
  readonly name: string;
  readonly kind: 'endorse' | 'accept' | 'concern' | 'object';
  readonly reason: string | undefined;
  readonly mayCount: boolean;
};

/** A step on the owner's way: some working days, or a meeting that wants papers before it. */
export type MilestoneStep =
  | { readonly name: string; readonly workingDays: number }
  | {
      readonly name: string;
      /** The name of the owner's series. */
      readonly meeting: string;
      readonly papersDueWorkingDays: number | undefined;
    };

export type Milestone = {
  readonly id: string;
  readonly title: string;
  readonly doneMeans: string | undefined;
  readonly ownerOrganizationId: string;
  readonly owner:
    | { readonly memberId: string; readonly slackUserId: string; readonly name: string }
    | undefined;
  /** The organizations that take part: their dates count. */
  readonly contributors: readonly string[];
  /** The ids of those that have to be reached before. */
  readonly dependsOn: readonly string[];
  readonly latestAcceptableOn: string | undefined;
  /** Working days that such a thing takes; typical is the one people reckon with. */
  readonly leadTime: LeadTime | undefined;
  readonly remainingWorkingDays: number;
  readonly steps: readonly MilestoneStep[];
  /** Dates are being collected blind. */
  readonly isCollecting: boolean;
  readonly collectingSince: Date | undefined;
  /** What all agreed to, and when. Never moves. */
  readonly baselineOn: string | undefined;
  readonly agreedOn: string | undefined;
  readonly doneOn: string | undefined;
  readonly isDropped: boolean;
  /** Oldest first. */
  readonly forecasts: readonly Forecasted[];
  readonly confidence: readonly { readonly organizationId: string; readonly value: number }[];
  readonly open:
    | {
        readonly version: number;
        readonly content: MilestoneContent;
        readonly organizationId: string;
        readonly openedAt: Date;
        readonly stances: readonly MilestoneStance[];
      }
    | undefined;
  readonly latestVersion: number;
  /** The colour that was last said in the channel. */
  readonly saidHealth: string | undefined;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly sequence: number;
};

/** Of work or of waiting that is understood. */
export const MOST_WORKING_DAYS = 1_000;

export type LeadTime = {
  readonly minimum: number;
  readonly typical: number;
  readonly maximum: number;
};

type Forecasted = {
  readonly reportedOn: string;
  readonly forecastOn: string;
  readonly reason: MoveReason | undefined;
  readonly at: Date;
};

export function stateOf(milestone: Milestone): MilestoneState {
  if (milestone.isDropped) return 'dropped';
  if (milestone.doneOn) return 'done';
  if (milestone.open) {
    const { stances } = milestone.open;
    if (stances.some((one) => one.kind === 'object' && one.mayCount)) return 'disputed';
    return milestone.baselineOn ? 'agreed' : 'proposed';
  }
  return milestone.baselineOn ? 'agreed' : 'draft';
}

/** Neither reached nor given up. */
export function isOpen(milestone: Milestone): boolean {
  return !milestone.isDropped && milestone.doneOn === undefined;
}

/**
 * The same as it counts now: of those that take part, the organizations that are here. What is over
 * stays as it was.
 */
export function amongPresent(milestone: Milestone, present: readonly string[]): Milestone {
  if (!isOpen(milestone)) return milestone;
  const contributors = milestone.contributors.filter((id) => present.includes(id));
  return {
    ...milestone,
    owner: present.includes(milestone.ownerOrganizationId) ? milestone.owner : undefined,
    open: milestone.open && {
      ...milestone.open,
      stances: milestone.open.stances.filter(
        ({ kind, organizationId }) => kind !== 'object' || present.includes(organizationId),
      ),
    },
    contributors,
    confidence: milestone.confidence.filter(({ organizationId }) =>
      contributors.includes(organizationId),
    ),
  };
}

/** Whose people say how it stands: its owner's; those of all who take part, once that has left. */
export function ownersOf(
  { ownerOrganizationId, contributors }: Milestone,
  present: readonly string[],
): readonly string[] {
  if (present.includes(ownerOrganizationId)) return [ownerOrganizationId];
  const heirs = contributors.filter((id) => present.includes(id));
  return heirs.length > 0 ? heirs : present;
}

/** Everybody who takes part has said their dates; one alone has nobody to compare them with. */
export function isAnswered(
  { contributors }: Pick<Milestone, 'contributors'>,
  answers: readonly { readonly organizationId: string }[],
): boolean {
  const answered = (id: string) => answers.some(({ organizationId }) => organizationId === id);
  return contributors.length < 2 || contributors.every(answered);
}

/** Days after somebody said that it is done within which it can be said that it is not. */
const REOPENED_WITHIN_DAYS = 7;

/** Whether one of its owner's people may say that it is under way after all. What all agreed to give up stays so. */
export function isReopenable(milestone: Milestone, today: string): boolean {
  if (milestone.isDropped) return milestone.baselineOn === undefined;
  if (!milestone.doneOn) return false;
  // Nothing changes it once it is done, so that this is when it was said.
  const saidOn = milestone.changedAt.toISOString().slice(0, 10);
  return daysBetween(saidOn, today) <= REOPENED_WITHIN_DAYS;
}

/** The date that people reckon with now: the latest forecast, or what is put forward. */
export function expectedOn(milestone: Milestone): string | undefined {
  if (milestone.doneOn) return milestone.doneOn;
  return (
    milestone.forecasts.at(-1)?.forecastOn ?? milestone.baselineOn ?? milestone.open?.content.on
  );
}

/** Two titles are the same milestone, whatever their case, spaces and final stop. */
export function normalizeTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<![\s.!?…])[\s.!?…]+$/, '')
    .trim();
}

/** What is wrong with a title; undefined when nothing is. */
export function titleFault(title: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(title)) {
    return 'What is to be reached? Give it a short name, such as “Pilot open in three neighborhoods”.';
  }
  if (title.length > TITLE_LIMIT) {
    return `That name has ${title.length} characters; ${TITLE_LIMIT} is the most. What it takes to be done can be said separately.`;
  }
  if (title.includes('=')) {
    return 'A name can’t hold an equals sign: what follows it is the date.';
  }
  return undefined;
}
