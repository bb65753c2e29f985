import { actingMember, type TransactionContext } from '../context.ts';
import { addNotes } from '../partnerships/add-note.ts';
import { agreeVersions, insertVersions, type NewVersion } from './bulk-store.ts';

export type BringInInput = {
  readonly versions: readonly NewVersion[];
  readonly floorWorkingDays: number;
  /** The members who said yes to all of it, one for each other organization; undefined: a proposal. */
  readonly endorsedBy?: readonly string[] | undefined;
};

/**
 * Puts many versions forward at once for the acting member's organization. The caller has locked their
 * subjects, and, where they are endorsed, has seen that every organization did and that the floor is over.
 */
export async function bringIn(ctx: TransactionContext, input: BringInInput): Promise<void> {
  if (input.versions.length === 0) return;
  const { id: memberId, organizationId } = actingMember(ctx);
  const openedAt = ctx.clock.now();
  const { floorWorkingDays, versions, endorsedBy } = input;
  await insertVersions(ctx.db, ctx.partnership.id, versions, {
    memberId,
    organizationId,
    floorWorkingDays,
    openedAt,
  });
  await addNotes(ctx, versions.map(noteOf('agreements.proposed')));
  if (!endorsedBy) return;
  const subjectIds = versions.map(({ subjectId }) => subjectId);
  await agreeVersions(ctx.db, ctx.partnership.id, subjectIds, endorsedBy, openedAt);
  await addNotes(ctx, versions.map(noteOf('agreements.agreed')));
}

function noteOf(what: string) {
  return ({ subjectId, version }: NewVersion) => ({ subjectId, what, detail: { version } });
}
