import sample from './sample-partnership.json' with { type: 'json' };

/** Everything a simulated Slack starts with: who works where, and which channels they share. */
export type World = {
  readonly app: WorldApp;
  readonly teams: readonly WorldTeam[];
  readonly users: readonly WorldUser[];
  readonly channels: readonly WorldChannel[];
};

export type WorldApp = {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The one team that installed the app. */
  readonly installedOn: string;
};

export type WorldTeam = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly enterprise?: { readonly id: string; readonly name: string };
  /** `team.info` answers `team_not_found` when another team's app asks. */
  readonly refusesTeamInfo?: boolean;
};

export type WorldUser = {
  readonly id: string;
  readonly teamId: string;
  readonly handle: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly timeZone: string;
  readonly guest?: 'multi-channel' | 'single-channel';
  readonly isDeactivated?: boolean;
};

export type WorldChannel = {
  readonly id: string;
  readonly name: string;
  /** Teams that share the channel; the first is its host. More than one makes it external. */
  readonly teamIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly hasBot: boolean;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Teams that were invited and have not accepted yet. */
  readonly pendingTeamIds?: readonly string[];
};

const CITY = 'T0CITY';
const QUILL = 'T0QUILL';

const homes: Readonly<Record<string, Pick<WorldUser, 'teamId' | 'guest'> & { domain: string }>> = {
  city: { teamId: CITY, domain: 'alderfalls.example' },
  lantern: { teamId: CITY, guest: 'multi-channel', domain: 'lantern.example' },
  quillstone: { teamId: QUILL, domain: 'quillstone.example' },
};

function personOf(person: (typeof sample.people)[number]): WorldUser {
  const { domain, ...home } = homes[person.organizationId] ?? { teamId: CITY, domain: 'example' };
  const handle = person.id.replace('p-', '');
  return {
    id: `U0${handle.toUpperCase()}`,
    ...home,
    handle,
    name: person.name,
    title: person.title,
    email: `${handle}@${domain}`,
    timeZone: person.timeZone,
  };
}

const people = sample.people.map(personOf);
const everyone = people.map(({ id }) => id);
const cityStaff = people.filter(({ teamId, guest }) => teamId === CITY && !guest);

/** Three organizations, ten people; Lantern's are guests of the City, Quillstone has no app. */
export const sampleWorld: World = {
  app: {
    id: 'A0GROUND',
    name: 'Common Ground',
    botId: 'B0GROUND',
    botUserId: 'U0GROUND',
    installedOn: CITY,
  },
  teams: [
    { id: CITY, name: 'City of Alder Falls', domain: 'alderfalls' },
    { id: QUILL, name: 'Quillstone Software GmbH', domain: 'quillstone' },
  ],
  users: people,
  channels: [
    shared('C0OPENDOORS', 'open-doors', true),
    shared('C0DELIVERY', 'open-doors-delivery', true),
    shared('C0IDEAS', 'new-ideas', false),
    {
      id: 'C0CITYONLY',
      name: 'city-only',
      teamIds: [CITY],
      memberIds: cityStaff.map(({ id }) => id),
      hasBot: true,
    },
  ],
};

function shared(id: string, name: string, hasBot: boolean): WorldChannel {
  return { id, name, teamIds: [CITY, QUILL], memberIds: everyone, hasBot };
}
