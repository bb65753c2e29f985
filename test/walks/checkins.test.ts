import { expect, test } from 'vitest';
import type { SeenGroup } from '../../sandbox/slack/sees.ts';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

/** The day before rounds may open, and the moment at which Chicago and Berlin are both at work. */
const MONDAY = '2026-11-30T15:00:00Z';
const TUESDAY = '2026-12-01T15:00:00Z';

function groupOf(walk: Walk, userId: string): SeenGroup {
  const group = walk.slack.as(userId).sees().groups.at(-1);
  if (!group) throw new Error(`${userId} is in no group conversation`);
  return group;
}

const groupSaid = (walk: Walk, userId: string): readonly string[] =>
  groupOf(walk, userId)
    .messages.filter(({ isBot, isEphemeral }) => isBot && !isEphemeral)
    .map(({ text }) => text);

async function begin(at: string, joining: readonly string[]): Promise<Walk> {
  const walk = await startWalk({ at });
  await threeOrganizations(walk, COORDINATORS);
  for (const userId of joining) await says(walk, userId, 'partnership checkins join');
  return walk;
}

const states = async (walk: Walk) =>
  (await walk.database.client.checkinGroup.findMany({ orderBy: { id: 'asc' } })).map(
    ({ state }) => state,
  );

test('two people join, are introduced, plan, are asked once, and say that they met', async () => {
  await using walk = await begin(MONDAY, [RENATA]);
  expect(await says(walk, LENA, 'partnership checkins')).toContain('You don’t take part');
  await press(walk, LENA, 'Join');
  expect(walk.answer(LENA)).toContain('The next round opens on Tuesday 1 December 2026.');
  await comes(walk, TUESDAY);
  const [introduction = ''] = groupSaid(walk, RENATA);
  expect(introduction).toContain('<@U0RENATA> (City)');
  expect(introduction).toContain('Wed 2 Dec 09:00 (Chicago), 16:00 (Berlin)>');
  expect(introduction).toContain('Moments that suit you both');
  expect(introduction).toContain('bring your own cup');
  expect(introduction).toContain('until Monday 14 December 2026');
  // No one of both is written to alone about the same.
  expect(told(walk, LENA)).toEqual([]);

  await press(walk, RENATA, 'Mon 7 Dec 09:15 (Chicago), 16:15 (Berlin) suits me');
  expect(groupSaid(walk, LENA).at(-1)).toContain('<@U0RENATA>: ');
  await press(walk, RENATA, 'Mon 7 Dec 09:15 (Chicago), 16:15 (Berlin) suits me');
  expect(groupSaid(walk, LENA)).toHaveLength(2);
  await press(walk, LENA, 'Suits me too');
  const planned = groupOf(walk, LENA).messages.filter(({ isEphemeral }) => !isEphemeral);
  expect(planned.at(-2)?.text).toContain('Planned: ');
  expect(JSON.stringify(planned.at(-1))).toContain('check-in.ics');
  expect(await states(walk)).toEqual(['planned']);

  // Planned, so that nobody is reminded on Monday; asked when it is over, and once.
  await comes(walk, '2026-12-07T14:30:00Z');
  expect(told(walk, LENA).join()).not.toContain('no moment yet');
  await comes(walk, '2026-12-08T15:30:00Z');
  await comes(walk, '2026-12-10T15:30:00Z');
  const asked = told(walk, LENA).filter((text) => text.includes('find a moment?'));
  expect(asked).toHaveLength(1);
  await press(walk, LENA, 'We met');
  expect(await states(walk)).toEqual(['met']);
  await comes(walk, '2026-12-15T15:30:00Z');
  const [round] = await walk.database.client.checkinRound.findMany();
  expect(round).toMatchObject({ joined: 2, matched: 2, grouped: 1, met: 1 });
  expect(round?.closedAt).toBeInstanceOf(Date);
  expect(walk.log.join('\n')).not.toMatch(/Renata|U0RENATA|find a moment/);
});

