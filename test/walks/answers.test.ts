import { expect, test } from 'vitest';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* What happens to a question once it is answered, and what the channel hears of it. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

async function openly(walk: Walk): Promise<void> {
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
}

async function agreed(walk: Walk, title: string, on: string): Promise<void> {
  await says(walk, RENATA, `partnership milestones add ${title} = ${on}`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

type Row = { readonly elements?: readonly { readonly text?: { readonly text: string } }[] };

function buttonsOfDm(walk: Walk, userId: string, at = -1): readonly string[] {
  const dms = walk.slack
    .as(userId)
    .sees()
    .dm.filter(({ isBot }) => isBot);
  const blocks = (dms.at(at)?.blocks ?? []) as readonly Row[];
  return blocks.flatMap(({ elements = [] }) => elements.flatMap(({ text }) => text?.text ?? []));
}

/** What the bot said under its messages in the channel. */
function underneath(walk: Walk): readonly string[] {
  const { channels } = walk.slack.as(RENATA).sees();
  const messages = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  return messages.flatMap(({ replies }) => replies.map(({ text }) => text));
}

test('a question in a direct message is answered where it stands', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot open = 2027-03-16');
  await comes(walk, '2026-12-01T19:30:00Z');
  expect(told(walk, JOSUE)).toHaveLength(1);
  expect(buttonsOfDm(walk, JOSUE)).toContain('Give our dates');

  await press(walk, JOSUE, 'Give our dates for Pilot open');
  await fillIn(walk, JOSUE, { target: '2027-03-01', latest: '2027-03-31' });
  expect(told(walk, JOSUE)).toHaveLength(1);
  expect(told(walk, JOSUE)[0]).toContain(
    'You said: 1 March 2027, 31 March 2027 at the latest. Nobody else sees it before Quillstone has answered.',
  );
  expect(buttonsOfDm(walk, JOSUE)).toEqual(['Stop these']);

  await says(walk, LENA, 'partnership milestones dates Pilot open = 2027-03-10');
  await says(walk, LENA, 'partnership milestones propose Pilot open = 2027-03-10');
  await comes(walk, '2026-12-02T19:30:00Z');
  await press(walk, RENATA, 'Endorse the date of Pilot open');
  await press(walk, JOSUE, 'Endorse the date of Pilot open');
  expect(walk.posts().at(-1)).toContain('Settled: *Pilot open* by *10 March 2027*');
});

test('in the digest too, and what is left of it stays', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await openly(walk);
  await agreed(walk, 'Review', '2026-12-04');
  await says(walk, JOSUE, 'partnership milestones add Training = 2027-02-01');
  await comes(walk, '2026-11-30T15:10:00Z');
  const before = told(walk, RENATA).length;
  const digest = told(walk, RENATA).findLastIndex((text) => text.includes('this week:'));
  await press(walk, RENATA, 'Still 4 December: Review');
  await press(walk, RENATA, 'Endorse the date of Training');
  expect(told(walk, RENATA)).toHaveLength(before);
  expect(told(walk, RENATA)[digest]).toContain('You said: still 4 December.');
  expect(told(walk, RENATA).join()).toContain('You said yes. It is agreed once Quillstone has');
  expect(buttonsOfDm(walk, RENATA, digest - before)).not.toContain('Still 4 December');
  expect(buttonsOfDm(walk, RENATA, digest - before)).toContain('Stop these');
});

test('one change of colour is one message in the channel and one question to the owner', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await openly(walk);
  await agreed(walk, 'Review', '2026-12-18');
  await says(walk, RENATA, 'partnership milestones remaining Review = 30');
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(underneath(walk)).toHaveLength(1);
  expect(underneath(walk)[0]).toContain('*Review* is red: ');
  expect(underneath(walk)[0]).not.toMatch(/<@|which day/i);
  expect(told(walk, RENATA).filter((text) => text.includes('*Review* is red'))).toHaveLength(1);
  expect(told(walk, RENATA).at(-1)).toContain('Which day do you expect now?');

  await press(walk, RENATA, 'New date for Review');
  await fillIn(walk, RENATA, { target: '2027-01-29', remaining: '30' });
  expect(told(walk, RENATA).at(-1)).toContain('You said: 29 January 2027 instead of 18 December.');
  await comes(walk, '2026-11-30T15:30:00Z');
  expect(underneath(walk).at(-1)).toBe('*Review* is amber now, it was red: 29 January 2027.');
  const asked = told(walk, RENATA).slice(-1).join();
  expect(asked).not.toContain('still 29 January');
});

