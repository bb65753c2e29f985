import { actingMember, type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { mayChangePartnership, mayDescribe } from './authority.ts';
import type { Member, SlackPerson } from './member.ts';
import { changeMember, findMemberByPerson, hasSpoken, listMembers, putMember } from './store.ts';

/** Says which organization a guest of the workspace works for. */
export async function assignGuest(
  ctx: Context,
  input: { readonly person: SlackPerson; readonly organizationId: string },
): Promise<Member> {
  const acting = actingMember(ctx);
  const { person } = input;
  const organization = organizationById(ctx.partnership, input.organizationId);
  if (!organization)
    throw new Refusal('not-found', 'That organization is not in this partnership.', 'organization');
  if (!person.isGuest) {
    throw new Refusal(
      'invalid',
      `${person.displayName} isn’t a guest: Slack already says which organization they work for.`,
      'person',
    );
  }
  const members = await listMembers(ctx.db, ctx.partnership.id);
  if (!mayDescribe(acting, organization, members) && !mayChangePartnership(acting, members)) {
    throw new Refusal('not-yours', 'Guests are assigned by a coordinator. Ask one of yours.');
  }
  return transaction(ctx, async (tx) => {
    const known = await findMemberByPerson(tx.db, tx.partnership.id, person);
    if (
      known &&
      known.organizationId !== organization.id &&
      (await hasSpoken(tx.db, tx.partnership.id, known.id))
    ) {
      throw new Refusal(
        'too-late',
        `${person.displayName} has already spoken for another organization here, and what they said stays its word.`,
        'person',
      );
    }
    const member = await putMember(tx.db, tx.partnership.id, {
      organizationId: organization.id,
      slackTeamId: known?.slackTeamId ?? person.teamIds[0] ?? '',
      slackUserId: person.userId,
      displayName: person.displayName,
      timeZone: person.timeZone,
    });
    await changeMember(tx.db, tx.partnership.id, member.id, {
      organizationId: organization.id,
      ...(known &&
        known.organizationId !== organization.id && { coordinator: false, representative: false }),
    });
    await addNote(tx, undefined, 'members.assigned', {
      member: member.id,
      organization: organization.id,
    });
    return { ...member, organizationId: organization.id };
  });
}
