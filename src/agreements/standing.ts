import { addWorkingDays, localDate, startOfDay, type WorkingCalendar } from '../time/calendar.ts';
import { EDITORIAL_WORKING_DAYS, type StanceKind } from './proposal.ts';
import { saidYes } from './still-to-speak.ts';

export type StandingInput = {
  readonly proposal: {
    readonly organizationId: string;
    readonly openedAt: Date;
    readonly floorWorkingDays: number;
    readonly editorial: boolean;
  };
  readonly organizations: readonly {
    readonly id: string;
    readonly timeZone: string;
    readonly calendar: WorkingCalendar;
  }[];
  readonly stances: readonly {
    readonly organizationId: string;
    readonly kind: StanceKind;
    readonly mayCount: boolean;
  }[];
  readonly lazyConsent: boolean;
  readonly homonym: boolean;
  readonly now: Date;
};

export type Standing = {
  readonly state: 'proposed' | 'disputed' | 'agreed';
  /** The organizations that still have to speak. */
  readonly waitingFor: readonly string[];
  readonly objections: number;
  /** The moment at which time alone may change the answer. */
  readonly dueAt?: Date;
};

/** Working days after which silence may count, where a partnership chose that (domain 3.2.6). */
const LAZY_WORKING_DAYS = 10;

/**
 * Whether a version is an agreement (design 1; domain 3.2.4–3.2.6): every organization said yes, its
 * own proposer's counting as such; nobody objects; the floor has passed in every calendar.
 */
export function standing(input: StandingInput): Standing {
  const { proposal, organizations, now } = input;
  const counting = input.stances.filter((stance) => stance.mayCount);
  // Whoever has left holds up nothing any more.
  const isHere = (organizationId: string) => organizations.some(({ id }) => id === organizationId);
  const objections = counting.filter(
    (stance) => stance.kind === 'object' && isHere(stance.organizationId),
  ).length;
  const yes = saidYes({ organizationId: proposal.organizationId, stances: input.stances });
  const silent = organizations.filter(({ id }) => !yes.has(id));
  const hasRealYes = organizations.some(({ id }) => id !== proposal.organizationId && yes.has(id));
  const mayBeSilent = input.lazyConsent && !input.homonym && hasRealYes;
  const consentsAt = (one: (typeof organizations)[number]) => passes(one, LAZY_WORKING_DAYS);
  const waiting = silent.filter((one) => !(mayBeSilent && consentsAt(one) <= now));
  const waitingFor = waiting.map(({ id }) => id);
  if (objections > 0) return { state: 'disputed', waitingFor, objections };
  if (organizations.length < 2) return { state: 'proposed', waitingFor, objections };

  const floor = Math.max(
    proposal.floorWorkingDays,
    proposal.editorial ? EDITORIAL_WORKING_DAYS : 0,
  );
  const moments = [
    ...organizations.map((one) => passes(one, floor)),
    ...(mayBeSilent ? waiting.map(consentsAt) : []),
  ];
  const last = new Date(Math.max(...moments.map((moment) => moment.getTime())));
  if (waiting.length > 0) {
    return { state: 'proposed', waitingFor, objections, ...(mayBeSilent && { dueAt: last }) };
  }
  if (last > now) return { state: 'proposed', waitingFor, objections, dueAt: last };
  return { state: 'agreed', waitingFor, objections };

  /** When this many of an organization's working days have passed since the version opened. */
  function passes(one: (typeof organizations)[number], workingDays: number): Date {
    if (workingDays === 0) return proposal.openedAt;
    const openedOn = localDate(proposal.openedAt, one.timeZone);
    return startOfDay(addWorkingDays(one.calendar, openedOn, workingDays), one.timeZone);
  }
}
