import { expect, test } from 'vitest';
import { fillIn, press, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

async function walkOpenly(): Promise<Walk> {
  const walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  return walk;
}

async function agreed(walk: Walk, title: string, on: string): Promise<void> {
  await says(walk, RENATA, `partnership milestones add ${title} = ${on}`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

const rows = (walk: Walk) => walk.database.client.milestone.findMany({ orderBy: { title: 'asc' } });

test('what can be read in two ways, or only in part, is never carried out without asking', async () => {
  await using walk = await walkOpenly();
  const add = (on: string) => says(walk, RENATA, `partnership milestones add Pilot = ${on}`);
  expect(await add('3-5 March 2027')).toContain('can mean more than one day. Which do you mean?');
  expect(await add('not before 5 March 2027')).toContain(
    'I understand “5 March 2027”, but not “not before”',
  );
  expect(await add('12-04-2026')).toContain(
    'I read “12-04-2026” as *Friday 4 December 2026*. Is that right?',
  );
  expect(await add('next month')).toContain('Which day in December 2026?');
  expect(await add('10 working days from now')).toContain('as *Friday 11 December 2026*');
  expect(await rows(walk)).toEqual([]);
  await add('between 3 and 5 March 2027');
  await press(walk, RENATA, 'Friday 5 March 2027');
  expect(walk.answer(RENATA)).toContain('put forward: *Pilot* by *5 March 2027*');
});

test('a milestone is done on an earlier day, however that day is said', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Review', '2026-12-18');
  expect(await says(walk, RENATA, 'partnership milestones done Review = tomorrow')).toContain(
    '26 November 2026 is still to come. Which earlier day was it?',
  );
  expect(await says(walk, RENATA, 'partnership milestones done Review = last Friday')).toContain(
    'as *Friday 20 November 2026*',
  );
  await press(walk, RENATA, 'Yes, Friday 20 November 2026');
  expect((await rows(walk)).map(({ doneOn }) => doneOn?.toISOString().slice(0, 10))).toEqual([
    '2026-11-20',
  ]);
});

test('what would be refused whichever day it is, is refused before anybody is asked about the day', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Review', '2026-12-18');
  const taken =
    'There is a milestone “review” already. Look at it with `/partnership milestones review`';
  expect(await says(walk, RENATA, 'partnership milestones add review = 31 March')).toContain(taken);
  expect(await says(walk, RENATA, 'partnership milestones add review')).toContain(taken);
  expect(await says(walk, RENATA, 'partnership milestones add = 31 March')).toContain(
    'What is to be reached?',
  );
  const notTheirs = 'City looks after “Review”';
  for (const line of [
    'move Review = 31 March',
    'done Review = yesterday',
    'latest Review = May 3',
  ]) {
    expect(await says(walk, JOSUE, `partnership milestones ${line}`)).toContain(notTheirs);
  }
  for (const line of ['plan Review', 'move Review', 'steps Review']) {
    expect(await says(walk, JOSUE, `partnership milestones ${line}`)).toContain(notTheirs);
    expect(walk.slack.as(JOSUE).sees().modals).toEqual([]);
  }
  expect(await says(walk, JOSUE, 'partnership milestones propose Review = 31 March')).toContain(
    'Say the new date you expect: `/partnership milestones move Review = DATE`',
  );
  expect(
    await says(walk, JOSUE, 'partnership milestones dates Review = 1 March; 1 April; 1 May'),
  ).toContain('The earliest day comes after the one you would like');
  expect(await says(walk, RENATA, 'partnership milestones move Review = 31 March 2047')).toContain(
    'more than ten years ahead',
  );
});

test('a reason in ordinary words is understood; for another the six are offered', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Review', '2026-12-18');
  expect(
    await says(
      walk,
      RENATA,
      'partnership milestones move Review = 2027-01-08 because waiting for approval',
    ),
  ).toContain('Why: Somebody has to approve.');
  const unknown = await says(
    walk,
    RENATA,
    'partnership milestones move Review = 2027-01-15 because aliens',
  );
  expect(unknown).toContain('“aliens” is none of the reasons that I keep');
  expect(unknown).toContain('approval, dependency, capacity, scope, estimate, outside');
  expect(unknown).toContain('15 January 2027 instead of 8 January 2027');
  await press(walk, RENATA, 'Something from outside');
  expect(walk.answer(RENATA)).toContain('Saved. Why: Something from outside.');
  const forecasts = await walk.database.client.forecast.findMany({ orderBy: { at: 'asc' } });
  expect(forecasts.map(({ reason }) => reason)).toEqual([null, 'approval', null, 'outside']);
});

