import type { StanceKind } from './proposal.ts';

/** A version that is put forward, as far as these rules need it. */
type OpenVersion = {
  readonly organizationId: string;
  readonly stances: readonly {
    readonly organizationId: string;
    readonly kind: StanceKind;
    readonly mayCount: boolean;
  }[];
};

/** The organizations whose yes to it is in: by putting it forward, or by a yes that counts. */
export function saidYes(open: OpenVersion): ReadonlySet<string> {
  return new Set([open.organizationId, ...whoSaid(open, ['endorse', 'accept'])]);
}

/** The organizations, of those present, whose yes to the open version is missing; none where none is open. */
export function stillToSpeak(
  open: OpenVersion | undefined,
  present: readonly string[],
): readonly string[] {
  if (!open) return [];
  const yes = saidYes(open);
  return present.filter((id) => !yes.has(id));
}

/** Those of them whose word it is now: who has objected waits for an answer, and is asked nothing. */
export function stillToAsk(
  open: OpenVersion | undefined,
  present: readonly string[],
): readonly string[] {
  const objecting = objectingTo(open, present);
  return stillToSpeak(open, present).filter((id) => !objecting.includes(id));
}

/** The organizations, of those present, that object to the open version. */
export function objectingTo(
  open: OpenVersion | undefined,
  present: readonly string[],
): readonly string[] {
  const objecting = new Set(open ? whoSaid(open, ['object']) : []);
  return present.filter((id) => objecting.has(id));
}

function whoSaid({ stances }: OpenVersion, kinds: readonly StanceKind[]): readonly string[] {
  return stances
    .filter(({ kind, mayCount }) => mayCount && kinds.includes(kind))
    .map(({ organizationId }) => organizationId);
}
