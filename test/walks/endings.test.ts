import { expect, test } from 'vitest';
import { answer } from '../../src/agreements/answer.ts';
import { listMembers } from '../../src/members/list-members.ts';
import { milestoneAgreeable } from '../../src/milestones/agreeable.ts';
import { dropMilestone } from '../../src/milestones/drop-milestone.ts';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const AT = '2026-11-24T15:00:00Z';

/** Dates are put forward openly. */
async function openly(walk: Walk, ...lines: readonly string[]): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  for (const line of lines) await says(walk, RENATA, `partnership milestones ${line}`);
}

async function allEndorse(walk: Walk, title: string): Promise<void> {
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

test('what is done is not given up by an older proposal, and says so to whoever still says yes', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await allEndorse(walk, 'Pilot');
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await says(walk, RENATA, 'partnership milestones Pilot');
  await press(walk, RENATA, 'Share Pilot in the channel');
  await says(walk, RENATA, 'partnership milestones done Pilot');
  await allEndorse(walk, 'Pilot');
  expect(walk.answer(LENA)).toContain('“Pilot” is done already');
  expect(walk.posts().join()).not.toContain('not pursued');
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain('done on 24 November');
});

test('what was given up is not agreed by an older proposal', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await says(walk, RENATA, 'partnership milestones Pilot');
  await press(walk, RENATA, 'Share Pilot in the channel');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot');
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await says(walk, LENA, 'partnership milestones endorse Pilot');
  expect(walk.answer(LENA)).toContain('“Pilot” is dropped already');
  expect(walk.posts().join()).not.toContain('all said yes');
  const open = await walk.database.client.proposal.count({ where: { state: 'open' } });
  expect(open).toBe(0);
});

test('what is not done after all goes on as before, and the channel’s thanks say so', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await allEndorse(walk, 'Pilot');
  await says(walk, RENATA, 'partnership milestones done Pilot');
  expect(walk.posts().at(-1)).toContain(':tada: *Pilot* is done');
  await press(walk, RENATA, 'Not done after all: Pilot');
  expect(walk.answer(RENATA)).toContain('under way again');
  expect(walk.posts().at(-1)).toContain('*Pilot* is still under way');
  expect(walk.posts().join()).not.toContain(':tada:');
  expect(await says(walk, RENATA, 'partnership milestones history Pilot')).toContain(
    'said it is still under way',
  );
  expect(await says(walk, RENATA, 'partnership milestones Pilot')).toContain(
    '18 December, as agreed',
  );
  // It is asked about as before, and celebrated once more when it is done.
  await comes(walk, '2026-12-17T15:30:00Z');
  await comes(walk, '2026-12-17T17:30:00Z');
  expect(told(walk, RENATA).join()).toContain('*Pilot*: 18 December is near');
  await says(walk, RENATA, 'partnership milestones done Pilot');
  expect(walk.posts().filter((text) => text.includes(':tada: *Pilot* is done'))).toHaveLength(1);
});

test('who may say that it is not done: the owner’s people, within a week', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await allEndorse(walk, 'Pilot');
  expect(await says(walk, RENATA, 'partnership milestones reopen Pilot')).toContain(
    'under way already',
  );
  await says(walk, RENATA, 'partnership milestones done Pilot');
  expect(await says(walk, LENA, 'partnership milestones reopen Pilot')).toContain(
    'City looks after “Pilot”',
  );
  walk.clock.moveTo('2026-12-02T15:00:00Z');
  expect(await says(walk, RENATA, 'partnership milestones reopen Pilot')).toContain(
    'More than a week ago',
  );
  walk.clock.moveTo('2026-12-01T15:00:00Z');
  expect(await says(walk, RENATA, 'partnership milestones reopen Pilot')).toContain(
    'under way again',
  );
});

test('what was given up before anybody agreed comes back, and what all agreed to give up does not', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18', 'add Review = 2026-12-21');
  await allEndorse(walk, 'Review');
  await says(walk, RENATA, 'partnership milestones drop Review');
  await allEndorse(walk, 'Review');
  expect(await says(walk, RENATA, 'partnership milestones reopen Review')).toContain(
    'You all agreed to give up “Review”',
  );
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await press(walk, RENATA, 'Bring it back: Pilot');
  expect(walk.answer(RENATA)).toContain('It is back.');
  await says(walk, RENATA, 'partnership milestones propose Pilot = 2026-12-18');
  await allEndorse(walk, 'Pilot');
  expect(walk.posts().at(-1)).toContain('Settled: *Pilot* by *18 December*');
});

test('dates that were given blind stay so when what was given up or done comes back', async () => {
  await using walk = await startWalk({ at: AT });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-16');
  for (const verb of ['drop', 'done']) {
    expect(await says(walk, RENATA, `partnership milestones ${verb} Pilot`)).not.toContain('blind');
    await says(walk, RENATA, 'partnership milestones reopen Pilot');
    const seen = await says(walk, LENA, 'partnership milestones Pilot');
    expect(seen).toContain('Still to answer: Quillstone and Lantern');
    expect(seen).not.toContain('16 March');
  }
});

test('who says that something is done hears what it was to wait for', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18', 'add Review = 2026-12-11');
  await says(walk, RENATA, 'partnership milestones after Pilot = Review');
  expect(await says(walk, RENATA, 'partnership milestones done Pilot')).toContain(
    'It was to wait for “Review”, which is not done.',
  );
});

test('of the last yes and the giving up at once, one comes first, and the other hears of it', async () => {
  await using walk = await startWalk({ at: AT });
  await openly(walk, 'add Pilot = 2026-12-18');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot');
  const { id, partnershipId } = await walk.database.client.milestone.findFirstOrThrow();
  const ctx = await walk.bot.contextFor(partnershipId);
  const members = await listMembers(ctx);
  const as = (userId: string) => ({
    ...ctx,
    member: members.find(({ slackUserId }) => slackUserId === userId),
  });
  const [endorsed, dropped] = await Promise.allSettled([
    answer(as(LENA), milestoneAgreeable, { subjectId: id, kind: 'endorse' }),
    dropMilestone(as(RENATA), { milestoneId: id }),
  ]);
  await walk.idle();
  const { baselineOn, droppedAt } = await walk.database.client.milestone.findFirstOrThrow();
  // Given up before it was agreed, or agreed and then proposed to be given up.
  expect(dropped.status).toBe('fulfilled');
  expect([baselineOn !== null, droppedAt !== null]).toEqual(
    endorsed.status === 'fulfilled' ? [true, false] : [false, true],
  );
  if (endorsed.status === 'rejected')
    expect(String(endorsed.reason)).toContain('is dropped already');
});
