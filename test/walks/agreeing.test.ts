import { describe, expect, test } from 'vitest';
import { fillIn, offered, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

/*
 * What can be said of anything that is put forward, at every door, in every room that has such things: a room
 * joins by one line.
 */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const OBSERVER = 'U0MARCUS';

const ROOMS = {
  term: { noun: 'glossary', name: 'MOU', put: 'glossary define MOU = A written agreement' },
  date: {
    noun: 'partnership milestones',
    name: 'Pilot open',
    put: 'partnership milestones add Pilot open = 2027-03-16',
  },
} as const;

type Room = (typeof ROOMS)[keyof typeof ROOMS];

async function putForward(walk: Walk, room: Room): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, room.put);
}

async function stances(walk: Walk): Promise<readonly string[]> {
  const rows = await walk.database.client.stance.findMany({
    include: { member: true },
    orderBy: { takenAt: 'asc' },
  });
  return rows.map(({ kind, reason, member }) =>
    `${member.displayName} ${kind} ${reason ?? ''}`.trim(),
  );
}

const shown = (walk: Walk, room: Room) => says(walk, RENATA, `${room.noun} ${room.name}`);

describe.each(Object.entries(ROOMS))('a %s that is put forward', (_, room) => {
  test('by words: worried about, objected to, taken back, endorsed, and looked back at', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    const line = (userId: string, word: string, rest = '') =>
      says(walk, userId, `${room.noun} ${word} ${room.name}${rest}`);

    expect(await line(JOSUE, 'concern', ' = Our board meets late')).toContain(
      'Your concern is noted',
    );
    expect(await stances(walk)).toEqual(['Josué Delgado concern Our board meets late']);
    expect(await shown(walk, room)).toContain('Our board meets late');
    // It blocks nothing, and it is no yes.
    expect(await line(LENA, 'endorse')).toContain('Lantern');
    expect(await line(LENA, 'object', ' = Too vague')).toContain('objection is recorded');
    expect(await line(LENA, 'withdraw')).toContain('You took back what you had said');
    await line(LENA, 'endorse');
    expect(await line(JOSUE, 'endorse')).toMatch(/[Tt]hat was the last/);
    const history = await line(RENATA, 'history');
    for (const said of ['Our board meets late', 'Too vague']) expect(history).toContain(said);
    // Everybody agreed, and not who came last.
    expect(history).not.toMatch(/\) (everybody )?agreed/i);
    for (const userId of [RENATA, JOSUE, LENA]) expect(told(walk, userId)).toEqual([]);
  });

  test('is objected to in words that nothing parts from the name, and nobody else reads what is not understood', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    const line = (words: string) => says(walk, JOSUE, `${room.noun} ${words}`);
    expect(await line(`object ${room.name} it is more than that`)).toContain('is recorded');
    expect(await stances(walk)).toEqual(['Josué Delgado object it is more than that']);
    expect(await line(`concern ${room.name}: our board meets late`)).toContain('is noted');
    expect(await stances(walk)).toEqual(['Josué Delgado concern our board meets late']);

    const lost = await line('object zebra it is more than that');
    expect(lost).toContain('zebra it is more than that');
    expect(lost).not.toContain('milestones add');
    expect(await says(walk, RENATA, 'partnership digest now')).not.toContain('zebra');
    expect(await walk.database.client.missedLookUp.count()).toBe(0);
  });

  test('without a reason, asks for it in the words of what was begun', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    // Who has no commands gets a button in the place of the form.
    for (const [word, rest] of [
      ['object', 'REASON'],
      ['concern', 'WHAT'],
    ]) {
      const asked = await says(walk, LENA, `${room.noun} ${word} ${room.name}`);
      expect(asked).toMatch(new RegExp(`${room.noun} ${word} .+ = ${rest}`));
    }
    expect(await stances(walk)).toEqual([]);
  });

  test('by the form: how much it weighs is chosen, and a button takes it back', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    await says(walk, JOSUE, `${room.noun} concern ${room.name}`);
    const reason = 'Our board meets late';
    expect(await fillIn(walk, JOSUE, { weight: 'concern', reason })).toBeDefined();
    expect(await stances(walk)).toEqual([`Josué Delgado concern ${reason}`]);

    await says(walk, JOSUE, `${room.noun} object ${room.name}`);
    await fillIn(walk, JOSUE, { weight: 'object', reason: 'It is too soon' });
    expect(await stances(walk)).toEqual(['Josué Delgado object It is too soon']);
    await press(walk, JOSUE, 'Take it back');
    expect(await stances(walk)).toEqual([]);
    expect(walk.answer(JOSUE)).toContain('You took back what you had said');
  });

  test('does not wait for who objected to it; it does for who was only worried', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    const monday = (userId: string) => says(walk, userId, 'partnership digest now');
    const waits = /waits for (a word of yours|your yes)/;
    const waiting = (userId: string) => says(walk, userId, 'partnership');
    for (const userId of [JOSUE, LENA]) {
      expect(await monday(userId)).toMatch(waits);
      expect(await waiting(userId)).toContain(room.name);
    }

    await says(walk, LENA, `${room.noun} object ${room.name} = Too soon`);
    await says(walk, JOSUE, `${room.noun} concern ${room.name} = Our board meets late`);
    expect(await monday(LENA)).not.toMatch(waits);
    expect(await waiting(LENA)).not.toContain(room.name);
    expect(await monday(JOSUE)).toMatch(waits);
    expect(await waiting(JOSUE)).toContain(room.name);

    await says(walk, LENA, `${room.noun} withdraw ${room.name}`);
    expect(await monday(LENA)).toMatch(waits);
  });

  test('is answered by nobody who only looks on, nor without a reason, nor at too great length', async () => {
    await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
    await putForward(walk, room);
    await says(walk, OBSERVER, 'partnership');
    await walk.database.client.member.updateMany({
      where: { slackUserId: OBSERVER },
      data: { observer: true },
    });
    for (const words of [
      'endorse NAME',
      'object NAME = No',
      'concern NAME = Hm',
      'withdraw NAME',
    ]) {
      const line = `${room.noun} ${words.replace('NAME', room.name)}`;
      expect(await says(walk, OBSERVER, line), line).toContain('You are an observer here');
    }
    for (const word of ['object', 'concern']) {
      const line = `${room.noun} ${word} ${room.name} =`;
      expect(await says(walk, LENA, `${line} ${'x'.repeat(1_001)}`)).toContain('is the most');
    }
    await says(walk, JOSUE, `${room.noun} object ${room.name}`);
    const refused = await fillIn(walk, JOSUE, { reason: '  ' });
    expect(JSON.stringify(refused)).toContain('needs a reason');
    expect(await stances(walk)).toEqual([]);
  });
});

