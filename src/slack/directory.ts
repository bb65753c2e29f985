import type { webApi } from '@slack/bolt';
import type { SlackPerson } from '../members/member.ts';
import { timeZoneIn } from '../partnerships/description.ts';
import { neededBy, slackErrorOf } from './clients.ts';

/** What the bot asks Slack about people, organizations and channels. */
export type Directory = {
  person(userId: string): Promise<SlackPerson | undefined>;
  /** The same, and why there is none. */
  who(userId: string): Promise<SlackPerson | Nobody>;
  channel(channelId: string): Promise<ChannelFacts>;
  /** Undefined where Slack does not say: it does not show the channel, had a fault, or they are too many. */
  membersOf(channelId: string): Promise<ReadonlySet<string> | undefined>;
};

/** Slack knows nobody of that id, or shows a bot, or does not show them, which people may be all the same. */
export type Nobody = 'unknown' | 'bot' | 'hidden';

/** Of Slack's user object, what is read; any of it may be left out. */
export type SlackUser = {
  readonly id?: string;
  readonly team_id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly deleted?: boolean;
  readonly tz?: string;
  readonly locale?: string;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly profile?: {
    readonly team?: string;
    readonly real_name?: string;
    readonly display_name?: string;
    readonly email?: string;
  };
  readonly enterprise_user?: {
    readonly enterprise_id?: string;
    readonly teams?: readonly string[];
  };
};

export type ChannelFacts = {
  readonly name: string;
  /** Undefined when Slack does not show the channel to the bot. */
  readonly organizations:
    | readonly { name: string; slackTeamIds: readonly string[]; timeZone: string | undefined }[]
    | undefined;
  /** A conversation of several people, no channel of any partnership; Slack says so also where it refuses to show it. */
  readonly isGroup: boolean;
};

const HIDDEN = new Set([
  'channel_not_found',
  'not_in_channel',
  'missing_scope',
  'access_denied',
  'user_not_found',
  'user_not_visible',
  'unknown_method',
]);
/** What Slack says of a channel that it does not show to the bot. */
const UNSEEN = new Set([
  'channel_not_found',
  'not_in_channel',
  'access_denied',
  'fetch_members_failed',
  'missing_scope',
]);
/** Slack does not call it a bot: `is_bot` is false of it. */
const SLACKBOT = 'USLACKBOT';
const PAGE = 1_000;
const MOST_PAGES = 25;
/** Somebody waits for the answer. */
const MOST_ASKED = 40;

