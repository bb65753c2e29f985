import { expect, test } from 'vitest';
import { fillIn, press, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

/** What an organization means by the one term there is. */
async function ownWords(walk: Walk, shortName: string): Promise<string | undefined> {
  const usage = await walk.database.client.usage.findFirst({
    where: { organization: { shortName } },
  });
  return usage?.meaning;
}

async function openContent(walk: Walk): Promise<unknown> {
  const open = await walk.database.client.proposal.findFirst({ where: { state: 'open' } });
  return open?.content;
}

async function allAgree(walk: Walk, term: string): Promise<void> {
  await says(walk, JOSUE, `glossary endorse ${term}`);
  await says(walk, LENA, `glossary endorse ${term}`);
}

async function brings(walk: Walk, rows: string): Promise<void> {
  await says(walk, RENATA, `glossary import\n${rows}`);
  await press(walk, RENATA, 'Propose one term');
}

/** What the form that is open before somebody begins with. */
function begun(walk: Walk, userId: string): string {
  return JSON.stringify(walk.slack.as(userId).sees().modals.at(-1)?.content);
}

test('what an organization means by a word changes by its own words alone, and can be brought back', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary define case = A matter that somebody looks after');
  expect(await ownWords(walk, 'City')).toBeUndefined();
  await allAgree(walk, 'case');
  await says(walk, RENATA, 'glossary case');
  await press(walk, RENATA, 'How we use it: case');
  await fillIn(walk, RENATA, { meaning: 'A file that we open', relation: 'narrower' });
  expect(await ownWords(walk, 'City')).toBe('A file that we open');

  await says(walk, RENATA, 'glossary define case = A resident’s matter');
  expect(await ownWords(walk, 'City')).toBe('A file that we open');
  await says(walk, RENATA, 'glossary withdraw case');
  expect(await ownWords(walk, 'City')).toBe('A file that we open');
  await brings(walk, 'term,definition,usage: City\ncase,A request with a number,');
  expect(await openContent(walk)).toEqual({ definition: 'A request with a number' });
  expect(await ownWords(walk, 'City')).toBe('A file that we open');
  await brings(walk, 'term,definition,usage: City\ncase,A request with a name,A folder');
  expect(await ownWords(walk, 'City')).toBe('A folder');

  const history = await says(walk, RENATA, 'glossary history case');
  expect(history).toContain('wrote how they use it: A file that we open');
  expect(history).toContain('wrote how they use it: A folder · before: A file that we open');
  await press(walk, RENATA, 'Use again: case');
  expect(begun(walk, RENATA)).toContain('A file that we open');
  await fillIn(walk, RENATA, {});
  expect(await ownWords(walk, 'City')).toBe('A file that we open');
});

test('what a change does not name stays, and what was withdrawn is put forward again', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'glossary define case');
  await fillIn(walk, RENATA, {
    definition: 'A matter that somebody looks after',
    preferred: 'open case',
    aliases: 'matter',
    scopeNote: 'Intake only',
    example: 'A lost card',
  });
  await allAgree(walk, 'case');
  await brings(walk, 'term,definition,say instead: Lantern\ncase,A matter,visit');
  await allAgree(walk, 'case');
  const [lantern] = await walk.database.client.organization.findMany({
    where: { shortName: 'Lantern' },
  });
  const kept = {
    preferredLabel: 'open case',
    aliases: ['matter'],
    scopeNote: 'Intake only',
    example: 'A lost card',
    sayInstead: { [lantern?.id ?? '']: 'visit' },
  };

  await says(walk, RENATA, 'glossary define case = A resident’s matter');
  expect(await openContent(walk)).toEqual({ ...kept, definition: 'A resident’s matter' });
  await says(walk, RENATA, 'glossary withdraw case');
  expect(walk.answer(RENATA)).toContain('Its words stay in the history');

  await says(walk, RENATA, 'glossary history case');
  await press(walk, RENATA, 'Put forward again: A resident’s matter');
  expect(begun(walk, RENATA)).toContain('A resident’s matter');
  await fillIn(walk, RENATA, { example: '' });
  const { example: _, ...rest } = kept;
  expect(await openContent(walk)).toEqual({ ...rest, definition: 'A resident’s matter' });
});
