import { expect, test } from 'vitest';
import { letterKind, write } from '../support/letters.ts';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const LENA = 'U0LENA';
const CASEY = 'U0CASEY';

/** The three of them, and no closed day of the City is known. */
async function founded(walk: Walk): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.organization.updateMany({
    where: { shortName: 'City' },
    data: { closures: [] },
  });
}

async function organization(walk: Walk, shortName: string) {
  const row = await walk.database.client.organization.findFirstOrThrow({ where: { shortName } });
  return { ...row, closures: row.closures.map((on) => on.toISOString().slice(0, 10)) };
}

type Option = { readonly value: string; readonly text: { readonly text: string } };

/** What the menu of a form offers, and what is chosen in it at first. */
function menu(walk: Walk, userId: string, block: string) {
  const view = walk.slack.as(userId).sees().modals.at(-1);
  const found = view?.blocks.find(({ block_id }) => block_id === block);
  const element = found?.element as { options: Option[]; initial_options?: Option[] };
  return {
    options: element.options,
    chosen: (element.initial_options ?? []).map(({ value }) => value),
  };
}

test('Renata imports the holidays of Illinois in a form, and corrects them', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await founded(walk);

  const before = await says(walk, RENATA, 'partnership hours');
  expect(before).toContain(
    '*City*, your organization, works Monday to Friday. From 18:00 to 08:00, by their own clock',
  );
  expect(before).toContain('Closed next: no day is known');
  expect(before).toContain('*Quillstone*: Monday to Friday');
  expect(before).toContain('*You*: 09:00 to 17:00, time zone America/Chicago');

  await press(walk, RENATA, 'Holidays');
  expect(await fillIn(walk, RENATA, { country: 'US' })).toMatchObject({ status: 200 });
  expect(menu(walk, RENATA, 'state').options[0]?.text.text).toBe(
    'None of these: the whole country',
  );
  await fillIn(walk, RENATA, { state: 'US-IL' });
  const { options, chosen } = menu(walk, RENATA, 'days');
  expect(options.map(({ text }) => text.text)).toContain(
    'Fri 27 Nov 2026 · Day after Thanksgiving Day (observance)',
  );
  expect(chosen).toContain('2027-05-19');
  expect(chosen).not.toContain('2026-11-27');
  const refused = await fillIn(walk, RENATA, {
    days: chosen,
    closed: '31 February 2027',
  });
  expect(refused).toMatchObject({ errors: { closed: expect.stringContaining('28 days') } });
  await fillIn(walk, RENATA, {
    days: [...chosen.filter((on) => !['2027-03-01', '2027-05-19'].includes(on)), '2026-11-27'],
    closed: '29 December to 30 December',
  });
  const saved = walk.answer(RENATA);
  expect(saved).toContain('Saved: closed on the days that you chose.');
  expect(saved).toContain(
    'Thu 26 to Fri 27 November (Thanksgiving Day, Day after Thanksgiving Day)',
  );
  expect(saved).toContain('Tue 29 to Wed 30 December;');
  expect(saved).toContain(
    'Public holidays: United States (US-IL), as you corrected them, known until 31 December 2027.',
  );
  const { closures, country, subdivision } = await organization(walk, 'City');
  expect([country, subdivision]).toEqual(['US', 'IL']);
  expect(closures).not.toContain('2027-05-19');
  expect(closures.slice(0, 4)).toEqual(['2026-11-26', '2026-11-27', '2026-12-25', '2026-12-29']);

  // In words, and with what was corrected still corrected.
  expect(await says(walk, RENATA, 'partnership hours open 2027-02-12')).toContain(
    'Open after all: Fri 12 February 2027.',
  );
  const preview = await says(walk, RENATA, 'partnership hours holidays Illinois');
  expect(preview).toContain('• Fri 27 Nov 2026 · Day after Thanksgiving Day');
  const [, open = ''] = preview.split('Open, because you said so before:');
  expect(open).toContain('Casimir Pulaski Day');
  expect(open).toContain('Malcolm X Day');
  expect(open).toContain('Lincoln');
  expect(preview).toContain('Nothing is changed yet');
  await press(walk, RENATA, 'Close on these days');
  const after = await organization(walk, 'City');
  expect(after.closures).toEqual(closures.filter((on) => on !== '2027-02-12'));

  const notes = await walk.database.client.note.findMany({
    where: { what: 'partnerships.calendar' },
  });
  expect(notes[0]?.detail).toMatchObject({ holidays: 'US-IL' });
  expect(walk.log.join('')).not.toMatch(/Illinois|Thanksgiving|29 December/);
});

