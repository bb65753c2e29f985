import { type Context, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { addDays } from '../time/days.ts';
import { deleteApart, putApart } from './store.ts';
import { todayOf } from './today-of.ts';

const MOST_DAYS = 3 * 366;

const NOT_YOURS =
  'A coordinator of your organization keeps it apart from another one. `/partnership` says who that is.';

/**
 * People of the acting coordinator's organization and of another one are not introduced to each other until
 * the end of an ISO date (domain 5.3.2). No reason is asked for, and none is shown. Groups that were
 * introduced before are left alone.
 */
export async function keepApart(
  ctx: Context,
  input: { readonly otherId: string; readonly until: string },
): Promise<void> {
  const member = await coordinatingMember(ctx, NOT_YOURS);
  const { otherId, until } = input;
  const { organizationId } = member;
  refuseOwn(ctx, organizationId, otherId);
  const today = todayOf(ctx, member);
  if (until < today) throw new Refusal('invalid', 'That day has passed.', 'until');
  if (until > addDays(today, MOST_DAYS)) {
    throw new Refusal('invalid', 'Three years are the most; it can be said again then.', 'until');
  }
  await transaction(ctx, async (tx) => {
    await putApart(tx.db, ctx.partnership.id, { organizationId, otherId, until });
    await addNote(tx, undefined, 'checkins.kept-apart', { otherId, until });
  });
}

/** It ends now. False where it did not hold. */
export async function endApart(
  ctx: Context,
  input: { readonly otherId: string },
): Promise<boolean> {
  const { organizationId } = await coordinatingMember(ctx, NOT_YOURS);
  const { otherId } = input;
  refuseOwn(ctx, organizationId, otherId);
  return transaction(ctx, async (tx) => {
    const had = await deleteApart(tx.db, ctx.partnership.id, { organizationId, otherId });
    if (had) await addNote(tx, undefined, 'checkins.together', { otherId });
    return had;
  });
}

function refuseOwn({ partnership }: Context, organizationId: string, otherId: string): void {
  if (!organizationById(partnership, otherId)) {
    throw new Refusal('not-found', 'I don’t know that organization here.', 'organization');
  }
  if (organizationId !== otherId) return;
  const sentence =
    'That is your own organization, whose people are never introduced to each other.';
  throw new Refusal('invalid', sentence, 'organization');
}
