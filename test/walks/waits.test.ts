import { expect, test } from 'vitest';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

async function homeOf(walk: Walk, userId: string): Promise<string> {
  await walk.slack.as(userId).openHome();
  await walk.idle();
  return JSON.stringify(walk.slack.as(userId).sees().home);
}

async function helped(walk: Walk, userId: string): Promise<string> {
  await walk.slack.as(userId).dm('help');
  await walk.idle();
  return told(walk, userId).at(-1) ?? '';
}

test('what waits for somebody comes first on the Home, in /partnership and in a direct message, with its button', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  expect(await homeOf(walk, RENATA)).toContain('Nothing waits for you.');
  expect(await helped(walk, RENATA)).not.toContain('aiting for you');

  await says(walk, LENA, 'glossary define MOU = A written agreement');
  await says(walk, JOSUE, 'partnership milestones add Pilot = 2027-03-02');
  const glance = await says(walk, RENATA, 'partnership');
  expect(glance).toMatch(/^Waiting for you: 2\n• \*Pilot\*: which day would suit/);
  expect(glance).toContain('• *MOU* — A written agreement');
  const home = await homeOf(walk, RENATA);
  expect(home.indexOf('Waiting for you: 2')).toBeLessThan(home.indexOf('The timeline'));
  expect(await helped(walk, RENATA)).toContain('Waiting for you: 2');

  // Lena has given her word on the term; Josué his dates.
  expect(await says(walk, LENA, 'partnership')).toContain('Waiting for you: 1\n• *Pilot*');
  expect(await says(walk, JOSUE, 'partnership')).toContain('Waiting for you: 1\n• *MOU*');
  await says(walk, RENATA, 'glossary endorse MOU');
  expect(await says(walk, RENATA, 'partnership')).toContain('Waiting for you: 1\n• *Pilot*');
});

test('it is asked of who can answer: dates of who speaks, nothing of who only looks on', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, { ...COORDINATORS, representatives: { [RENATA]: 'City' } });
  await says(walk, MARCUS, 'partnership');
  await says(walk, JOSUE, 'partnership milestones add Pilot = 2027-03-02');
  expect(await says(walk, RENATA, 'partnership')).toContain('Waiting for you: 1');
  expect(await says(walk, MARCUS, 'partnership')).not.toContain('aiting for you');
  await says(walk, LENA, 'glossary define MOU = A written agreement');
  expect(await says(walk, MARCUS, 'partnership')).toContain('Waiting for you: 1\n• *MOU*');
  await walk.database.client.member.updateMany({
    where: { slackUserId: MARCUS },
    data: { observer: true },
  });
  await walk.slack.as(MARCUS).command(CHANNEL, '/partnership');
  expect(await says(walk, MARCUS, 'partnership')).not.toContain('aiting for you');
});

test('whether people met waits until they said so', async () => {
  await using walk = await startWalk({ at: '2026-11-30T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  for (const userId of [RENATA, LENA]) await says(walk, userId, 'partnership checkins join');
  await comes(walk, '2026-12-01T15:00:00Z');
  expect(await says(walk, RENATA, 'partnership')).not.toContain('aiting for you');
  await comes(walk, '2026-12-09T15:30:00Z');
  expect(await says(walk, RENATA, 'partnership')).toContain(
    'Waiting for you: 1\n• Did you and <@U0LENA> (Quillstone) find a moment?',
  );
  await press(walk, RENATA, 'Not this time');
  expect(await says(walk, RENATA, 'partnership')).not.toContain('aiting for you');
  expect(await says(walk, LENA, 'partnership')).toContain('Waiting for you: 1');
});

test('a list of terms waits for each coordinator who has not confirmed it, with the list and its buttons', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary import\nMOU = A written agreement\nPOC = The person to ask');
  expect(await says(walk, JOSUE, 'partnership')).not.toContain('aiting for you');
  await press(walk, RENATA, 'Ask for agreement');
  const waits = 'Waiting for you: 1\n• *a pasted list*: 2 terms that Renata Okafor brought in.';
  expect(await says(walk, JOSUE, 'partnership')).toContain(waits);
  expect(await homeOf(walk, JOSUE)).toContain('Does the list hold for your organization?');
  // Who brought it in has confirmed it by that; and a member confirms nothing for an organization.
  for (const userId of [RENATA, MARCUS])
    expect(await says(walk, userId, 'partnership')).not.toContain('aiting for you');

  await press(walk, JOSUE, 'See the list: a pasted list');
  expect(told(walk, JOSUE).concat(walk.answer(JOSUE)).join('\n')).toContain('The person to ask');
  await says(walk, JOSUE, 'partnership');
  await press(walk, JOSUE, 'Confirm for us: a pasted list');
  expect(await says(walk, JOSUE, 'partnership')).not.toContain('aiting for you');
  await helped(walk, LENA);
  await press(walk, LENA, 'Not like this: a pasted list');
  expect(await says(walk, LENA, 'partnership')).not.toContain('aiting for you');
  expect(await walk.database.client.term.count()).toBe(0);
});

test('whether a channel may be read waits for the coordinators whose yes is missing', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary reading on');
  const waits = `Waiting for you: 1\n• <#${CHANNEL}>: City would like me to read it`;
  expect(await says(walk, JOSUE, 'partnership')).toContain(waits);
  for (const userId of [RENATA, MARCUS])
    expect(await says(walk, userId, 'partnership')).not.toContain('aiting for you');
  await press(walk, JOSUE, 'Yes, for us');
  expect(await says(walk, JOSUE, 'partnership')).not.toContain('aiting for you');
  expect(await helped(walk, LENA)).toContain('City, Lantern would like me to read it');
  await press(walk, LENA, 'Rather not');
  expect(await says(walk, LENA, 'partnership')).not.toContain('aiting for you');
  expect(await walk.database.client.readingConsent.count()).toBe(0);
});
