import { expect, test } from 'vitest';
import { fillIn, press, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

test('a council whose papers are due too early is noticed in November (T5, M4)', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });

  expect(await says(walk, RENATA, 'partnership meetings')).toContain('No meetings are known yet');
  await says(walk, RENATA, 'partnership meetings add council');
  expect(walk.slack.as(RENATA).sees().modals).toHaveLength(1);
  expect(await says(walk, RENATA, 'partnership meetings add council = 31 February')).toContain(
    'has 28 days',
  );
  const asked = await says(
    walk,
    RENATA,
    'partnership meetings add council = 15 December, 5 January 2027, 19 January 2027 at 18:30 papers 10',
  );
  expect(asked).toContain('I read these days for *council*:');
  expect(asked).toContain('• Tuesday 15 December 2026');
  expect(await walk.database.client.meeting.count()).toBe(0);
  await press(walk, RENATA, 'Yes, add them');
  expect(walk.answer(RENATA)).toContain(
    '15 December 2026, 18:30 in Chicago: *council* of City · *papers due* 1 December 2026',
  );
  expect(await says(walk, LENA, 'partnership meetings')).toContain(
    '15 December 2026, 18:30 in Chicago, 01:30 on 16 December 2026 for you: *council* of City',
  );
  expect(await says(walk, LENA, 'partnership meetings remove council = 15 December')).toContain(
    'Your organization has no meeting “council” on that day',
  );

  await says(walk, RENATA, 'partnership milestones add Funding = 2026-12-15');
  await says(walk, JOSUE, 'partnership milestones endorse Funding');
  await says(walk, LENA, 'partnership milestones endorse Funding');
  const steps = 'Budget memo 4; Attorney review 6; Vote @council papers 10';
  const planned = await says(walk, RENATA, `partnership milestones steps Funding = ${steps}`);
  expect(planned).toContain(
    '*Funding* is red. It can’t make 15 December: papers are due 1 December, before they can be ready. The next meeting is 5 January 2027.',
  );
  expect(await says(walk, RENATA, 'partnership milestones steps Funding = something')).toContain(
    'I can’t read “something”',
  );
  const removed = await says(walk, RENATA, 'partnership meetings remove council = 5 January');
  expect(removed).toContain('Taken away: *council* on 5 January 2027');
  expect(removed).toContain('*Funding* counted on it: its next possible day is 19 January 2027');
  expect(await says(walk, RENATA, 'partnership milestones Funding')).toContain(
    'The next meeting is 19 January 2027.',
  );
});

test('a meeting is added by form; unusual days are asked about, and past ones can be taken away', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, LENA, 'partnership meetings add board = 2026-12-16');

  await says(walk, RENATA, 'partnership meetings');
  await press(walk, RENATA, 'Add a meeting');
  expect(await fillIn(walk, RENATA, { name: 'Board', days: '', time: '' })).toMatchObject({
    errors: { days: expect.any(String) },
  });
  expect(
    await fillIn(walk, RENATA, { name: 'Board', days: '2026-12-20', time: 'evening' }),
  ).toMatchObject({ errors: { time: expect.stringContaining('no time of day') } });
  await fillIn(walk, RENATA, { name: 'Board', days: '2026-12-20', time: '6:30 pm', papers: '5' });
  expect(walk.answer(RENATA)).toContain('20 December 2026 is a Sunday, no working day of City');
  await press(walk, RENATA, 'Yes, Sunday 20 December 2026');
  expect(walk.answer(RENATA)).toContain('20 December 2026, 18:30 in Chicago: *Board* of City');
  expect(walk.answer(RENATA)).toContain('Quillstone has meetings of that name too');

  await says(walk, LENA, 'partnership meetings add board = 3-5 January 2027');
  expect(walk.answer(LENA)).toContain('can be 3 January 2027 or 5 January 2027');
  expect(await says(walk, LENA, 'partnership meetings add board = 5 January at 25:00')).toContain(
    '“25:00” is no time of day',
  );
  walk.clock.moveTo('2027-01-11T15:00:00Z');
  expect(await says(walk, RENATA, 'partnership meetings remove board = 21 December')).toContain(
    'has no meeting “board” on that day. It has 20 December 2026.',
  );
  expect(await says(walk, RENATA, 'partnership meetings remove board = 20 December')).toContain(
    'Taken away: *board* on 20 December 2026',
  );
});
