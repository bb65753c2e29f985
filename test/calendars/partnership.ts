import type { Organization, Partnership } from '../../src/partnerships/partnership.ts';

export const CHANGED: Date = new Date('2026-11-20T15:00:00Z');

const CITY: Organization = {
  id: 'city',
  name: 'City of Alder Falls',
  shortName: 'City',
  sector: 'public',
  timeZone: 'America/Chicago',
  workingWeek: [1, 2, 3, 4, 5],
  closures: ['2026-11-26', '2026-11-27'],
  country: undefined,
  subdivision: undefined,
  quietHours: { from: '17:30', to: '08:00' },
  emailDomains: [],
  slackTeamIds: ['T0CITY'],
  hasLeft: false,
};

export const partnership: Partnership = {
  id: 'p1',
  name: 'Open Doors',
  purpose: undefined,
  stage: 'delivering',
  termFloorWorkingDays: 0,
  milestoneFloorWorkingDays: 0,
  blindFirst: true,
  lazyConsent: false,
  channelIds: ['C0OPENDOORS'],
  organizations: [
    CITY,
    { ...CITY, id: 'lantern', name: 'Lantern Health Collective', shortName: 'Lantern' },
    { ...CITY, id: 'gone', name: 'Harbour Trust', shortName: 'Harbour', hasLeft: true },
  ],
};
