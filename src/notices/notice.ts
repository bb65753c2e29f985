/** Something to tell a member unasked. What it says is rendered when it is sent. */
export type Notice = {
  readonly id: string;
  readonly memberId: string;
  /** `<capability>.<what>` */
  readonly kind: string;
  readonly about: string;
  readonly occasion: string;
  /** Told at the earliest. */
  readonly notBefore: Date;
  /** Told after this it would be stale. */
  readonly staleAt: Date;
};

export type NoticeEnd = 'told' | 'moot' | 'stale' | 'stopped';

export type Sorted = {
  /** Of which nothing is to be said any more. */
  readonly ended: readonly { readonly id: string; readonly end: NoticeEnd }[];
  readonly due: readonly Notice[];
  /** When the first of the others is due. */
  readonly nextAt: Date | undefined;
};

/**
 * What is to be said of the notices that wait for a member. A newer occasion of the same kind about the
 * same thing takes the place of an older one, which would say the same: both show the present state.
 */
export function sortOut(
  open: readonly Notice[],
  given: { readonly stops: ReadonlySet<string>; readonly now: Date },
): Sorted {
  const { stops, now } = given;
  const waiting = open.filter(({ kind, staleAt }) => staleAt > now && !stops.has(kind));
  const dueOnes = waiting.filter(({ notBefore }) => notBefore <= now).toSorted(byTime);
  const newest = new Map(dueOnes.map((notice) => [`${notice.kind} ${notice.about}`, notice]));
  const due = [...newest.values()];
  const later = waiting.filter(({ notBefore }) => notBefore > now).toSorted(byTime);
  const endOf = (notice: Notice): NoticeEnd => {
    if (notice.staleAt <= now) return 'stale';
    return stops.has(notice.kind) ? 'stopped' : 'moot';
  };
  const ended = open
    .filter((notice) => !due.includes(notice) && !later.includes(notice))
    .map((notice) => ({ id: notice.id, end: endOf(notice) }));
  return { ended, due, nextAt: later[0]?.notBefore };
}

function byTime(a: Notice, b: Notice): number {
  return a.notBefore.getTime() - b.notBefore.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** By which the messages are known among all that was told: the name of the job that sends them. */
export const TOLD_AS = 'notices.tell';

const SPREAD_SECONDS = 1_200;

/** How long after an opening somebody is written to: always the same, and spread over the people. */
export function spreadOf(memberId: string): number {
  const sum = [...memberId].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return sum % SPREAD_SECONDS;
}
