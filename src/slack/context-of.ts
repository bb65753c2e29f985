import type { Context } from '../context.ts';
import type { Db } from '../database/client.ts';
import type { Facts } from '../facts.ts';
import type { Member, SlackPerson } from '../members/member.ts';
import type { FoundingInput } from '../partnerships/found-partnership.ts';
import { isOfWhoLeft } from '../partnerships/is-of-who-left.ts';
import {
  organizationById,
  type Partnership,
  presentOrganizations,
} from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import type { Clock } from '../schedule/clock.ts';
import type { Jobs } from '../schedule/queue.ts';
import type { Asking } from './asking.ts';
import type { Directory } from './directory.ts';
import { GATE } from './gate-words.ts';
import type { Presence } from './presence.ts';

/**
 * Who is asking, in which partnership, and whether they may now. Authority comes from here and from
 * nowhere else; whoever may not be there gets a refusal, whatever they asked for.
 */
export type ContextOf = (asking: Asking, where?: Where) => Promise<Context>;

export type Where = {
  /** The channel that a button or a form carries: it says where to look, never who may. */
  readonly channelId?: string | undefined;
  /** In a direct message, for people of several partnerships. */
  readonly partnershipName?: string | undefined;
  /** Begins a partnership also in a channel that Slack shares with nobody: the others are guests. */
  readonly withGuests?: boolean;
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
      hostTeamIds: readonly string[];
      person: () => Promise<SlackPerson | undefined>;
      joining: () => Promise<void>;
    },
  ): Promise<Member | undefined>;
  listPartnershipsOfPerson(person: {
    userId: string;
    teamIds: readonly string[];
    isInChannel: (slackChannelId: string) => Promise<boolean | undefined>;
  }): Promise<readonly Partnership[]>;
  /** Asks now, and lets whoever is in no channel of it any more leave, though no event told so. */
  hasLeft(partnership: Partnership, userId: string): Promise<boolean>;
};

export type ContextParts = {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly facts: Facts;
  readonly changed: (partnershipId: string) => void;
  readonly directory: Directory;
  readonly presence: Presence;
  readonly ground: Ground;
};

export type Contexts = {
  readonly contextOf: ContextOf;
  /** Follows who shares a channel; the partnership it belongs to, which may be founded by this. */
  partnershipNow(channelId: string, asking: Asking): Promise<Partnership | undefined>;
};

/** Where to look first. */
type Channels = readonly (string | undefined)[];

/** Whoever asks, and what Slack says of them: asked once for each payload, if at all. */
type Asker = {
  readonly userId: string;
  readonly teamIds: readonly string[];
  readonly hostTeamIds: readonly string[];
  /** Undefined where Slack does not show them; refuses whoever is nobody to answer. */
  readonly person: () => Promise<SlackPerson | undefined>;
  /** A channel in which Slack itself says that they wrote. */
  readonly wroteIn: string | undefined;
  /** A command comes at once; an event may have waited, and who wrote it left since. */
  readonly isHeardAtOnce: boolean;
};

