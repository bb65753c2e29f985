import { actingMember, type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Member } from './member.ts';
import { nameRole } from './name-role.ts';
import { changeMember, listMembers } from './store.ts';

/**
 * Names all coordinators and representatives of the acting member's organization at once, as a form
 * does: who is not in a list loses that role.
 */
export async function nameTeam(
  ctx: Context,
  input: {
    readonly coordinators: readonly Member[];
    readonly representatives: readonly Member[];
  },
): Promise<void> {
  const acting = actingMember(ctx);
  refuseOthers(acting, input.coordinators, 'coordinators');
  refuseOthers(acting, input.representatives, 'representatives');
  const before = (await listMembers(ctx.db, ctx.partnership.id)).filter(
    (one) => one.organizationId === acting.organizationId,
  );
  if (before.some((one) => one.coordinator) && input.coordinators.length === 0) {
    throw new Refusal('invalid', 'Keep at least one coordinator.', 'coordinators');
  }
  const isIn = (list: readonly Member[], one: Member) => list.some(({ id }) => id === one.id);
  await transaction(ctx, async (tx) => {
    for (const { id } of input.coordinators)
      await nameRole(tx, { memberId: id, role: 'coordinator' });
    for (const { id } of input.representatives) {
      await nameRole(tx, { memberId: id, role: 'representative' });
    }
    for (const one of before) {
      const change = {
        ...(one.coordinator && !isIn(input.coordinators, one) && { coordinator: false }),
        ...(one.representative && !isIn(input.representatives, one) && { representative: false }),
      };
      if (Object.keys(change).length === 0) continue;
      await changeMember(tx.db, tx.partnership.id, one.id, change);
    }
  });
}

function refuseOthers(acting: Member, named: readonly Member[], field: string): void {
  const other = named.find((one) => one.organizationId !== acting.organizationId);
  if (!other) return;
  throw new Refusal(
    'not-yours',
    `${other.displayName} works for another organization; theirs names its own people.`,
    field,
  );
}