test('who put a date forward hears on Monday that it is objected to, and who objected is not asked', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await putForward(walk, ROOMS.date);
  await says(walk, LENA, 'partnership milestones object Pilot open = Our board meets late');
  const monday = (userId: string) => says(walk, userId, 'partnership digest now');
  const objected = 'put 16 March 2027 forward for *Pilot open*. Quillstone objects.';
  expect(await monday(RENATA)).toContain(`${objected} Which day would suit all?`);
  expect(offered(walk, RENATA)).toContain('Put another date forward for Pilot open');
  expect(await monday(JOSUE)).toContain(
    '*Pilot open* waits for your yes to 16 March 2027. Quillstone objects.',
  );
  expect(await monday(LENA)).toContain(objected);
  expect(offered(walk, LENA)).not.toContain('Put another date forward for Pilot open');
  expect(offered(walk, LENA)).not.toContain('Endorse the date of Pilot open');
});

test('who is worried about a date can take that back where it could be objected to', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await putForward(walk, ROOMS.date);
  await says(walk, LENA, 'partnership milestones concern Pilot open = Our board meets late');
  await says(walk, LENA, 'partnership milestones Pilot open');
  expect(offered(walk, LENA)).toContain('Endorse the date of Pilot open');
  expect(offered(walk, LENA)).toContain('Take back what I said of Pilot open');
  expect(offered(walk, LENA)).not.toContain('Object to the date of Pilot open');
});

test('a term is said to wait for who has said nothing, and not for who objects to it', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await putForward(walk, ROOMS.term);
  await says(walk, LENA, 'glossary object MOU = It is a contract for us');
  const both = await shown(walk, ROOMS.term);
  expect(both).toContain('Still to speak: Lantern.');
  expect(both).toContain(
    'It is not agreed while Quillstone objects. A new version can answer that.',
  );
  expect(await says(walk, RENATA, 'glossary list disputed')).toContain('waiting for Lantern)');
  expect(await says(walk, JOSUE, 'glossary endorse MOU')).toContain(
    'Quillstone objects: a new version',
  );
  const left = await shown(walk, ROOMS.term);
  expect(left).not.toContain('Still to speak');
  expect(left).not.toContain('Everybody has said yes');
});

test('who put a term forward hears on Monday that it is objected to, and answers it right there', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await putForward(walk, ROOMS.term);
  const monday = (userId: string) => says(walk, userId, 'partnership digest now');
  expect(await monday(RENATA)).not.toContain('MOU');
  await says(walk, LENA, 'glossary object MOU = It is a contract for us');
  const objected = 'City put *MOU* forward. Quillstone objects. Which words would suit all?';
  expect(await monday(RENATA)).toContain(objected);
  for (const userId of [JOSUE, LENA]) expect(await monday(userId)).not.toContain(objected);
  await monday(RENATA);
  await press(walk, RENATA, 'Read why: MOU');
  expect(walk.answer(RENATA)).toContain('It is a contract for us');
  await monday(RENATA);
  await press(walk, RENATA, 'Put other words forward for MOU');
  await fillIn(walk, RENATA, { definition: 'A written agreement that is no contract' });
  expect(await monday(RENATA)).not.toContain('objects');
  expect(await monday(LENA)).toContain('waits for a word of yours');

  await says(walk, RENATA, 'glossary define POC = The person to ask');
  for (const word of ['MOU', 'POC']) await says(walk, LENA, `glossary object ${word} = No`);
  expect(await monday(RENATA)).toContain(
    '2 terms that City put forward are objected to: *MOU* and *POC*.',
  );
});