export function createDirectory(client: webApi.WebClient): Directory {
  const person = async (userId: string): Promise<SlackPerson | undefined> => {
    const found = await who(userId);
    return typeof found === 'string' ? undefined : found;
  };

  const who = async (userId: string): Promise<SlackPerson | Nobody> => {
    if (userId === SLACKBOT) return 'bot';
    try {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      if (!user?.id) return 'unknown';
      return user.is_bot ? 'bot' : personIn(user);
    } catch (error) {
      const code = slackErrorOf(error) ?? '';
      if (code === 'user_not_found') return 'unknown';
      if (HIDDEN.has(code)) return 'hidden';
      throw error;
    }
  };

  async function* membersIn(channelId: string): AsyncGenerator<string> {
    let cursor: string | undefined;
    for (let n = 0; n < MOST_PAGES; n += 1) {
      const result = await client.conversations.members({
        channel: channelId,
        limit: PAGE,
        ...(cursor && { cursor }),
      });
      yield* result.members ?? [];
      cursor = result.response_metadata?.next_cursor || undefined;
      if (!cursor) return;
    }
  }

  const nameOfTeam = async (teamId: string, channelId: string): Promise<string> => {
    try {
      const { team } = await client.team.info({ team: teamId });
      if (team?.id === teamId && team.name) return team.name;
    } catch (error) {
      if (slackErrorOf(error) === undefined) throw error;
    }
    return (await nameFromProfiles(teamId, channelId)) ?? `Partner ${teamId}`;
  };

  /** Where `team.info` is refused: the e-mail domain, or else a person, of that team. Editable later. */
  const nameFromProfiles = async (
    teamId: string,
    channelId: string,
  ): Promise<string | undefined> => {
    try {
      for await (const userId of membersIn(channelId)) {
        const someone = await person(userId);
        if (!someone?.teamIds.includes(teamId) || someone.isGuest) continue;
        return someone.email?.split('@')[1] ?? `${someone.displayName}’s organization`;
      }
    } catch (error) {
      if (slackErrorOf(error) === undefined) throw error;
    }
    return undefined;
  };

  /** Where Slack says that a channel is shared but not with whom: the teams of the people in it. */
  const teamsOfMembers = async (
    channelId: string,
    host: readonly string[],
  ): Promise<readonly string[]> => {
    const teams = new Set<string>();
    let asked = 0;
    for await (const userId of membersIn(channelId)) {
      const someone = await person(userId);
      const [teamId] = someone?.teamIds ?? [];
      if (teamId && !someone?.teamIds.some((id) => host.includes(id))) teams.add(teamId);
      asked += 1;
      if (asked === MOST_ASKED) break;
    }
    return [...teams];
  };

  return {
    person,
    who,
    async membersOf(channelId) {
      try {
        const members = new Set<string>();
        for await (const userId of membersIn(channelId)) members.add(userId);
        return members.size < PAGE * MOST_PAGES ? members : undefined;
      } catch (error) {
        if (UNSEEN.has(slackErrorOf(error) ?? '')) return undefined;
        throw error;
      }
    },
    async channel(channelId) {
      let info: Awaited<ReturnType<typeof client.conversations.info>>['channel'];
      try {
        info = (await client.conversations.info({ channel: channelId })).channel;
      } catch (error) {
        const code = slackErrorOf(error) ?? '';
        if (!HIDDEN.has(code)) throw error;
        const isGroup = neededBy(error).includes('mpim:read');
        return { name: '', organizations: undefined, isGroup };
      }
      const own = await client.auth.test();
      const { host, partners: named } = teamsSharing(
        info ?? {},
        own.team_id ?? '',
        own.enterprise_id,
      );
      const isUnnamed = info?.is_ext_shared === true && named.length === 0;
      const partners = isUnnamed ? await teamsOfMembers(channelId, host) : named;
      const organizations = [
        { name: own.team ?? 'Our organization', slackTeamIds: host, timeZone: undefined },
      ];
      for (const teamId of partners) {
        const name = await nameOfTeam(teamId, channelId);
        organizations.push({ name, slackTeamIds: [teamId], timeZone: undefined });
      }
      return { name: info?.name ?? '', organizations, isGroup: info?.is_mpim === true };
    },
  };
}

/** A user object, as `users.info` and events give it. */
export function personIn(user: SlackUser): SlackPerson {
  const { profile, enterprise_user: enterprise } = user;
  const teamIds = [
    user.team_id,
    profile?.team,
    enterprise?.enterprise_id,
    ...(enterprise?.teams ?? []),
  ];
  return {
    userId: user.id ?? '',
    teamIds: [...new Set(teamIds.filter((id): id is string => !!id))],
    displayName:
      profile?.real_name || user.real_name || profile?.display_name || user.name || 'Somebody',
    // Slack may know zones that this machine does not.
    timeZone: timeZoneIn(user.tz ?? ''),
    locale: user.locale,
    email: profile?.email,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    isGone: user.deleted === true,
  };
}

/**
 * The teams of a conversation object: those of the installing organization (its workspaces and its
 * Enterprise are one partner), and one id for each other. An invitation that nobody has accepted yet
 * makes no partner.
 */
export function teamsSharing(
  channel: object,
  ownTeamId: string,
  ownEnterpriseId: string | undefined,
): { readonly host: readonly string[]; readonly partners: readonly string[] } {
  const facts = channel as Readonly<Record<string, unknown>>;
  const ids = (name: string): readonly string[] => {
    const value = facts[name];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  };
  const host = new Set([
    ownTeamId,
    ...ids('internal_team_ids'),
    ...(ownEnterpriseId ? [ownEnterpriseId] : []),
  ]);
  if (facts.is_ext_shared !== true) return { host: [...host], partners: [] };
  const shared = [
    ...ids('connected_team_ids'),
    ...ids('shared_team_ids'),
    facts.conversation_host_id,
  ];
  const partners = new Set(
    shared.filter((id): id is string => typeof id === 'string' && !host.has(id)),
  );
  return { host: [...host], partners: [...partners] };
}