test('Lena, who has no commands, says the same in words', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);

  const invited = await says(walk, LENA, 'partnership hours holidays');
  expect(invited).toContain('`@common-ground partnership hours holidays US-IL`');
  expect(await says(walk, LENA, 'partnership hours holidays Berlin, Germany')).toContain(
    '*Quillstone* would be closed on these days until 31 December 2027',
  );
  await press(walk, LENA, 'Close on these days');
  expect(walk.answer(LENA)).toContain('Public holidays: Germany (DE-BE)');
  // What was closed before stays, whoever listed it.
  expect((await organization(walk, 'Quillstone')).closures).toContain('2026-12-24');

  const closed = await says(
    walk,
    LENA,
    'partnership hours closed 28 December to 30 December, 5 February 2027',
  );
  expect(closed).toContain('Closed: Mon 28 to Wed 30 December and Fri 5 February 2027.');
  expect(closed).toContain('Thu 24 December to Fri 1 January 2027');
  expect(await says(walk, LENA, 'partnership hours week sun-thu')).toContain('Sunday to Thursday');
  const quiet = await says(walk, LENA, 'partnership hours quiet 18:30-09:00');
  expect(quiet).toContain('From 18:30 to 09:00');
  expect(await says(walk, LENA, 'partnership hours quiet 8:00-18:00')).toContain(
    'These quiet hours cover the whole working day',
  );
  expect(await says(walk, LENA, 'partnership hours quiet off')).toContain('It has no quiet hours.');
  expect(await says(walk, LENA, 'partnership hours holidays off')).toContain('taken back');
  const { closures, country } = await organization(walk, 'Quillstone');
  expect(country).toBeNull();
  expect(closures).toContain('2026-12-24');
  expect(closures).toContain('2027-02-05');

  await press(walk, LENA, 'Week and closed days');
  const empty = await fillIn(walk, LENA, { week: ['1', '2', '3'], quiet: '25:00', closed: '' });
  expect(empty).toMatchObject({ errors: { quiet: expect.stringContaining('00:00 to 24:00') } });
  const both = { quiet: '18:00-08:00', closed: '4 January 2027', open: '4 January 2027' };
  expect(await fillIn(walk, LENA, both)).toMatchObject({ errors: { open: expect.any(String) } });
  await fillIn(walk, LENA, { closed: '4 January 2027', open: '5 February 2027' });
  const now = await organization(walk, 'Quillstone');
  expect([now.workingWeek, now.quietFrom]).toEqual([[1, 2, 3], '18:00']);
  expect(now.closures).toContain('2027-01-04');
  expect(now.closures).not.toContain('2027-02-05');
});

test('only its own coordinators say when an organization works, and every mistake gets a way on', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);

  for (const words of ['week mon-thu', 'closed 4 January 2027', 'holidays US-IL', 'quiet off']) {
    expect(await says(walk, MARCUS, `partnership hours ${words}`)).toContain(
      'When City works is changed by its coordinators.',
    );
  }
  expect(await says(walk, MARCUS, 'partnership hours')).toContain(
    '*City*, your organization, works',
  );
  const view = walk.slack
    .as(MARCUS)
    .sees()
    .channels.flatMap(({ messages }) => messages)
    .at(-1);
  expect(JSON.stringify(view?.blocks)).not.toContain('Week and closed days');

  const mistakes = [
    ['week never', 'Write it like `/partnership hours week mon-fri`'],
    ['quiet 25:00-08:00', 'Times go from 00:00 to 24:00'],
    ['quiet 08:00-08:00', '`/partnership hours quiet off`'],
    ['closed', 'Which days?'],
    ['closed 31 November', 'has 30 days'],
    ['closed 1 January 2020', 'has passed'],
    ['closed 03/04/2027', 'can be read in two ways'],
    ['closed 1 January 2027 to 1 December 2027', '92 in one go is the most'],
    ['open 3 February 2027', 'City isn’t closed on that day'],
    ['holidays Ilinois', 'Do you mean Illinois'],
    ['holidays US-XX', 'I don’t know that part of United States of America'],
    ['mine 9 to never', 'Times go from 00:00 to 24:00'],
    ['mine 09:00-09:00', 'A working day ends later than it begins'],
    ['mine holidays', 'Which country'],
    ['noon <!channel>', 'I don’t know “noon”'],
  ];
  for (const [words, sentence] of mistakes) {
    expect(await says(walk, RENATA, `partnership hours ${words}`)).toContain(sentence);
  }
  for (const year of [2027, 2028, 2029, 2030]) {
    const quarters = ['1 January', '1 April', '1 July', '1 October'].map(
      (first, n) =>
        `${first} ${year} to ${['31 March', '30 June', '30 September', '31 December'][n]} ${year}`,
    );
    const answer = await says(walk, RENATA, `partnership hours closed ${quarters.join(', ')}`);
    if (year > 2027) expect(answer).toContain('closed days to come; 400 is the most');
  }
});

