import { actingMember, type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { coordinatorsOf, mayDescribe } from './authority.ts';
import type { Member } from './member.ts';
import { changeMember, listMembers } from './store.ts';

export type Role = 'coordinator' | 'representative' | 'observer' | 'none';

/** Gives a member of the acting member's own organization a role, or takes their roles away. */
export async function nameRole(
  ctx: Context,
  input: { readonly memberId: string; readonly role: Role },
): Promise<Member> {
  const acting = actingMember(ctx);
  const members = await listMembers(ctx.db, ctx.partnership.id);
  const member = members.find(({ id }) => id === input.memberId);
  if (!member) throw new Refusal('not-found', 'I don’t know that person here yet.');
  const organization = organizationById(ctx.partnership, member.organizationId);
  if (!organization || !mayDescribe(acting, organization, members)) {
    throw new Refusal(
      'not-yours',
      `${member.displayName} works for ${organization?.shortName ?? 'another organization'}. Who speaks for an organization is named by its own coordinators.`,
      input.role === 'representative' ? 'representatives' : 'coordinators',
    );
  }
  const losesCoordinator = input.role === 'none' || input.role === 'observer';
  if (
    member.coordinator &&
    losesCoordinator &&
    coordinatorsOf(organization.id, members).length === 1
  ) {
    throw new Refusal(
      'invalid',
      `${member.displayName} is the only coordinator of ${organization.shortName}. Name another first: \`/partnership setup coordinator @person\`.`,
    );
  }
  const change = {
    coordinator: { coordinator: true, observer: false },
    representative: { representative: true, observer: false },
    observer: { coordinator: false, representative: false, observer: true },
    none: { coordinator: false, representative: false, observer: false },
  }[input.role];
  await transaction(ctx, async (tx) => {
    await changeMember(tx.db, tx.partnership.id, member.id, change);
    await addNote(tx, undefined, 'members.role', { role: input.role, of: member.id });
  });
  return { ...member, ...change };
}
