import { expect, test } from 'vitest';
import { groupPeople } from '../../src/checkins/group-people.ts';
import { matchApart } from '../../src/checkins/match-apart.ts';
import {
  gathering,
  organizationsOf,
  participant,
  sampleGathering,
  workplace,
} from '../support/participants.ts';

test('the groups found apart are those found here, times and all', async () => {
  const given = sampleGathering();
  expect(await matchApart(given)).toEqual(groupPeople(given));
});

test('what goes wrong in the thread is thrown here, and the next matching goes on', async () => {
  const nowhere = participant('0.0', { workplace: workplace('Nowhere/Atall') });
  await expect(matchApart(gathering({ people: [nowhere] }))).rejects.toThrow(RangeError);
  const { groups } = await matchApart(gathering({ people: organizationsOf(1, 1) }));
  expect(groups).toHaveLength(1);
});

test('a matching that takes too long is ended', () =>
  expect(matchApart(sampleGathering(), { seconds: 0.001 })).rejects.toThrow(
    'matching took more than 0.001 seconds',
  ));