test('the thread of the dates goes on, and the post shrinks once a day is agreed', async () => {
  await using walk = await startWalk({ at: '2026-11-30T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-16');
  await says(
    walk,
    JOSUE,
    'partnership milestones dates Pilot = 2027-03-10; 2027-03-01; 2027-03-12',
  );
  await says(walk, LENA, 'partnership milestones dates Pilot = 2027-03-15');
  expect(await says(walk, LENA, 'partnership milestones propose Pilot = 2027-03-15')).toContain(
    'That is after the latest day of Lantern (12 March 2027).',
  );
  expect(underneath(walk)).toEqual([
    'Quillstone puts *15 March 2027* forward. Waiting for City and Lantern.',
  ]);
  await says(walk, JOSUE, 'partnership milestones object Pilot = Spring break');
  expect(underneath(walk).at(-1)).toContain('(Lantern) objects:\n> Spring break');
  await says(walk, JOSUE, 'partnership milestones Pilot');
  await press(walk, JOSUE, 'Take back what I said of Pilot');
  expect(walk.answer(JOSUE)).toContain('You took back what you had said.');
  for (const userId of [RENATA, JOSUE])
    await says(walk, userId, 'partnership milestones endorse Pilot');
  expect(walk.posts()[0]).toBe('Settled: *Pilot* by *15 March 2027*.');
  expect(underneath(walk)).toHaveLength(2);
});

test('giving up is asked and answered as what it is', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await openly(walk);
  await agreed(walk, 'Pilot', '2027-03-16');
  await says(walk, RENATA, 'partnership milestones drop Pilot');
  await comes(walk, '2026-11-30T15:10:00Z');
  const digest = told(walk, JOSUE).findLast((text) => text.includes('this week:'));
  expect(digest).toContain('City would give up *Pilot*. Is that right for you?');
  await press(walk, JOSUE, 'No, keep Pilot');
  await fillIn(walk, JOSUE, { reason: 'The clinics count on it' });
  expect(told(walk, JOSUE).join()).toContain('You said: keep it.');
  // Who is still to answer reads what stands against it before they are asked.
  expect(await says(walk, LENA, 'partnership digest now')).toContain(
    'City would give up *Pilot*. Lantern objects. Is that right for you?',
  );
});

test('the digest says what is kept while it is off, and shows all on request', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await openly(walk);
  await says(walk, RENATA, 'partnership digest off');
  expect(await says(walk, RENATA, 'partnership digest friday')).toBe(
    'Friday at 09:00 is kept. The digest is off now.',
  );
  await press(walk, RENATA, 'Send the digest again');
  expect(walk.answer(RENATA)).toContain('You get this on Fridays at 09:00');
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    await says(walk, JOSUE, `partnership milestones add Step ${n} = 2027-02-0${n}`);
  }
  const six = await says(walk, RENATA, 'partnership digest now');
  expect(six.match(/^• /gm)).toHaveLength(6);
  expect(six).toContain('Also waiting for your yes: ');
  await press(walk, RENATA, 'Show all 8');
  for (const n of [1, 2, 3, 4, 5, 6, 7])
    expect(walk.answer(RENATA)).toContain(`*Step ${n}* waits for your yes to ${n} February 2027.`);
});

test('where nothing private arrives, nobody reads in the thread what is given blind', async () => {
  await using walk = await startWalk({ at: '2026-12-01T15:30:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-05-18');
  await says(walk, LENA, 'partnership milestones dates Pilot = 2027-04-27');
  const asked = ['milestones Pilot', 'timeline', 'milestones dates Pilot = 2027-04-28'];
  for (const [before, words] of asked.entries()) {
    const refusal = { kind: 'error', error: 'channel_not_found' } as const;
    walk.slack.fault.api('chat.postEphemeral', refusal, 1);
    walk.slack.fault.api('chat.postMessage', refusal, 1);
    await says(walk, LENA, `partnership ${words}`);
    const { channels } = walk.slack.as(JOSUE).sees();
    const all = JSON.stringify(channels.flatMap(({ messages }) => messages));
    expect(all.split('for your eyes alone')).toHaveLength(before + 2);
    expect(all).not.toMatch(/2[78] April 2027/);
  }
});

test('a number that is none of the five is said back', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await openly(walk);
  await agreed(walk, 'Pilot', '2027-03-16');
  expect(await says(walk, RENATA, 'partnership milestones confidence Pilot = 7')).toContain(
    '7 is not between 1 and 5. How likely is it',
  );
});
