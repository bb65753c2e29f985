import type { Db } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { type Member, organizationOfPerson, type SlackPerson } from './member.ts';
import { findMemberByPerson, putMember } from './store.ts';

/**
 * The member that Slack says is asking. Somebody new becomes a member of the organization they work
 * for; undefined when nothing tells which that is.
 */
export async function recognizeMember(
  db: Db,
  partnership: Partnership,
  input: {
    readonly userId: string;
    readonly teamIds: readonly string[];
    /** Where the bot is installed: the payloads of guests name it too. */
    readonly hostTeamIds: readonly string[];
    /** Asked of Slack only for people who are new here, or had left. */
    readonly person: () => Promise<SlackPerson | undefined>;
    /** Refuses whoever may not become a member, or be one again; asked before they do. */
    readonly joining: () => Promise<void>;
  },
): Promise<Member | undefined> {
  const known = input.teamIds.length > 0 && (await findMemberByPerson(db, partnership.id, input));
  if (known) return known;
  const person = (await input.person()) ?? asThePayloadSays(input);
  if (!person) return undefined;
  const sameUnderAnotherTeam = await findMemberByPerson(db, partnership.id, person);
  if (sameUnderAnotherTeam) return sameUnderAnotherTeam;
  const organization = organizationOfPerson(partnership, person);
  const slackTeamId = person.teamIds[0];
  if (!organization || !slackTeamId) return undefined;
  await input.joining();
  return inTransaction(db, (tx) =>
    putMember(tx, partnership.id, {
      organizationId: organization.id,
      slackTeamId,
      slackUserId: person.userId,
      displayName: person.displayName,
      timeZone: person.timeZone,
    }),
  );
}

/**
 * Slack may not show a person whose clicks it sends: their team is in the payload all the same. Of the
 * host's it does not tell whether they are a guest, so nobody becomes a member by it.
 */
function asThePayloadSays(input: {
  readonly userId: string;
  readonly teamIds: readonly string[];
  readonly hostTeamIds: readonly string[];
}): SlackPerson | undefined {
  const { userId, teamIds, hostTeamIds } = input;
  if (teamIds.some((id) => hostTeamIds.includes(id))) return undefined;
  const unknown = { displayName: 'Somebody', timeZone: undefined, email: undefined };
  return { userId, teamIds, ...unknown, isGuest: false, isGone: false };
}
