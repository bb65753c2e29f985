import { expect, test } from 'vitest';
import { says } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [JOSUE]: 'Lantern', [LENA]: 'Quillstone' },
};

test('a council whose papers are due too early is noticed in November (T5, M4)', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });

  expect(await says(walk, RENATA, 'partnership meetings')).toContain('No meetings are known yet');
  expect(await says(walk, RENATA, 'partnership meetings add council')).toContain('on which days?');
  expect(await says(walk, RENATA, 'partnership meetings add council = 31 February')).toContain(
    'has 28 days',
  );
  const added = await says(
    walk,
    RENATA,
    'partnership meetings add council = 15 December, 5 January 2027, 19 January 2027 at 18:30 papers 10',
  );
  expect(added).toContain(
    '15 December 2026, 18:30: *council* of City · *papers due* 1 December 2026',
  );
  expect(await says(walk, LENA, 'partnership meetings')).toContain('*council* of City');
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
  expect(
    await says(walk, RENATA, 'partnership meetings remove council = 5 January 2027'),
  ).toContain('Taken away: *council* on 5 January 2027');
  expect(await says(walk, RENATA, 'partnership milestones Funding')).toContain(
    'The next meeting is 19 January 2027.',
  );
});
