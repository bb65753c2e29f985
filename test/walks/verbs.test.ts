import { expect, test } from 'vitest';
import { createParcels } from '../support/parcels.ts';
import { fillIn, press, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const LENA = 'U0LENA';

test('what can be said of a row is said in a line, by its button and by its form', async () => {
  const { noun, kept } = createParcels();
  await using walk = await startWalk({ nouns: [noun] });
  await threeOrganizations(walk, COORDINATORS);
  expect(await says(walk, RENATA, 'partnership parcels')).toContain('Nothing is under way.');
  expect(await says(walk, RENATA, 'partnership parcels add Books = 2026-12-04; large')).toBe(
    'Sent: *Books* by 4 December 2026.',
  );
  expect(await says(walk, LENA, 'partnership parcels move books = 2026-12-05; late; very')).toBe(
    '*Books* by 5 December 2026: late; very.',
  );
  await says(walk, RENATA, 'partnership parcels');
  await press(walk, RENATA, 'Open Books');
  await press(walk, RENATA, 'Another day: Books');
  expect(await fillIn(walk, RENATA, { dueOn: '2026-11-01' })).toMatchObject({
    errors: { dueOn: expect.stringContaining('has passed') },
  });
  await fillIn(walk, RENATA, { dueOn: '2026-12-08' });
  expect(walk.answer(RENATA)).toBe('*Books* by 8 December 2026.');
  await says(walk, RENATA, 'partnership parcels books');
  await press(walk, RENATA, 'Open it: Books');
  expect(walk.answer(RENATA)).toBe('Opened: *Books*.');
  expect(kept).toEqual([]);
  await press(walk, RENATA, 'Another day: Books');
  expect(walk.answer(RENATA)).toContain('That parcel is no longer here.');
  expect(walk.answer(RENATA)).toContain('Nothing is under way.');
});

test('what a line leaves out is asked for by form, and refused in its place', async () => {
  const { noun, kept } = createParcels();
  await using walk = await startWalk({ nouns: [noun] });
  await threeOrganizations(walk, COORDINATORS);
  const long = 'x'.repeat(41);
  expect(await says(walk, RENATA, `partnership parcels add ${long} = 2026-12-04`)).toBe(
    'The name has 41 characters; 40 is the most.',
  );
  await says(walk, RENATA, 'partnership parcels add');
  expect(await fillIn(walk, RENATA, { title: ' ', dueOn: '2026-12-04' })).toMatchObject({
    errors: { title: expect.any(String) },
  });
  await fillIn(walk, RENATA, { title: 'Tea', dueOn: '2026-12-04' });
  expect(kept).toMatchObject([{ title: 'Tea', dueOn: '2026-12-04', size: '' }]);
  expect(await says(walk, LENA, 'partnership parcels add Figs')).toContain(
    '`@common-ground partnership parcels add NAME = DAY; SIZE`',
  );
  await press(walk, LENA, 'Send a parcel');
  await fillIn(walk, LENA, { dueOn: '2026-12-05', size: 'l' });
  expect(kept.at(-1)).toMatchObject({ title: 'Figs', dueOn: '2026-12-05', size: 'l' });
  expect(await says(walk, LENA, 'partnership parcels add Ink = 2026-12-05; huge')).toContain(
    '“huge” is none of these: Small, Large.',
  );
  expect(await says(walk, RENATA, 'partnership parcels move')).toContain('Which parcel?');
});

test('a day that can be read in two ways is asked about, and so is a row', async () => {
  const { noun, kept } = createParcels();
  await using walk = await startWalk({ nouns: [noun] });
  await threeOrganizations(walk, COORDINATORS);
  expect(await says(walk, LENA, 'partnership parcels add Maps = 1/2/2027')).toContain(
    'Which one do you mean?',
  );
  expect(kept).toEqual([]);
  await press(walk, LENA, 'Monday 1 February 2027');
  await says(walk, LENA, 'partnership parcels add Map of rivers = 5 January');
  await press(walk, LENA, 'Yes, Tuesday 5 January 2027');
  expect(kept).toMatchObject([{ dueOn: '2027-02-01' }, { dueOn: '2027-01-05' }]);
  expect(await says(walk, RENATA, 'partnership parcels move map = 2027-03-01')).toContain(
    'Several can be meant.',
  );
  await press(walk, RENATA, 'Another day: Map of rivers');
  expect(kept).toMatchObject([{ dueOn: '2027-02-01' }, { dueOn: '2027-03-01' }]);
  expect(await says(walk, RENATA, 'partnership parcels maqs')).toContain('Did you mean “Maps”?');
});

test('many are seen by the page, and what is said of all needs no row', async () => {
  const { noun, kept, watching } = createParcels();
  await using walk = await startWalk({ nouns: [noun] });
  await threeOrganizations(walk, COORDINATORS);
  for (let n = 1; n <= 25; n += 1)
    kept.push({ id: `${n}`, title: `Box ${n}`, dueOn: '2026-12-04', size: '' });
  expect(await says(walk, RENATA, 'partnership parcels box')).toContain('Page 1 of 3.');
  await press(walk, RENATA, 'Next page');
  expect(walk.answer(RENATA)).toContain('*Box 11*');
  expect(walk.answer(RENATA)).not.toContain('*Box 10*');
  expect(await says(walk, RENATA, 'partnership parcels watch')).toContain('You are told of each');
  expect(watching.size).toBe(1);
  expect(await says(walk, LENA, 'partnership parcels help')).toContain('parcels move PARCEL = DAY');
});