test('C7: who taps on nothing in two rounds is paused quietly, told once, and not introduced next time', async () => {
  await using walk = await begin(MONDAY, [MARCUS, LENA]);
  await comes(walk, TUESDAY);
  await comes(walk, '2026-12-07T15:30:00Z');
  expect(told(walk, MARCUS)).toEqual([
    expect.stringContaining('You and <@U0LENA> have no moment yet.'),
  ]);
  await comes(walk, '2026-12-09T15:30:00Z');
  await press(walk, LENA, 'Not this time');
  for (const day of ['2026-12-16', '2026-12-29', '2027-01-06', '2027-01-13'])
    await comes(walk, `${day}T15:30:00Z`);
  const rows = () =>
    walk.database.client.checkin.findMany({ select: { state: true, pausedUntil: true } });
  expect(await rows()).toEqual([
    { state: 'joined', pausedUntil: null },
    { state: 'joined', pausedUntil: null },
  ]);
  await comes(walk, '2027-01-19T15:30:00Z');
  await comes(walk, '2027-01-20T15:30:00Z');
  expect(await rows()).toContainEqual({ state: 'paused', pausedUntil: null });
  const words = (userId: string) =>
    told(walk, userId).filter((text) => text.includes('paused check-ins'));
  expect(words(MARCUS)).toHaveLength(1);
  expect(words(LENA)).toEqual([]);
  await comes(walk, '2027-01-26T15:30:00Z');
  expect(await walk.database.client.checkinRound.count()).toBe(2);
  await press(walk, MARCUS, 'Take part again');
  expect(await rows()).not.toContainEqual({ state: 'paused', pausedUntil: null });
});

test('of three who are introduced, one leaves, then another; the last one is told and introduced anew', async () => {
  await using walk = await begin(MONDAY, [RENATA, JOSUE, LENA]);
  await comes(walk, TUESDAY);
  expect(groupSaid(walk, JOSUE)[0]).toContain('meet each other');
  await press(walk, RENATA, 'Stop check-ins');
  await walk.idle();
  expect(told(walk, LENA).join()).toContain(
    '<@U0RENATA> can’t take part this time after all. You and <@U0JOSUE> are still introduced',
  );
  expect(await states(walk)).toEqual(['introduced']);
  expect(await says(walk, JOSUE, 'partnership checkins pause until 2026-12-20')).toContain(
    'on a pause until Sunday 20 December 2026',
  );
  await walk.idle();
  expect(told(walk, LENA).at(-1)).toContain('If somebody else waits, I introduce you');
  expect(await states(walk)).toEqual(['ended']);
  // Whoever comes in the middle meets who waits.
  await says(walk, MARCUS, 'partnership checkins join');
  await comes(walk, '2026-12-01T15:45:00Z');
  expect(groupSaid(walk, LENA)[0]).toContain('<@U0MARCUS>');
  // The old buttons say so, and change nothing.
  await comes(walk, '2026-12-02T15:00:00Z');
  expect(await says(walk, RENATA, 'partnership checkins met')).toContain('nothing to say yet');
  // The pause ends by itself.
  expect(await says(walk, JOSUE, 'partnership checkins')).toContain('until Sunday 20 December');
  await comes(walk, '2026-12-21T15:00:00Z');
  expect(await says(walk, JOSUE, 'partnership checkins')).toContain('You take part.');
});

test('who has no partner hears it within the hour, and why', async () => {
  await using walk = await begin(MONDAY, [RENATA, MARCUS, 'U0PRIYA', 'U0THEO', LENA]);
  await comes(walk, TUESDAY);
  const waiting = [RENATA, MARCUS, 'U0PRIYA', 'U0THEO'].filter((userId) =>
    told(walk, userId).join().includes('No partner for you this round; the numbers'),
  );
  // Lena in a group of three with two of them: the other two wait.
  expect(waiting).toHaveLength(2);
  expect(told(walk, waiting[0] ?? '').at(-1)).toContain(
    'first in line on Tuesday 29 December 2026',
  );
  expect(told(walk, LENA)).toEqual([]);
});

test('where Slack lets them have no conversation, each is told by themselves', async () => {
  await using walk = await begin(MONDAY, [RENATA, LENA]);
  walk.slack.fault.refuseGroups('no_permission');
  await comes(walk, TUESDAY);
  expect(walk.slack.as(LENA).sees().groups).toEqual([]);
  expect(told(walk, LENA)[0]).toContain('Meet <@U0RENATA> (City).');
  expect(told(walk, RENATA).at(-1)).toContain('Meet <@U0LENA> (Quillstone).');
  await press(walk, LENA, 'Wed 2 Dec 09:00 (Chicago), 16:00 (Berlin) suits me');
  expect(told(walk, RENATA).at(-1)).toContain('<@U0LENA>: ');
  await press(walk, RENATA, 'Wed 2 Dec 09:00 (Chicago), 16:00 (Berlin) suits me too');
  expect(told(walk, LENA).join()).toContain('Planned: ');
  expect(JSON.stringify(walk.slack.as(LENA).sees().dm)).toContain('check-in.ics');
});