export function createContexts(parts: ContextParts): Contexts {
  const { ground, directory, presence } = parts;

  const contextOf: ContextOf = async (asking, where = {}) => {
    const asker = askerOf(asking);
    // Where it was asked is Slack's word; what a button carries counts where that tells nothing.
    const here = asking.isDirect ? undefined : asking.channelId;
    const ofHere = await partnershipOfChannel(here);
    const ofCarried = ofHere ? undefined : await partnershipOfChannel(where.channelId);
    const found =
      ofHere ??
      (ofCarried ? undefined : await founded(here, asking, asker, where.withGuests ? 1 : 2));
    const partnership =
      found ?? ofCarried ?? (await partnershipOfPerson(asker, where.partnershipName, here));
    const isHeardThere = asker.wroteIn !== undefined && partnership === found;
    return admitted(partnership, asker, { channels: [here, where.channelId], isHeardThere });
  };

  return {
    contextOf,
    async partnershipNow(channelId, asking) {
      const known = await ground.findPartnershipOfChannel(channelId);
      if (!known) return foundIn(channelId, asking, 2).catch(() => undefined);
      const { organizations } = await directory.channel(channelId);
      return organizations ? ground.reconcileOrganizations(known, organizations) : known;
    },
  };

  function askerOf(asking: Asking): Asker {
    const { userId, kind, isDirect, channelId, teamIds, installation } = asking;
    const hostTeamIds = [installation.teamId, installation.enterpriseId].filter(
      (id) => id !== undefined,
    );
    if (!userId) throw new Error('a payload without a person has no context');
    let asked: Promise<SlackPerson | undefined> | undefined;
    const person = () => {
      asked ??= askedOf(userId);
      return asked;
    };
    const hasWritten = kind === 'command' || kind === 'event';
    return {
      userId,
      teamIds,
      hostTeamIds,
      person,
      wroteIn: hasWritten && !isDirect ? channelId : undefined,
      isHeardAtOnce: kind === 'command',
    };
  }

  async function askedOf(userId: string): Promise<SlackPerson | undefined> {
    const found = await directory.who(userId);
    if (found === 'bot' || found === 'unknown') throw new Refusal('not-yours', GATE.nobody);
    if (found === 'hidden') return undefined;
    if (found.isGone) throw new Refusal('not-yours', GATE.ended);
    return found;
  }

  /** May they, now? Reading asks for the same as acting. */
  async function admitted(
    partnership: Partnership,
    { userId, teamIds, hostTeamIds, person, wroteIn, isHeardAtOnce }: Asker,
    given: { readonly channels: Channels; readonly isHeardThere: boolean },
  ): Promise<Context> {
    const { channels, isHeardThere } = given;
    const mustBeThere = async (isIn: Presence['isIn']): Promise<void> => {
      const isThere = await isInOne(partnership, userId, channels, isIn);
      if (isThere) return;
      // Bots and closed accounts are in no channel either, and hear why.
      await person();
      if (partnership.channelIds.length === 0) throw new Refusal('not-found', GATE.nowhereMyself);
      if (isThere === false && (await ground.hasLeft(partnership, userId)))
        throw new Refusal('not-yours', GATE.notThere);
      // That asked Slack once more, and they may have come in the meantime.
      if (await isInOne(partnership, userId, channels, presence.isIn)) return;
      throw new Refusal('not-found', GATE.unseen);
    };
    const isGoneSince = async (isIn: Presence['isIn']) =>
      !isHeardThere || (await isIn(wroteIn ?? '', userId)) === false;
    if (isHeardAtOnce ? !isHeardThere : await isGoneSince(presence.isIn))
      await mustBeThere(presence.isIn);
    const joining = async () => {
      if (await isGoneSince(presence.isInNow)) await mustBeThere(presence.isInNow);
    };
    const input = { userId, teamIds, hostTeamIds, person, joining };
    const member = await ground.recognizeMember(partnership, input);
    if (member && isPresent(partnership, member)) return contextIn(partnership, member);
    const wider = await withNewcomers(partnership, channels, await person());
    const newcomer = wider && (await ground.recognizeMember(wider, input));
    if (wider && newcomer) return contextIn(wider, newcomer);
    if (member || isOfWhoLeft(partnership, teamIds, await person()))
      throw new Refusal('not-yours', GATE.organizationLeft);
    // Nobody has said yet whom they work for: they are in the channel, and may look.
    return contextIn(partnership, undefined);
  }

  /** Undefined where Slack does not say it of one of them. */
  async function isInOne(
    { channelIds }: Partnership,
    userId: string,
    first: Channels,
    isIn: Presence['isIn'],
  ): Promise<boolean | undefined> {
    const sorted = channelIds.toSorted((a, b) => +first.includes(b) - +first.includes(a));
    let isThere: boolean | undefined = false;
    for (const channelId of sorted) {
      const isInThis = await isIn(channelId, userId);
      if (isInThis) return true;
      if (isInThis === undefined) isThere = undefined;
    }
    return isThere;
  }

  function isPresent(partnership: Partnership, member: Member): boolean {
    return organizationById(partnership, member.organizationId)?.hasLeft === false;
  }

  function contextIn(partnership: Partnership, member: Member | undefined): Context {
    const { db, clock, jobs, facts, changed } = parts;
    return { db, clock, jobs, facts, changed, partnership, member };
  }

  async function partnershipOfChannel(
    channelId: string | undefined,
  ): Promise<Partnership | undefined> {
    return channelId ? ground.findPartnershipOfChannel(channelId) : undefined;
  }

  /** The first use of a shared channel, by somebody in it, founds its partnership. */
  async function founded(
    channelId: string | undefined,
    asking: Asking,
    { userId, wroteIn, person }: Asker,
    least: number,
  ): Promise<Partnership | undefined> {
    if (!channelId) return undefined;
    if (wroteIn === undefined && !(await presence.isIn(channelId, userId))) return undefined;
    await person();
    return foundIn(channelId, asking, least);
  }

  async function foundIn(
    channelId: string,
    asking: Asking,
    least: number,
  ): Promise<Partnership | undefined> {
    const facts = await directory.channel(channelId);
    if (facts.isGroup) return undefined;
    if (!facts.organizations) throw new Refusal('not-found', GATE.invite);
    if (facts.organizations.length < least) return undefined;
    const installationTeamId =
      asking.installation.teamId ?? facts.organizations[0]?.slackTeamIds[0] ?? '';
    return ground.foundPartnership({
      channel: { slackId: channelId, installationTeamId, name: facts.name },
      organizations: facts.organizations,
    });
  }

  async function partnershipOfPerson(
    { userId, teamIds, person }: Asker,
    wanted: string | undefined,
    here: string | undefined,
  ): Promise<Partnership> {
    const isInChannel = (channelId: string) => presence.isIn(channelId, userId);
    const among = (ids: readonly string[]) =>
      ground.listPartnershipsOfPerson({ userId, teamIds: ids, isInChannel });
    const known = await among(teamIds);
    const all = known.length > 0 ? known : await among((await person())?.teamIds ?? []);
    const named = wanted
      ? all.filter((one) => one.name.toLowerCase() === wanted.toLowerCase())
      : all;
    const [only, ...others] = named;
    if (!only) {
      const isChannel = here !== undefined && !(await directory.channel(here)).isGroup;
      throw new Refusal('not-found', isChannel ? GATE.notShared : GATE.nowhere);
    }
    if (others.length === 0) return only;
    // Bots are in many channels, and are told nothing of them.
    await person();
    throw new Refusal('invalid', GATE.several(named.map(({ name }) => name)));
  }

  /** Somebody of a team that is not a partner now: perhaps their organization has just joined. */
  async function withNewcomers(
    partnership: Partnership,
    channels: Channels,
    person: SlackPerson | undefined,
  ): Promise<Partnership | undefined> {
    const channelId = channels.find((id) => id && partnership.channelIds.includes(id));
    if (!channelId || !person || person.isGuest) return undefined;
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
