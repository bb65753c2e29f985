import { actingMember, type Context, type TransactionContext, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { holdOrganization } from '../partnerships/hold-organization.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { coordinatorsOf, mayDescribe } from './authority.ts';
import type { Member } from './member.ts';
import { changeMember, listMembers } from './store.ts';

export type Role = 'coordinator' | 'representative' | 'observer' | 'none';

const CHANGES = {
  coordinator: { coordinator: true, observer: false },
  representative: { representative: true, observer: false },
  observer: { coordinator: false, representative: false, observer: true },
  none: { coordinator: false, representative: false, observer: false },
} as const satisfies Record<Role, Partial<Member>>;

/** Gives a member of the acting member's own organization a role, or takes their roles away. */
export function nameRole(
  ctx: Context,
  input: { readonly memberId: string; readonly role: Role },
): Promise<Member> {
  const acting = actingMember(ctx);
  return transaction(ctx, async (tx) => {
    // Two coordinators who remove each other at once would leave none.
    await holdOrganization(tx, { organizationId: acting.organizationId });
    const members = await listMembers(tx.db, tx.partnership.id);
    const member = members.find(({ id }) => id === input.memberId);
    if (!member) throw new Refusal('not-found', 'I don’t know that person here yet.');
    refuse(tx, { member, members, role: input.role });
    const changed = { ...member, ...CHANGES[input.role] };
    await changeMember(tx.db, tx.partnership.id, member.id, CHANGES[input.role]);
    await tx.facts.tell(tx.db, 'readers.changed', { partnershipId: tx.partnership.id });
    await addNote(tx, undefined, 'members.role', { role: input.role, of: member.id });
    return changed;
  });
}

function refuse(
  tx: TransactionContext,
  given: { readonly member: Member; readonly members: readonly Member[]; readonly role: Role },
): void {
  const { member, members, role } = given;
  const organization = organizationById(tx.partnership, member.organizationId);
  const asked = members.find(({ id }) => id === actingMember(tx).id) ?? actingMember(tx);
  if (!organization || !mayDescribe(asked, organization, members)) {
    throw new Refusal(
      'not-yours',
      `${member.displayName} works for ${organization?.shortName ?? 'another organization'}. Who speaks for an organization is named by its own coordinators.`,
      role === 'representative' ? 'representatives' : 'coordinators',
    );
  }
  const isLast = member.coordinator && coordinatorsOf(organization.id, members).length === 1;
  if (isLast && (role === 'none' || role === 'observer')) {
    throw new Refusal(
      'invalid',
      `${member.displayName} is the only coordinator of ${organization.shortName}. Name another first: \`/partnership setup coordinator @person\`.`,
      'coordinators',
    );
  }
  if (role === 'none' && !member.coordinator && !member.representative && !member.observer) {
    throw new Refusal('already-done', `${member.displayName} has no role here to take away.`);
  }
  if (role !== 'none' && member[role]) {
    throw new Refusal('already-done', `${member.displayName} is ${role} already.`);
  }
}
