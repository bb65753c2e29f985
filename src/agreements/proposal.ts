export type SubjectKind = 'term' | 'milestone' | 'vision' | 'outcome';

export type StanceKind = 'endorse' | 'accept' | 'concern' | 'object';

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