test('Thanksgiving is Casey’s, who works in Los Angeles for a company in Berlin, and nobody else sees it', async () => {
  await using walk = await startWalk({ at: '2026-11-25T23:45:00Z', noticeKinds: [letterKind] });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, CASEY, 'partnership');
  expect(await says(walk, CASEY, 'partnership hours mine 8-16:30')).toContain(
    'Saved, for you alone.',
  );
  const mine = await says(walk, CASEY, 'partnership hours mine holidays US-CA');
  expect(mine).toContain('*You*: 08:00 to 16:30, time zone America/Los_Angeles (as Slack says)');
  expect(mine).toContain('days off of United States (US-CA), next Thu 26 to Fri 27 November;');
  expect(await says(walk, LENA, 'partnership hours')).not.toMatch(/US-CA|16:30/);
  // Whoever changes their hours keeps their days off.
  const later = await says(walk, CASEY, 'partnership hours mine 9-16:30');
  expect(later).toContain('*You*: 09:00 to 16:30');
  expect(later).toContain('days off of United States (US-CA)');
  expect((await organization(walk, 'Quillstone')).closures).not.toContain('2026-11-26');

  await write(walk, LENA);
  await write(walk, CASEY);
  await comes(walk, '2026-11-26T08:30:00Z');
  await comes(walk, '2026-11-26T20:00:00Z');
  expect(told(walk, LENA)).toHaveLength(1);
  expect(told(walk, CASEY)).toHaveLength(0);
  // California is closed on the Friday after it too.
  await comes(walk, '2026-11-27T17:00:00Z');
  expect(told(walk, CASEY)).toHaveLength(0);
  await comes(walk, '2026-11-30T18:00:00Z');
  expect(told(walk, CASEY)).toHaveLength(1);

  await press(walk, CASEY, 'My hours');
  await fillIn(walk, CASEY, { workingHours: '09:00-17:00', daysOff: 'shared' });
  expect(walk.answer(CASEY)).toContain('the same days off as Quillstone');
  const row = await walk.database.client.member.findFirstOrThrow({ where: { slackUserId: CASEY } });
  expect([row.closureCountry, row.closures]).toEqual([null, []]);
  const notes = await walk.database.client.note.findMany();
  expect(JSON.stringify(notes.map(({ detail }) => detail))).not.toContain('US-CA');
});

test('in November the digest asks for the holidays of the next year, until somebody has chosen them', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await founded(walk);
  await says(walk, RENATA, 'partnership hours holidays US-IL');
  await press(walk, RENATA, 'Close on these days');
  const digest = () => says(walk, RENATA, 'partnership digest now');
  expect(await digest()).not.toContain('Shall I add those');

  await comes(walk, '2027-11-08T20:00:00Z');
  expect(await digest()).toContain(
    'The holidays of *City* are known until 31 December 2027. Shall I add those of 2028?',
  );
  expect(told(walk, LENA).join('')).not.toContain('holidays of');
  await press(walk, RENATA, 'Choose the holidays of 2028');
  const { chosen } = menu(walk, RENATA, 'days');
  expect(chosen).toContain('2028-07-04');
  await fillIn(walk, RENATA, { days: chosen.filter((on) => on !== '2028-05-19') });
  expect(walk.answer(RENATA)).toContain('known until 31 December 2028');
  expect(await digest()).not.toContain('Shall I add those');
  const { closures } = await organization(walk, 'City');
  expect(closures).toContain('2028-07-04');
  expect(closures).toContain('2026-11-26');
  expect(closures).not.toContain('2028-05-19');
});

test('in a direct message the same lines and buttons do the same', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  const lena = walk.slack.as(LENA);
  const newest = () => told(walk, LENA).at(-1);
  await lena.dm('partnership hours holidays DE-BE');
  await walk.idle();
  expect(newest()).toContain('`partnership hours open 1 March`');
  await press(walk, LENA, 'Close on these days');
  expect((await organization(walk, 'Quillstone')).country).toBe('DE');
  await lena.dm('partnership hours mine 10:00-18:30');
  await walk.idle();
  expect(newest()).toContain('*You*: 10:00 to 18:30');
  await press(walk, LENA, 'My hours');
  const refused = await fillIn(walk, LENA, { workingHours: '9:00-17:30', place: 'Califrnia' });
  expect(refused).toMatchObject({ errors: { place: expect.stringContaining('California') } });
  await fillIn(walk, LENA, { place: 'California' });
  expect(newest()).toContain('*You*: 09:00 to 17:30');
  expect(newest()).toContain('days off of United States (US-CA)');
  expect(walk.posts().join('')).not.toContain('US-CA');
});
