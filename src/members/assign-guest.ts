import { actingMember, type Context, type TransactionContext, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { type Organization, organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { coordinatorsOf, mayDescribe } from './authority.ts';
import type { Member, SlackPerson } from './member.ts';
import { changeMember, findMemberByPerson, listMembers, putMember } from './store.ts';

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
  if (organization.hasLeft) {
    throw new Refusal(
      'invalid',
      `${organization.shortName} has left this partnership.`,
      'organization',
    );
  }
  if (!person.isGuest) {
    throw new Refusal(
      'invalid',
      `${person.displayName} isn’t a guest: Slack already says which organization they work for.`,
      'person',
    );
  }
  refuseOthers(acting, organization, await listMembers(ctx.db, ctx.partnership.id));
  return transaction(ctx, (tx) => assign(tx, acting, person, organization));
}

/** Guests speak for their organization, so it is that organization which takes them in. */
function refuseOthers(
  acting: Member,
  organization: Organization,
  members: readonly Member[],
): void {
  if (mayDescribe(acting, organization, members)) return;
  const own = members.filter((one) => one.organizationId === organization.id && !one.observer);
  const named = coordinatorsOf(organization.id, own);
  const names = (named.length > 0 ? named : own).slice(0, 3).map((one) => one.displayName);
  throw new Refusal(
    'not-yours',
    names.length > 0
      ? `Who works for ${organization.shortName} is said by its own people. Ask ${names.join(' or ')} to write \`/partnership setup guest @person ORGANIZATION\`.`
      : `Who works for ${organization.shortName} is said by ${organization.slackTeamIds.length > 0 ? 'its own people' : 'a coordinator'}, with \`/partnership setup guest @person ORGANIZATION\`.`,
    'organization',
  );
}

async function assign(
  tx: TransactionContext,
  acting: Member,
  person: SlackPerson,
  organization: Organization,
): Promise<Member> {
  const known = await findMemberByPerson(tx.db, tx.partnership.id, person);
  // Also brings back who had left, so that what they said before is seen below.
  const before = await putMember(tx.db, tx.partnership.id, {
    organizationId: organization.id,
    slackTeamId: known?.slackTeamId ?? person.teamIds[0] ?? '',
    slackUserId: person.userId,
    displayName: person.displayName,
    timeZone: person.timeZone,
  });
  const isMoved = before.organizationId !== organization.id;
  if (isMoved) await refuseMove(tx, acting, before);
  const roles = { coordinator: false, representative: false, observer: false };
  const change = { organizationId: organization.id, ...(isMoved && roles) };
  await changeMember(tx.db, tx.partnership.id, before.id, change);
  await addNote(tx, undefined, 'members.assigned', {
    of: before.id,
    organization: organization.id,
  });
  return { ...before, ...change };
}

async function refuseMove(tx: TransactionContext, acting: Member, guest: Member): Promise<void> {
  const from = organizationById(tx.partnership, guest.organizationId)?.shortName ?? 'another';
  // What was said for one organization stays its word.
  if (await tx.facts.hasSpoken(tx.db, tx.partnership.id, guest.id)) {
    throw new Refusal(
      'too-late',
      `${guest.displayName} has already spoken for ${from} here, and what they said stays its word.`,
      'person',
    );
  }
  if (guest.coordinator) {
    throw new Refusal(
      'invalid',
      `${guest.displayName} is a coordinator of ${from}. That role is given up first: \`/partnership setup remove @person\`.`,
      'person',
    );
  }
  const members = await listMembers(tx.db, tx.partnership.id);
  const coordinators = coordinatorsOf(guest.organizationId, members);
  if (coordinators.length === 0 || coordinators.some(({ id }) => id === acting.id)) return;
  throw new Refusal(
    'not-yours',
    `${guest.displayName} works for ${from}, as its coordinators have it. Ask ${coordinators[0]?.displayName}.`,
    'person',
  );
}
