import { actingMember, type Context, organizationOf, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { holdOrganization } from '../partnerships/hold-organization.ts';
import { Refusal } from '../refusal.ts';
import { mayDescribe } from './authority.ts';
import type { Member } from './member.ts';
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
  const organization = organizationOf(ctx, acting);
  refuseOthers(acting, input.coordinators, 'coordinators');
  refuseOthers(acting, input.representatives, 'representatives');
  await transaction(ctx, async (tx) => {
    // Two who save at once, each without the other's coordinator, would leave none.
    await holdOrganization(tx, { organizationId: organization.id });
    const members = await listMembers(tx.db, tx.partnership.id);
    const own = members.filter((one) => one.organizationId === organization.id);
    const changes = own.flatMap((one) => {
      const coordinator = input.coordinators.some(({ id }) => id === one.id);
      const representative = input.representatives.some(({ id }) => id === one.id);
      const isSame = coordinator === one.coordinator && representative === one.representative;
      return isSame ? [] : [{ id: one.id, coordinator, representative }];
    });
    if (changes.length === 0) return;
    if (!mayDescribe(own.find(({ id }) => id === acting.id) ?? acting, organization, members)) {
      throw new Refusal(
        'not-yours',
        `A coordinator of ${organization.shortName} names who looks after the partnership and who speaks.`,
        'coordinators',
      );
    }
    if (own.some((one) => one.coordinator) && input.coordinators.length === 0) {
      throw new Refusal(
        'invalid',
        'Keep at least one coordinator, or choose who follows.',
        'coordinators',
      );
    }
    for (const { id, ...roles } of changes) {
      const isNamed = roles.coordinator || roles.representative;
      const change = { ...roles, ...(isNamed && { observer: false }) };
      await changeMember(tx.db, tx.partnership.id, id, change);
      await tx.facts.tell(tx.db, 'readers.changed', { partnershipId: tx.partnership.id });
      await addNote(tx, undefined, 'members.team', { ...roles, of: id });
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
