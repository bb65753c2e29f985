import type { World, WorldUser } from '../../../sandbox/world.ts';

const person = (id: string, teamId: string, more: Partial<WorldUser> = {}): WorldUser => ({
  id,
  teamId,
  handle: id.toLowerCase(),
  name: `Person ${id}`,
  timeZone: 'Europe/Berlin',
  ...more,
});

/** An Enterprise organization that installed the app, and another that did not. */
export const enterpriseWorld: World = {
  app: {
    id: 'A0APP',
    name: 'Common Ground',
    botId: 'B0BOT',
    botUserId: 'W0BOT',
    installedOn: 'T0HOME',
  },
  teams: [
    {
      id: 'T0HOME',
      name: 'Home',
      domain: 'home',
      enterprise: { id: 'E0HOME', name: 'Home Organization' },
    },
    {
      id: 'T0AWAY',
      name: 'Away',
      domain: 'away',
      enterprise: { id: 'E0AWAY', name: 'Away Organization' },
      refusesTeamInfo: true,
    },
    { id: 'T0ELSE', name: 'Elsewhere', domain: 'elsewhere' },
  ],
  users: [
    person('W0INSIDE', 'T0HOME'),
    person('W0GUEST', 'T0HOME', { guest: 'single-channel' }),
    person('W0AWAY', 'T0AWAY'),
    person('U0STRANGER', 'T0ELSE'),
  ],
  channels: [
    {
      id: 'C0SHARED',
      name: 'shared',
      teamIds: ['T0AWAY', 'T0HOME'],
      memberIds: ['W0INSIDE', 'W0GUEST', 'W0AWAY'],
      hasBot: true,
      isPrivate: true,
    },
    {
      id: 'C0PENDING',
      name: 'pending',
      teamIds: ['T0HOME'],
      memberIds: ['W0INSIDE'],
      hasBot: true,
      pendingTeamIds: ['T0ELSE'],
    },
    { id: 'C0ELSE', name: 'else', teamIds: ['T0ELSE'], memberIds: ['U0STRANGER'], hasBot: false },
  ],
};
