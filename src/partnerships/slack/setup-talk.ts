import { actingMember, type Context } from '../../context.ts';
import { assignGuest } from '../../members/assign-guest.ts';
import type { Member } from '../../members/member.ts';
import { nameRole, type Role } from '../../members/name-role.ts';
import { recognizeMember } from '../../members/recognize-member.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import { inert, typed } from '../../slack/mrkdwn.ts';
import { addOrganization } from '../add-organization.ts';
import { changePartnership } from '../change-partnership.ts';
import { type Description, describeOrganization } from '../describe-organization.ts';
import { domainsIn } from '../description.ts';
import { organizationNamed, type Partnership, type Sector } from '../partnership.ts';
import { glance, type PersonOf } from './glance-talk.ts';
import { setupHelp } from './help-view.ts';

const ROLES: Readonly<Record<string, Role>> = {
  coordinator: 'coordinator',
  representative: 'representative',
  observer: 'observer',
  remove: 'none',
};

const SECTORS: readonly string[] = ['public', 'private', 'nonprofit'] satisfies Sector[];

/** `setup …` in words, for where no form can be opened. `rest` still has Slack's tokens for people. */
export async function setUpInWords(
  ctx: Context,
  rest: string,
  personOf: PersonOf,
): Promise<Message> {
  const [, first = '', raw = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const verb = first.toLowerCase();
  const words = typed(raw).trim();
  const describe = async (description: Description, organizationId?: string) => {
    const id = organizationId ?? actingMember(ctx).organizationId;
    return said(ctx, await describeOrganization(ctx, { ...description, organizationId: id }));
  };
  if (verb === 'name') return said(ctx, await changePartnership(ctx, { name: words }));
  if (verb === 'purpose') return said(ctx, await changePartnership(ctx, { purpose: words }));
  if (verb === 'rename') return describe({ name: words });
  if (verb === 'short') return describe({ shortName: words });
  if (verb === 'zone') return describe({ timeZone: words });
  if (verb === 'sector') return describe({ sector: sectorIn(words) });
  if (verb === 'organization') {
    return said(ctx, (await addOrganization(ctx, { name: words })).partnership);
  }
  if (verb === 'domain') {
    const [domain = '', ...name] = words.split(/\s+/);
    const organization = name.length > 0 ? getOrganization(ctx, name.join(' ')) : undefined;
    return describe({ emailDomains: domainsIn(domain) }, organization?.id);
  }
  if (verb === 'guest') {
    const { userId, after } = mentionIn(raw);
    const person = await personOf(userId);
    if (!person) throw new Refusal('not-found', 'Slack doesn’t show me that person.');
    await assignGuest(ctx, { person, organizationId: getOrganization(ctx, after).id });
    return glance(ctx, `${inert(person.displayName)} is assigned.`);
  }
  const role = Object.hasOwn(ROLES, verb) ? ROLES[verb] : undefined;
  if (role) {
    const member = await getMember(ctx, mentionIn(raw).userId, personOf);
    await nameRole(ctx, { memberId: member.id, role });
    return glance(ctx, `Saved for ${inert(member.displayName)}.`);
  }
  return setupHelp(
    verb === 'help'
      ? 'What can be set up in words:'
      : `I don’t know “${inert(typed(first))}”. What can be set up in words:`,
  );
}

function said(ctx: Context, partnership: Partnership): Promise<Message> {
  return glance({ ...ctx, partnership }, 'Saved.');
}

function sectorIn(words: string): Sector {
  const sector = words.toLowerCase();
  if (SECTORS.includes(sector)) return sector as Sector;
  throw new Refusal(
    'invalid',
    'A sector is public, nonprofit or private: `/partnership setup sector public`.',
  );
}

/** `<@U123>` or `<@U123|name>`, and what follows it. */
function mentionIn(raw: string): { readonly userId: string; readonly after: string } {
  const [, userId, after = ''] = /<@([A-Z0-9]+)(?:\|[^>]*)?>\s*([\s\S]*)/.exec(raw) ?? [];
  if (userId) return { userId, after: typed(after).trim() };
  throw new Refusal(
    'invalid',
    'Who? Mention the person: `/partnership setup coordinator @person`.',
  );
}

function getOrganization(ctx: Context, name: string) {
  const found = organizationNamed(ctx.partnership, name);
  if (found) return found;
  const names = ctx.partnership.organizations.map((one) => one.shortName).join(', ');
  throw new Refusal(
    'not-found',
    `${name ? `I don’t know the organization “${name}”` : 'Which organization?'} Here are ${names}. A new one: \`/partnership setup organization NAME\`.`,
    'organization',
  );
}

/** The member that a mention means; somebody who has not written to the bot yet becomes one. */
export async function getMember(ctx: Context, userId: string, personOf: PersonOf): Promise<Member> {
  const member = await recognizeMember(ctx.db, ctx.partnership, {
    userId,
    teamIds: [],
    person: () => personOf(userId),
  });
  if (member) return member;
  throw new Refusal(
    'not-found',
    'I can’t tell which of the organizations here that person works for. If they are a guest: `/partnership setup guest @person ORGANIZATION`.',
  );
}
