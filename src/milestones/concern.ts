import { stillToAsk } from '../agreements/still-to-speak.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { localDate, workingDaysBetween } from '../time/calendar.ts';
import { type DateAnswer, leftBehind } from '../timelines/date-proposal.ts';
import { ownerOf, todayOf } from './assess-milestone.ts';
import type { Assessment, Health } from './health.ts';
import { isOpen, type Milestone } from './milestone.ts';
import { type NewsAsk, newsAsk } from './news-ask.ts';

/** Something about a milestone that somebody should hear today. */
export type Concern = {
  /** What makes it different from the last: the same one is not told twice. */
  readonly occasion: string;
  readonly staleAt: Date;
} & (
  | { readonly what: 'colour'; readonly health: Health; readonly isSaid: boolean }
  | { readonly what: 'dates'; readonly round: number; readonly organizationIds: readonly string[] }
  | { readonly what: 'update' | 'due'; readonly isLate: boolean }
  | { readonly what: 'owner' }
  | { readonly what: 'stance' | 'window'; readonly organizationIds: readonly string[] }
);

type Looked = {
  readonly milestone: Milestone;
  readonly assessment: Assessment | undefined;
  readonly missing: readonly string[];
  readonly answers: readonly DateAnswer[];
};

/** Working days after which somebody is reminded (domain 2.4). */
const REMIND_DATES_AFTER = [3, 6] as const;
const STALE_AFTER_DAYS = 7;

/** What is to be said of a milestone today. */
export function concernsOf(
  { milestone, assessment, missing, answers }: Looked,
  partnership: Partnership,
  now: Date,
): readonly Concern[] {
  const owner = ownerOf(milestone, partnership);
  if (!isOpen(milestone) || !owner) return [];
  const { calendar } = workplaceOf(owner);
  const today = todayOf(milestone, partnership, now);
  const staleAt = new Date(now.getTime() + STALE_AFTER_DAYS * 86_400_000);
  const daysSince = (instant: Date) =>
    workingDaysBetween(calendar, localDate(instant, owner.timeZone), today);
  const concerns: Concern[] = [];
  const present = presentOrganizations(partnership).map(({ id }) => id);
  if (assessment) concerns.push(...colourOf(milestone, assessment, today, staleAt));
  if (owner.hasLeft) {
    concerns.push({ what: 'owner', occasion: owner.id, staleAt });
  } else if (assessment) {
    const ask = askOf(milestone, assessment, partnership, now);
    if (ask) concerns.push({ ...ask, isLate: assessment.forecastOn < today, staleAt });
  }
  if (milestone.collectingSince && missing.length > 0) {
    const waited = daysSince(milestone.collectingSince);
    const round = REMIND_DATES_AFTER.filter((days) => waited >= days).length;
    if (round > 0) {
      concerns.push({
        what: 'dates',
        round,
        organizationIds: missing,
        occasion: String(round),
        staleAt,
      });
    }
  }
  const movedTo = milestone.forecasts.at(-1)?.forecastOn;
  if (movedTo && movedTo !== milestone.baselineOn) {
    const organizationIds = leftBehind(answers, movedTo).filter((id) => present.includes(id));
    if (organizationIds.length > 0)
      concerns.push({ what: 'window', organizationIds, occasion: movedTo, staleAt });
  }
  const silent = stillToAsk(milestone.open, present);
  if (milestone.open && silent.length > 0) {
    const occasion = `v${milestone.open.version}`;
    concerns.push({ what: 'stance', organizationIds: silent, occasion, staleAt });
  }
  return concerns;
}

function colourOf(
  milestone: Milestone,
  { health }: Assessment,
  today: string,
  staleAt: Date,
): readonly Concern[] {
  const said = milestone.saidHealth ?? 'green';
  // Not knowing is asked about; it is no news for the channel.
  if (health === said || health === 'unknown') return [];
  const isSaid = health !== 'green' || said === 'red' || said === 'amber';
  return [{ what: 'colour', health, isSaid, occasion: today, staleAt }];
}

/** What the owner of a milestone should have been asked by now. */
export function askOf(
  milestone: Milestone,
  { forecastOn }: Assessment,
  partnership: Partnership,
  now: Date,
): NewsAsk | undefined {
  const owner = ownerOf(milestone, partnership);
  if (!owner || owner.hasLeft) return undefined;
  const today = todayOf(milestone, partnership, now);
  const lastOn = milestone.forecasts.at(-1)?.reportedOn ?? milestone.agreedOn ?? today;
  return newsAsk({ lastOn, forecastOn, today, calendar: workplaceOf(owner).calendar });
}
