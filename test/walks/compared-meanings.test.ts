import { expect, test } from 'vitest';
import { fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const MARCUS = 'U0MARCUS';
const ARJUN = 'U0ARJUN';

const MEANINGS = { City: 'Point of contact', Quillstone: 'Proof of concept' };

/** City and Quillstone have written, Lantern has not. */
async function comparing(walk: Walk): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, `glossary define POC = ${MEANINGS.City}`);
  await says(walk, LENA, `glossary define POC = ${MEANINGS.Quillstone}`);
}

/** What somebody can read of it by every way there is. */
async function reads(walk: Walk, userId: string): Promise<string> {
  const answers: string[] = [];
  for (const words of ['POC', 'history POC', 'list', 'search proof', 'search point']) {
    answers.push(await says(walk, userId, `glossary ${words}`));
  }
  return [...answers, ...walk.posts(), ...told(walk, userId)].join('\n');
}

test('who withdraws takes their own words out, and everybody else’s stay unseen', async () => {
  await using walk = await startWalk();
  await comparing(walk);
  const withdrawn = await says(walk, RENATA, 'glossary withdraw POC');
  expect(withdrawn).toContain('stays unseen until everybody has written theirs');
  expect(withdrawn).toContain('Still to write: City and Lantern');
  expect(walk.posts().at(-1)).toContain('Still to write: City and Lantern');
  for (const userId of [RENATA, JOSUE]) {
    expect(await reads(walk, userId)).not.toContain(MEANINGS.Quillstone);
  }
  expect(await reads(walk, JOSUE)).not.toContain(MEANINGS.City);
  expect(await says(walk, RENATA, 'glossary history POC')).toContain(MEANINGS.City);
  expect(await says(walk, RENATA, 'glossary withdraw POC')).toContain('nothing to take back');

  await says(walk, JOSUE, 'glossary define POC = Point of care');
  expect(await reads(walk, JOSUE)).not.toContain(MEANINGS.Quillstone);
  await says(walk, RENATA, 'glossary define POC = Whom to ask');
  expect(walk.posts().at(-1)).toContain('3 lives');
  expect(walk.posts().at(-1)).toContain('Whom to ask');
  // What was put forward openly was read by all; what was only written blind and taken out was not.
  expect(walk.posts().at(-1)).not.toContain(MEANINGS.City);
});

test('what was taken out stays its own also after the end, and what was compared is everybody’s', async () => {
  await using walk = await startWalk();
  await comparing(walk);
  await says(walk, LENA, 'glossary withdraw POC');
  expect(await reads(walk, JOSUE)).not.toContain(MEANINGS.City);
  await says(walk, LENA, 'glossary define POC = A trial build');
  await says(walk, JOSUE, 'glossary define POC = Point of care');
  const history = await says(walk, JOSUE, 'glossary history POC');
  expect(history).toContain('A trial build');
  expect(history).not.toContain(MEANINGS.Quillstone);
  const own = await says(walk, LENA, 'glossary history POC');
  expect(own).toContain(MEANINGS.Quillstone);
  expect(own).toContain('took out what their organization had written');
});

test('what was taken out by mistake is written again from the history, as unseen as before', async () => {
  await using walk = await startWalk();
  await comparing(walk);
  await says(walk, LENA, 'glossary withdraw POC');
  await says(walk, LENA, 'glossary history POC');
  await press(walk, LENA, 'Use again: POC');
  await fillIn(walk, LENA, {});
  const usages = await walk.database.client.usage.findMany();
  expect(usages.map(({ meaning }) => meaning)).toContain(MEANINGS.Quillstone);
  expect(await reads(walk, JOSUE)).not.toContain(MEANINGS.Quillstone);
  await says(walk, JOSUE, 'glossary define POC = Point of care');
  expect(walk.posts().at(-1)).toContain(MEANINGS.Quillstone);
});

test('only who speaks for an organization takes its words out, where somebody is named', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { ...COORDINATORS, representatives: { [RENATA]: 'City' } });
  await says(walk, RENATA, `glossary define POC = ${MEANINGS.City}`);
  await says(walk, LENA, `glossary define POC = ${MEANINGS.Quillstone}`);
  expect(await says(walk, MARCUS, 'glossary withdraw POC')).toContain(
    'City named who speaks for it: Renata',
  );
  expect(await says(walk, ARJUN, 'glossary withdraw POC')).toContain('Still to write');
});

test('when nobody’s words are left, the term begins anew', async () => {
  await using walk = await startWalk();
  await comparing(walk);
  await says(walk, RENATA, 'glossary withdraw POC');
  expect(await says(walk, LENA, 'glossary withdraw POC')).toContain('begins anew');
  expect(await walk.database.client.term.findFirst()).toMatchObject({ collectingSince: null });
  expect(await says(walk, JOSUE, 'glossary define POC = Point of care')).toContain('Put forward');
  expect(await says(walk, RENATA, 'glossary POC')).toContain('Point of care');
});

test('what all agree on afterwards leaves each organization its own words', async () => {
  await using walk = await startWalk();
  await comparing(walk);
  await says(walk, JOSUE, 'glossary define POC = Point of care');
  await says(walk, RENATA, 'glossary define POC = The person whom a resident asks');
  for (const userId of [JOSUE, LENA]) await says(walk, userId, 'glossary endorse POC');
  const usages = await walk.database.client.usage.findMany();
  expect(usages.map(({ meaning }) => meaning).toSorted()).toEqual([
    'Point of care',
    MEANINGS.City,
    MEANINGS.Quillstone,
  ]);
  expect(await says(walk, JOSUE, 'glossary POC')).toContain(MEANINGS.City);
});