test('C5: organizations that are kept apart are not introduced until the day is over', async () => {
  await using walk = await begin(MONDAY, [RENATA, LENA]);
  expect(
    await says(walk, MARCUS, 'partnership checkins apart Quillstone until 2027-01-19'),
  ).toContain('A coordinator does that');
  expect(await says(walk, RENATA, 'partnership checkins apart City until 2027-01-19')).toContain(
    '“City” is none of these: ',
  );
  expect(
    await says(walk, RENATA, 'partnership checkins apart quillstone until 19 January 2027'),
  ).toContain('until Tuesday 19 January 2027');
  await comes(walk, TUESDAY);
  expect(await states(walk)).toEqual([]);
  expect(told(walk, LENA).join()).toContain('the numbers didn’t work out');
  expect(told(walk, LENA).join()).not.toContain('apart');
  await says(walk, RENATA, 'partnership checkins together Quillstone');
  await comes(walk, '2026-12-15T15:30:00Z');
  expect(await says(walk, RENATA, 'partnership checkins now')).toContain('A round opens now.');
  await comes(walk, '2026-12-15T15:31:00Z');
  expect(groupSaid(walk, LENA)[0]).toContain('<@U0RENATA>');
});

test('rather not is said in private, holds both ways, and is seen by nobody', async () => {
  await using walk = await begin(MONDAY, [RENATA, LENA]);
  expect(await says(walk, LENA, 'partnership checkins rather not <@U0RENATA>')).toContain(
    'better said where nobody else reads it',
  );
  expect(await walk.database.client.checkinRatherNot.count()).toBe(0);
  await walk.slack.as(LENA).dm('checkins rather not');
  await walk.idle();
  await press(walk, LENA, 'Rather not with somebody');
  await fillIn(walk, LENA, { who: RENATA });
  expect(await walk.database.client.checkinRatherNot.count()).toBe(1);
  await comes(walk, TUESDAY);
  expect(await states(walk)).toEqual([]);
  expect(told(walk, RENATA).join()).toContain('the numbers didn’t work out');
  expect(await says(walk, RENATA, 'partnership checkins')).not.toContain('U0LENA');
  const notes = await walk.database.client.note.findMany({ select: { what: true } });
  expect(notes.map(({ what }) => what).join()).not.toContain('checkins');
  expect(walk.log.join()).not.toContain('rather');
  await walk.slack.as(LENA).dm('checkins');
  await walk.idle();
  expect(told(walk, LENA).at(-1)).toContain('I don’t introduce you to <@U0RENATA>');
  await walk.slack.as(LENA).dm('checkins again <@U0RENATA>');
  await walk.idle();
  expect(await walk.database.client.checkinRatherNot.count()).toBe(0);
});

const REFUSED: readonly (readonly [string, string])[] = [
  ['rather not <@U0PRIYA>', 'they have taken no part yet'],
  ['rather not <@U0RENATA>', 'That is you'],
  ['rather not <@U0MARCUS>', 'the same organization'],
  ['rather not somebody', 'choose the person from Slack’s list'],
  ['pause until 2026-11-02', 'has passed'],
  ['pause until 2031-11-02', 'a year at most'],
  ['time 2', 'nobody whom you are to meet'],
  ['time 7', 'none of these: 1, 2, 3'],
  ['met', 'nothing to say yet'],
  ['not this time', 'nothing to say yet'],
  ['now', 'People of two organizations'],
  ['apart Quillstone until 2026-11-02', 'has passed'],
  ['apart Nowhere until 2027-11-02', 'none of these'],
  ['gibberish', 'I don’t know “gibberish” here'],
];

test('what can’t be done is refused with a sentence', async () => {
  await using walk = await begin(MONDAY, [RENATA, MARCUS]);
  for (const [words, sentence] of REFUSED) {
    expect(await says(walk, RENATA, `partnership checkins ${words}`), words).toContain(sentence);
  }
});
