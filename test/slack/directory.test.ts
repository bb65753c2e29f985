import { expect, test } from 'vitest';
import { teamsSharing } from '../../src/slack/directory.ts';

test.each([
  [
    'an internal channel has no partners',
    { shared_team_ids: ['T1'] },
    { host: ['T1'], partners: [] },
  ],
  [
    'connected teams are partners, whoever hosts the channel',
    {
      is_ext_shared: true,
      connected_team_ids: ['T2'],
      shared_team_ids: ['T1', 'T2', 'T3'],
      conversation_host_id: 'T3',
    },
    { host: ['T1'], partners: ['T2', 'T3'] },
  ],
  [
    'workspaces of the installing Enterprise are one organization',
    {
      is_ext_shared: true,
      internal_team_ids: ['T1', 'T9'],
      shared_team_ids: ['T1', 'T9'],
      connected_team_ids: ['E2'],
      conversation_host_id: 'E1',
    },
    { host: ['T1', 'T9', 'E1'], partners: ['E2'] },
  ],
  [
    'an invitation that nobody accepted makes no partner',
    { is_pending_ext_shared: true, pending_connected_team_ids: ['T4'] },
    { host: ['T1'], partners: [] },
  ],
])('%s', (_, channel, expected) => {
  const enterprise = JSON.stringify(channel).includes('E1') ? 'E1' : undefined;
  expect(teamsSharing(channel, 'T1', enterprise)).toEqual(expected);
});
