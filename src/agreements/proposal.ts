export type SubjectKind = 'term' | 'milestone' | 'vision' | 'outcome';

export type StanceKind = 'endorse' | 'accept' | Doubt;

/** Why somebody does not say yes, with a reason: an objection blocks, a concern is noted. */
export type Doubt = 'object' | 'concern';

/** What a line says in the place of the reason: `object TERM = REASON`. */
export const REASON_WORDS: Readonly<Record<Doubt, string>> = { object: 'REASON', concern: 'WHAT' };

export function isDoubt(said: string): said is Doubt {
  return Object.hasOwn(REASON_WORDS, said);
}

/** Why nothing can be said of it: no version of it is open. */
export function nothingOpen(name: string): string {
  return `Nothing is waiting for an answer about “${name}” right now.`;
}

export type Stance = {
  readonly memberId: string;
  readonly slackUserId: string;
  readonly organizationId: string;
  readonly kind: StanceKind;
  readonly reason: string | undefined;
  readonly carried: boolean;
  /** False when the organization named representatives and this member is not one of them. */
  readonly mayCount: boolean;
};

/** One version of what one organization puts forward; `content` is the owning capability's. */
export type Proposal = {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly organizationId: string;
  readonly memberId: string;
  readonly content: unknown;
  readonly editorial: boolean;
  readonly floorWorkingDays: number;
  readonly openedAt: Date;
  readonly stances: readonly Stance[];
};

/** Working days within which a coordinator may dispute that a change is only wording (domain 3.2.5). */
export const EDITORIAL_WORKING_DAYS = 2;
