import { actingMember, type Context, organizationOf } from '../../context.ts';
import type { Role } from '../../members/name-role.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import { cut } from '../../slack/limits.ts';
import { firstWord } from '../../slack/line.ts';
import { bold, inert, typed } from '../../slack/mrkdwn.ts';
import { addOrganization } from '../add-organization.ts';
import { changePartnership } from '../change-partnership.ts';
import { type Description, describeOrganization } from '../describe-organization.ts';
import { domainsIn } from '../description.ts';
import {
  type Organization,
  organizationById,
  type Partnership,
  type Sector,
} from '../partnership.ts';
import { glance, type People } from './glance-talk.ts';
import { setupHelp } from './help-view.ts';
import { assignInWords, getOrganization, nameInWords } from './people-talk.ts';

type Verb = (ctx: Context, words: string) => Promise<Message>;

const VERBS: Readonly<Record<string, Verb>> = {
  async name(ctx, words) {
    const partnership = await changePartnership(ctx, { name: words });
    return said(ctx, partnership, `Saved: the partnership is called ${bold(partnership.name)}.`);
  },
  async purpose(ctx, words) {
    if (!words) {
      throw new Refusal(
        'invalid',
        'What is it for? One sentence: `/partnership setup purpose Fewer missed first appointments`.',
        'purpose',
      );
    }
    return said(ctx, await changePartnership(ctx, { purpose: words }), 'Saved: the purpose.');
  },
  rename: (ctx, words) =>
    describe(ctx, { name: words }, (own) => `your organization is called ${bold(own.name)}.`),
  short: (ctx, words) =>
    describe(ctx, { shortName: words }, (own) => `the others call you ${bold(own.shortName)}.`),
  zone: (ctx, words) =>
    describe(ctx, { timeZone: words }, (own) => `${nameOf(own)} · time zone ${own.timeZone}.`),
  sector: (ctx, words) =>
    describe(ctx, { sector: sectorIn(words) }, (own) => `${nameOf(own)} · sector ${own.sector}.`),
  async organization(ctx, words) {
    const { partnership, organization } = await addOrganization(ctx, { name: words });
    return said(
      ctx,
      partnership,
      `Saved: ${bold(organization.name)} takes part, as ${bold(organization.shortName)}.`,
    );
  },
  domain: addDomains,
};

const ROLES: Readonly<Record<string, Role>> = {
  coordinator: 'coordinator',
  representative: 'representative',
  observer: 'observer',
  remove: 'none',
};

const SECTORS: readonly string[] = ['public', 'private', 'nonprofit'] satisfies Sector[];

/** `setup …` in words, for where no form can be opened. `rest` still has Slack's tokens for people. */
export async function setUpInWords(ctx: Context, rest: string, people: People): Promise<Message> {
  const { first, rest: raw } = firstWord(rest);
  const word = first.toLowerCase();
  if (word === 'guest') return assignInWords(ctx, raw, people);
  const role = Object.hasOwn(ROLES, word) ? ROLES[word] : undefined;
  if (role) return nameInWords(ctx, raw, role, people);
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb) return verb(ctx, typed(raw).trim());
  return setupHelp(
    word === 'help'
      ? 'What can be set up in words:'
      : `I don’t know “${inert(cut(typed(first), 40))}”. What can be set up in words:`,
  );
}

/** Changes what is said of an organization, one's own unless it is given. */
async function describe(
  ctx: Context,
  description: Description,
  say: (now: Organization) => string,
  organization = organizationOf(ctx, actingMember(ctx)),
): Promise<Message> {
  const { id } = organization;
  const partnership = await describeOrganization(ctx, { ...description, organizationId: id });
  const now = organizationById(partnership, id) ?? organization;
  return said(ctx, partnership, `Saved: ${say(now)}`);
}

/** `domain lantern.example [ORGANIZATION]`, beside those that are there. */
async function addDomains(ctx: Context, words: string): Promise<Message> {
  const [domains = '', ...name] = words.split(/\s+/);
  const organization =
    name.length > 0 ? getOrganization(ctx, name.join(' ')) : organizationOf(ctx, actingMember(ctx));
  if (!domains) {
    throw new Refusal(
      'invalid',
      'Which e-mail domain do the guests have? `/partnership setup domain lantern.example Lantern Health`',
      'emailDomains',
    );
  }
  const emailDomains = [...new Set([...organization.emailDomains, ...domainsIn(domains)])];
  return describe(
    ctx,
    { emailDomains },
    (now) => `guests with ${inert(now.emailDomains.join(', '))} belong to ${nameOf(now)}.`,
    organization,
  );
}

function nameOf(organization: Organization): string {
  return bold(organization.shortName);
}

function said(ctx: Context, partnership: Partnership, lead: string): Promise<Message> {
  return glance({ ...ctx, partnership }, lead);
}

function sectorIn(words: string): Sector {
  const sector = words.toLowerCase().replace('non-profit', 'nonprofit');
  if (SECTORS.includes(sector)) return sector as Sector;
  throw new Refusal(
    'invalid',
    'A sector is public, nonprofit or private: `/partnership setup sector public`.',
    'sector',
  );
}