test('an empty place among the dates means that there is none', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
  const asked = await says(walk, JOSUE, 'partnership milestones dates Pilot = 1 March; ; 31 March');
  expect(asked).toContain('as *Monday 1 March 2027*, Wednesday 31 March 2027 at the latest');
  await press(walk, JOSUE, 'Yes, Monday 1 March 2027');
  expect(walk.answer(JOSUE)).toContain('You said: 1 March 2027, 31 March 2027 at the latest');
  expect(await says(walk, JOSUE, 'partnership milestones dates Pilot = ; 1 March')).toContain(
    'Which day would suit you',
  );
});

test('dates that are typed in the channel are kept, and it is said that others can read them', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  const hint = await says(walk, LENA, 'partnership milestones add Pilot');
  expect(hint).toContain('`partnership milestones add Pilot = 31 March` in a direct message to me');
  const added = await says(walk, LENA, 'partnership milestones add Pilot = 2027-03-01');
  expect(added).toContain('the line you wrote stands in the channel, where others can read');
  await says(walk, RENATA, 'partnership milestones add Fair = 2027-03-01');
  expect(walk.answer(RENATA)).not.toContain('stands in the channel');
  await says(walk, LENA, 'partnership milestones dates Fair = 12 March');
  await press(walk, LENA, 'Yes, Friday 12 March 2027');
  expect(walk.answer(LENA)).toContain('I show it to nobody before');
  expect(walk.answer(LENA)).toContain('stands in the channel, where others can read your date');
  expect(walk.answer(LENA)).not.toContain('Nobody else sees it before');

  await walk.slack.as(LENA).dm('milestones dates Fair = 2027-03-15');
  await walk.idle();
  const alone = walk.slack.as(LENA).sees().dm.at(-1)?.text ?? '';
  expect(alone).toContain('Nobody else sees it before Lantern has answered');
});

test('lines need no “partnership” in front of them where the bot is spoken to by name', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Review', '2026-12-18');
  const alone = async (words: string) => {
    await walk.slack.as(LENA).dm(words);
    await walk.idle();
    return walk.slack.as(LENA).sees().dm.at(-1)?.text ?? '';
  };
  expect(await alone('timeline')).toContain('The timeline: 1 milestone under way');
  expect(await alone('milestones')).toContain('Milestones: 1 under way');
  expect(await alone('milestones review')).toContain('*Review* · green · 18 December, as agreed');
  expect(await alone('meetings')).toContain('No meetings are known yet');
  expect(await alone('digest now')).toContain('Review');
  expect(await alone('milestones help')).toContain('`partnership milestones dates TITLE');
  await walk.slack.as(LENA).says(CHANNEL, '@Common Ground milestones help');
  await walk.idle();
  expect(walk.answer(LENA)).toContain(
    '`partnership milestones dates TITLE = 1 March; 15 February; 31 March` in a direct message to me',
  );
});

test('a name that several have, or none, leads on', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Pilot open', '2026-12-18');
  await agreed(walk, 'Pilot over', '2027-12-17');
  expect(await says(walk, LENA, 'partnership milestones pilot')).toContain(
    'Several milestones have that in their name. Which one do you mean?',
  );
  await press(walk, LENA, 'Open Pilot over');
  expect(walk.answer(LENA)).toContain('*Pilot over* · green · 17 December 2027, as agreed');
  const missed = await says(walk, LENA, 'partnership milestones still Pilot opne');
  expect(missed).toContain('I know no milestone “Pilot opne”. Did you mean *Pilot open*');
  await press(walk, LENA, 'List all milestones');
  expect(walk.answer(LENA)).toContain('Milestones: 2 under way');
});

test('the latest day is confirmed like every other, and what is kept is said', async () => {
  await using walk = await walkOpenly();
  await agreed(walk, 'Review', '2026-12-18');
  expect(await says(walk, RENATA, 'partnership milestones latest Review = 30 April')).toContain(
    'I read “30 April” as *Friday 30 April 2027*',
  );
  expect((await rows(walk))[0]?.latestAcceptableOn).toBeNull();
  await press(walk, RENATA, 'Yes, Friday 30 April 2027');
  expect(walk.answer(RENATA)).toContain(
    'Saved: Friday 30 April 2027 is the latest day that would do.',
  );
  expect(await says(walk, RENATA, 'partnership milestones latest Review = 2027-05-07')).toContain(
    'Saved: Friday 7 May 2027',
  );
  await says(walk, RENATA, 'partnership milestones plan Review');
  expect(await fillIn(walk, RENATA, { remaining: '3' })).toBeDefined();
  expect(walk.posts(CHANNEL).join()).not.toContain('7 May');
});
