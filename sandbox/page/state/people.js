/** A guest's own organization is not in the world: only the e-mail address tells it. */
const byDomain = {
  'alderfalls.example': { key: 'city', name: 'City of Alder Falls', short: 'City' },
  'lantern.example': { key: 'lantern', name: 'Lantern Health Collective', short: 'Lantern' },
  'quillstone.example': { key: 'quillstone', name: 'Quillstone Software', short: 'Quillstone' },
};

/** @param {{ email?: string, teamId: string }} user */
export function organizationOf(world, user) {
  const known = byDomain[user.email?.split('@')[1] ?? ''];
  if (known) return known;
  const name = world.teams.find(({ id }) => id === user.teamId)?.name ?? user.teamId;
  return { key: 'other', name, short: name };
}

/** What the person's organization is to the City's workspace, in a few words. */
export function standingOf(world, user) {
  if (user.isOutsider) return 'has not installed the app';
  if (!user.guest) return 'installed the app';
  const host = world.teams.find(({ id }) => id === user.teamId)?.name ?? 'another workspace';
  return `guest of the ${host.replace(/ of .*/, '')}`;
}

/** What a person of the workspace can do, in a sentence. */
export function reachOf(world, user) {
  if (user.guest) return `A ${standingOf(world, user)}, so the City’s app works here too.`;
  return 'Installed the app: slash commands, mentions, App Home.';
}

export function personOf(world, id) {
  return world.users.find((user) => user.id === id);
}

export function nameOf(world, id) {
  if (id === world.app.botUserId) return world.app.name;
  return personOf(world, id)?.name ?? id;
}

/** What a channel or a group conversation is called. */
export function titleOf({ name, memberIds }) {
  return memberIds ? name : `#${name}`;
}

/** Who is in a channel or a group conversation that this person is in, without the app. */
export function peopleAt({ world, sees }, place) {
  const channel = sees.channels.some(({ id }) => id === place);
  const members = channel
    ? world.channels.find(({ id }) => id === place)?.members
    : sees.groups.find(({ id }) => id === place)?.memberIds;
  return (members ?? []).filter((id) => id !== world.app.botUserId);
}

/** People by organization, in the world's order. */
export function organizationsIn(world) {
  const groups = new Map();
  for (const user of world.users) {
    const organization = organizationOf(world, user);
    const group = groups.get(organization.key) ?? { ...organization, people: [] };
    group.people.push(user);
    groups.set(organization.key, group);
  }
  return [...groups.values()];
}

export function firstNameOf(name) {
  const [first = name, second = ''] = name.split(/\s+/);
  return first.endsWith('.') ? `${first} ${second}` : first;
}

export function initialsOf(name) {
  const words = name.replace(/^Dr\.\s+/, '').split(/\s+/);
  return words
    .slice(0, 2)
    .map(([letter]) => letter)
    .join('');
}
