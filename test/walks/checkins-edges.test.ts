import { expect, test } from 'vitest';
import { deleteGroupsBefore } from '../../src/checkins/round-store.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* What goes wrong around a round: people who go, hours that are missed, buttons that are old. */

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const LENA = 'U0LENA';
const JOSUE = 'U0JOSUE';

const MONDAY = '2026-11-30T15:00:00Z';
const TUESDAY = '2026-12-01T15:00:00Z';

async function begin(joining: readonly string[], at = MONDAY): Promise<Walk> {
  const walk = await startWalk({ at });
  await threeOrganizations(walk, COORDINATORS);
  for (const userId of joining) await says(walk, userId, 'partnership checkins join');
  return walk;
}

const groups = (walk: Walk) => walk.database.client.checkinGroup.findMany();
const rounds = (walk: Walk) => walk.database.client.checkinRound.count();
const together = (walk: Walk, userId: string) => walk.slack.as(userId).sees().groups;

test('who goes before they are introduced is not named, and the other one hears that nobody is there', async () => {
  await using walk = await begin([RENATA, LENA], '2026-11-30T15:45:00Z');
  // Half an hour of each day is theirs together, and today's is over.
  await walk.database.client.member.updateMany({
    where: { slackUserId: LENA },
    data: { workingFrom: '11:00', workingTo: '16:30' },
  });
  await says(walk, RENATA, 'partnership checkins now');
  expect(await groups(walk)).toHaveLength(1);
  await says(walk, LENA, 'partnership checkins leave');
  await comes(walk, '2026-11-30T15:46:00Z');
  expect(told(walk, RENATA).at(-1)).toContain('whoever it was to be can’t take part after all');
  expect(told(walk, RENATA).join()).not.toContain('U0LENA');
  expect(together(walk, RENATA)).toEqual([]);
});

test('after a standstill the round opens once, at a good hour, and nobody is written to at night', async () => {
  await using walk = await begin([RENATA, LENA]);
  await comes(walk, '2026-12-03T03:00:00Z');
  expect(await rounds(walk)).toBe(0);
  await comes(walk, '2026-12-03T15:00:00Z');
  expect(await rounds(walk)).toBe(1);
  expect(together(walk, LENA)).toHaveLength(1);
  await comes(walk, '2026-12-08T15:00:00Z');
  expect(await rounds(walk)).toBe(1);
});

test('two coordinators who open a round at once open one', async () => {
  await using walk = await begin([RENATA, LENA]);
  await Promise.all([
    walk.slack.as(RENATA).command(CHANNEL, '/partnership checkins now'),
    walk.slack.as(LENA).says(CHANNEL, '@Common Ground partnership checkins now'),
  ]);
  await comes(walk, '2026-11-30T15:01:00Z');
  expect(await rounds(walk)).toBe(1);
  expect(together(walk, LENA)).toHaveLength(1);
  expect(await says(walk, RENATA, 'partnership checkins now')).toContain('Round 1 is under way');
});

test('who only looks on since they joined is introduced to nobody', async () => {
  await using walk = await begin([MARCUS, LENA]);
  await walk.database.client.member.updateMany({
    where: { slackUserId: MARCUS },
    data: { observer: true },
  });
  await comes(walk, TUESDAY);
  expect(await groups(walk)).toEqual([]);
  for (const userId of [MARCUS, LENA]) expect(together(walk, userId)).toEqual([]);
  expect(told(walk, MARCUS)).toEqual([]);
});

test('an account that ends leaves its group, and comes back to none of it', async () => {
  await using walk = await begin([RENATA, LENA]);
  await comes(walk, TUESDAY);
  await walk.slack.as(LENA).leaves(CHANNEL);
  await walk.idle();
  await comes(walk, '2026-12-01T15:10:00Z');
  expect(await groups(walk)).toMatchObject([{ state: 'ended' }]);
  expect(told(walk, RENATA).at(-1)).toContain('<@U0LENA> can’t take part this time after all.');
  await press(walk, RENATA, 'Wed 2 Dec 09:00 (Chicago), 16:00 (Berlin) suits me');
  const [message] = together(walk, RENATA)
    .flatMap(({ messages }) => messages)
    .filter(({ isEphemeral }) => isEphemeral);
  expect(message?.text).toContain('That introduction is over');
  expect(await walk.database.client.checkin.findMany()).toContainEqual(
    expect.objectContaining({ state: 'left' }),
  );
});

test('an answer can be changed, counts after the close, and is the group’s alone', async () => {
  await using walk = await begin([RENATA, LENA]);
  await comes(walk, TUESDAY);
  await comes(walk, '2026-12-09T15:30:00Z');
  await press(walk, LENA, 'Not this time');
  expect(await groups(walk)).toMatchObject([{ state: 'not_this_time' }]);
  await comes(walk, '2026-12-15T15:30:00Z');
  const round = () => walk.database.client.checkinRound.findFirstOrThrow();
  expect(await round()).toMatchObject({ grouped: 1, met: 0 });
  await says(walk, RENATA, 'partnership checkins met');
  expect(await groups(walk)).toMatchObject([{ state: 'met' }]);
  expect(await round()).toMatchObject({ grouped: 1, met: 1 });
  await says(walk, RENATA, 'partnership checkins not this time');
  expect(await round()).toMatchObject({ grouped: 1, met: 0 });
});

test('somebody else’s group can’t be spoken for, by any button', async () => {
  await using walk = await begin([RENATA, LENA]);
  await comes(walk, TUESDAY);
  await says(walk, MARCUS, 'partnership checkins join');
  expect(await says(walk, MARCUS, 'partnership checkins time 1')).toContain('nobody whom you are');
  expect(await says(walk, MARCUS, 'partnership checkins met')).toContain('nothing to say yet');
  expect(await says(walk, MARCUS, 'partnership checkins')).not.toContain('U0LENA');
  expect(await walk.database.client.checkinPlace.count({ where: { hasTapped: true } })).toBe(0);
});

test('who met whom is forgotten after a year, and how many stays', async () => {
  await using walk = await begin([RENATA, LENA, JOSUE]);
  await comes(walk, TUESDAY);
  await comes(walk, '2026-12-15T15:30:00Z');
  const { client } = walk.database;
  const { partnershipId } = await client.checkinRound.findFirstOrThrow();
  const forget = (before: string) =>
    inTransaction(client, (tx) => deleteGroupsBefore(tx, partnershipId, before));
  await forget('2026-12-01');
  expect(await client.checkinPlace.count()).toBe(3);
  await forget('2026-12-02');
  expect([await client.checkinPlace.count(), await client.checkinGroup.count()]).toEqual([0, 0]);
  expect(await client.checkinRound.findFirst()).toMatchObject({ joined: 3, matched: 3 });
  expect(await says(walk, RENATA, 'partnership checkins')).toContain('3 took part');
});
