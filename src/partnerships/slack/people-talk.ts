import { actingMember, type Context, transaction } from '../../context.ts';
import { assignGuest } from '../../members/assign-guest.ts';
import { listMembers } from '../../members/list-members.ts';
import type { Member } from '../../members/member.ts';
import { nameRole, type Role } from '../../members/name-role.ts';
import { recognizeMember } from '../../members/recognize-member.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import { cut } from '../../slack/limits.ts';
import { typed } from '../../slack/mrkdwn.ts';
import { type Organization, organizationById, organizationNamed } from '../partnership.ts';
import { glance, type People } from './glance-talk.ts';
import { listed, shown } from './names.ts';

/** At once; more would keep Slack waiting. */
const MOST_NAMED = 10;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  coordinator: 'coordinator of',
  representative: 'representative of',
  observer: 'observer for',
  none: 'without a role in',
};

/** `coordinator @person`, of one's own organization; several people are named at once. */
export async function nameInWords(
  ctx: Context,
  raw: string,
  role: Role,
  people: People,
): Promise<Message> {
  const { userIds } = mentionsIn(raw, role === 'none' ? 'remove' : role);
  const members = await Promise.all(userIds.map((userId) => getMember(ctx, userId, people)));
  await transaction(ctx, async (tx) => {
    for (const { id } of members) await nameRole(tx, { memberId: id, role });
  });
  const own = organizationById(ctx.partnership, actingMember(ctx).organizationId);
  const names = listed(members.map((one) => one.displayName));
  const where = `${ROLE_WORDS[role]} ${shown(own?.shortName ?? '')}`;
  return glance(ctx, `Saved: ${names} · ${where}.`);
}

/** `guest @person ORGANIZATION`. */
export async function assignInWords(ctx: Context, raw: string, people: People): Promise<Message> {
  const { userIds, after } = mentionsIn(raw, 'guest');
  const organization = getOrganization(ctx, after);
  const guests = await Promise.all(userIds.map((userId) => getPerson(ctx, userId, people)));
  await transaction(ctx, async (tx) => {
    for (const person of guests) {
      await assignGuest(tx, { person, organizationId: organization.id });
    }
  });
  return assigned(ctx, guests, organization);
}

export function assigned(
  ctx: Context,
  people: readonly { readonly displayName: string }[],
  organization: Organization,
): Promise<Message> {
  const names = listed(people.map((one) => one.displayName));
  const verb = people.length > 1 ? 'are' : 'is';
  return glance(ctx, `${names} ${verb} assigned to ${shown(organization.shortName)}.`);
}

/** `<@U123>`, `<@U123|name>` or `@name|<@U123|name>`, one or more, and what follows the last. */
function mentionsIn(
  raw: string,
  verb: string,
): { readonly userIds: readonly string[]; readonly after: string } {
  const found = [...raw.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)];
  const userIds = [...new Set(found.map(([, userId = '']) => userId))];
  const example = `\`/partnership setup ${verb} @person${verb === 'guest' ? ' ORGANIZATION' : ''}\``;
  if (userIds.length === 0) {
    throw new Refusal('invalid', `Who? Mention the person: ${example}.`);
  }
  if (userIds.length > MOST_NAMED) {
    throw new Refusal('invalid', `Mention at most ${MOST_NAMED} people at once: ${example}.`);
  }
  const last = found.at(-1);
  const after = raw.slice((last?.index ?? 0) + (last?.[0].length ?? 0));
  return { userIds, after: typed(after).trim() };
}

/** An organization that takes part now, by its name or short name. */
export function getOrganization(ctx: Context, name: string): Organization {
  const found = organizationNamed(ctx.partnership, name);
  if (found) return found;
  const names = ctx.partnership.organizations.map((one) => one.shortName).slice(0, 10);
  throw new Refusal(
    'not-found',
    `${name ? `I don’t know the organization “${cut(name, 60)}”.` : 'Which organization?'} Here are ${names.join(', ')}. A new one: \`/partnership setup organization NAME\`.`,
    'organization',
  );
}

/** Somebody who is in a channel of the partnership: nobody else can be named in it. */
export async function getPerson(ctx: Context, userId: string, people: People) {
  const person = userId ? await people.person(userId) : undefined;
  if (person) {
    await refuseAbsent(ctx, userId, people);
    return person;
  }
  throw new Refusal(
    'not-found',
    'Slack doesn’t show me that person. Once they have written to me in the channel, try again.',
    'person',
  );
}

/** The member that a mention means; somebody who has not written to the bot yet becomes one. */
export async function getMember(
  ctx: Context,
  userId: string,
  people: People,
  field?: string,
): Promise<Member> {
  const own = (await listMembers(ctx)).find(
    (one) => one.slackUserId === userId && one.organizationId === ctx.member?.organizationId,
  );
  if (own) return own;
  const member = await recognizeMember(ctx.db, ctx.partnership, {
    userId,
    teamIds: [],
    hostTeamIds: [],
    person: () => people.person(userId),
    joining: () => refuseAbsent(ctx, userId, people),
  });
  if (member) return member;
  throw new Refusal(
    'not-found',
    'I can’t tell which of the organizations here that person works for. If they are a guest: `/partnership setup guest @person ORGANIZATION`.',
    field,
  );
}

async function refuseAbsent(ctx: Context, userId: string, people: People): Promise<void> {
  for (const channelId of ctx.partnership.channelIds) {
    if ((await people.isInChannel(channelId, userId)) !== false) return;
  }
  throw new Refusal(
    'invalid',
    'Slack says that this person is in none of the channels of this partnership now. Add them to the channel first, then try again.',
    'person',
  );
}
