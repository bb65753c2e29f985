import { type Standing, standing } from '../agreements/standing.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';

export type ImportState =
  | 'reading'
  | 'ready'
  | 'asking'
  | 'applying'
  | 'done'
  | 'cancelled'
  | 'failed';

export type Consent = { readonly organizationId: string; readonly memberId: string };

/** A glossary that somebody brings in. */
export type TermImport = {
  readonly id: string;
  readonly state: ImportState;
  readonly source: string;
  readonly fileId: string | undefined;
  readonly pasted: string | undefined;
  readonly channelId: string;
  readonly author: Consent & { readonly slackUserId: string; readonly displayName: string };
  /** Where its author sees how it goes. */
  readonly preview: { readonly channelId: string; readonly ts: string } | undefined;
  /** Where the coordinators are asked. */
  readonly askedTs: string | undefined;
  readonly askedAt: Date | undefined;
  readonly problem: string | undefined;
  readonly proposedCount: number;
  readonly agreedCount: number;
  readonly consents: readonly Consent[];
};

/** Whether a coordinator of every organization has confirmed, and the floor is over in every calendar. */
export function standingOfImport(
  given: Pick<TermImport, 'author' | 'consents' | 'askedAt'>,
  partnership: Partnership,
  now: Date,
): Standing {
  const organizations = presentOrganizations(partnership).map((o) => ({
    id: o.id,
    timeZone: o.timeZone,
    calendar: { workingWeek: o.workingWeek, closures: new Set(o.closures) },
  }));
  const said = new Set(given.consents.map(({ organizationId }) => organizationId));
  const missing = organizations.filter(({ id }) => !said.has(id)).map(({ id }) => id);
  if (missing.length > 0) return { state: 'proposed', waitingFor: missing, objections: 0 };
  return standing({
    proposal: {
      organizationId: given.author.organizationId,
      openedAt: given.askedAt ?? now,
      floorWorkingDays: partnership.termFloorWorkingDays,
      editorial: false,
    },
    organizations,
    stances: given.consents.map(({ organizationId }) => ({
      organizationId,
      kind: 'endorse' as const,
      mayCount: true,
    })),
    lazyConsent: false,
    homonym: false,
    now,
  });
}
