import type { Context } from '../context.ts';
import type { Db } from '../database/client.ts';
import type { Member, SlackPerson } from '../members/member.ts';
import type { FoundingInput } from '../partnerships/found-partnership.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import type { Clock } from '../schedule/clock.ts';
import type { Jobs } from '../schedule/queue.ts';
import type { Asking } from './asking.ts';
import type { Directory } from './directory.ts';

/** Who is asking, in which partnership. Authority comes from here and from nowhere else. */
export type ContextOf = (asking: Asking, where?: Where) => Promise<Context>;

export type Where = {
  /** The channel that a form was opened for; the person is still whoever Slack says. */
  readonly channelId?: string | undefined;
  /** In a direct message, for people of several partnerships. */
  readonly partnershipName?: string | undefined;
};

/** What the ground capabilities do, handed in by `app.ts`. */
export type Ground = {
  findPartnershipOfChannel(slackChannelId: string): Promise<Partnership | undefined>;
  foundPartnership(input: FoundingInput): Promise<Partnership>;
  joinOrganizations(
    partnership: Partnership,
    organizations: FoundingInput['organizations'],
  ): Promise<Partnership>;
  reconcileOrganizations(
    partnership: Partnership,
    organizations: FoundingInput['organizations'],
  ): Promise<Partnership>;
  recognizeMember(
    partnership: Partnership,
    input: {
      userId: string;
      teamIds: readonly string[];
      person: () => Promise<SlackPerson | undefined>;
    },
  ): Promise<Member | undefined>;
  listPartnershipsOfPerson(person: {
    userId: string;
    teamIds: readonly string[];
    isInChannel: (slackChannelId: string) => Promise<boolean>;
  }): Promise<readonly Partnership[]>;
};

export type ContextParts = {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly changed: (partnershipId: string) => void;
  readonly directory: Directory;
  readonly ground: Ground;
};

const INVITE =
  'I can’t see this channel yet. Invite me with `/invite @common-ground`, then try again.';
const NOT_SHARED =
  'This channel isn’t shared with another organization, so there is no partnership to look after here. Use me in a channel that several organizations share; if the others are guests here, start with `/partnership setup`.';
const NOWHERE =
  'I don’t know you from any partnership yet. Write to me once in the channel that your organizations share, for example `@common-ground help`.';

export type Contexts = {
  readonly contextOf: ContextOf;
  /** Follows who shares a channel; the partnership it belongs to, which may be founded by this. */
  partnershipNow(channelId: string, asking: Asking): Promise<Partnership | undefined>;
};

export function createContexts(parts: ContextParts): Contexts {
  const { ground, directory } = parts;

  const contextOf: ContextOf = async (asking, where = {}) => {
    const { userId } = asking;
    if (!userId) throw new Error('a payload without a person has no context');
    let asked: Promise<SlackPerson | undefined> | undefined;
    const person = () => {
      asked ??= directory.person(userId);
      return asked;
    };
    const channelId = where.channelId ?? (asking.isDirect ? undefined : asking.channelId);
    const partnership =
      (channelId && (await partnershipOfChannel(channelId, asking))) ||
      (await partnershipOfPerson(asking, person, where.partnershipName, channelId !== undefined));
    const input = { userId, teamIds: asking.teamIds, person };
    const member = await ground.recognizeMember(partnership, input);
    if (member || !channelId) return contextIn(partnership, member);
    const wider = await withNewcomers(partnership, channelId, await person());
    const newcomer = wider && (await ground.recognizeMember(wider, input));
    return contextIn(wider ?? partnership, newcomer);
  };

  return {
    contextOf,
    async partnershipNow(channelId, asking) {
      const known = await ground.findPartnershipOfChannel(channelId);
      if (!known) return partnershipOfChannel(channelId, asking).catch(() => undefined);
      const { organizations } = await directory.channel(channelId);
      return organizations ? ground.reconcileOrganizations(known, organizations) : known;
    },
  };

  function contextIn(partnership: Partnership, member: Member | undefined): Context {
    const { db, clock, jobs, changed } = parts;
    return { db, clock, jobs, changed, partnership, member };
  }

  /** The first use of a shared channel founds its partnership. */
  async function partnershipOfChannel(
    channelId: string,
    asking: Asking,
  ): Promise<Partnership | undefined> {
    const known = await ground.findPartnershipOfChannel(channelId);
    if (known) return known;
    const facts = await directory.channel(channelId);
    if (!facts.organizations) throw new Refusal('not-found', INVITE);
    if (facts.organizations.length < 2) return undefined;
    const installationTeamId =
      asking.installation.teamId ?? facts.organizations[0]?.slackTeamIds[0] ?? '';
    return ground.foundPartnership({
      channel: { slackId: channelId, installationTeamId, name: facts.name },
      organizations: facts.organizations,
    });
  }

  async function partnershipOfPerson(
    asking: Asking,
    person: () => Promise<SlackPerson | undefined>,
    wanted: string | undefined,
    inOtherChannel: boolean,
  ): Promise<Partnership> {
    const userId = asking.userId ?? '';
    const teamIds = asking.teamIds.length ? asking.teamIds : ((await person())?.teamIds ?? []);
    const all = await ground.listPartnershipsOfPerson({
      userId,
      teamIds,
      isInChannel: (channelId) => directory.isInChannel(channelId, userId).catch(() => false),
    });
    const named = wanted
      ? all.filter((one) => one.name.toLowerCase() === wanted.toLowerCase())
      : all;
    const [only, ...others] = named;
    if (!only) throw new Refusal('not-found', inOtherChannel ? NOT_SHARED : NOWHERE);
    if (others.length === 0) return only;
    const names = named.map((one) => `• ${one.name}`).join('\n');
    throw new Refusal(
      'invalid',
      `You are in several partnerships. Say which one first, like \`${only.name}: glossary MOU\`\n${names}`,
    );
  }

  /** Somebody of a team that is not a partner yet: perhaps their organization has just joined. */
  async function withNewcomers(
    partnership: Partnership,
    channelId: string,
    person: SlackPerson | undefined,
  ): Promise<Partnership | undefined> {
    if (!person || person.isGuest) return undefined;
    const { organizations = [] } = await directory.channel(channelId);
    const known = presentOrganizations(partnership).flatMap((o) => o.slackTeamIds);
    const theirs = organizations.filter(
      ({ slackTeamIds }) =>
        slackTeamIds.some((id) => person.teamIds.includes(id)) &&
        !slackTeamIds.every((id) => known.includes(id)),
    );
    return theirs.length > 0 ? ground.joinOrganizations(partnership, theirs) : undefined;
  }
}
