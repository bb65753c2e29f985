import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/time/days.ts';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const ARJUN = 'U0ARJUN';
const CASEY = 'U0CASEY';

test('dates are collected blind, meet, and are agreed; the date then moves and is reached', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);

  expect(await says(walk, RENATA, 'partnership milestones')).toContain('no milestones yet');
  const asked = await says(walk, RENATA, 'partnership milestones add Pilot open = 16 March');
  expect(asked).toContain('I read “16 March” as *Tuesday 16 March 2027*');
  await press(walk, RENATA, 'Yes, Tuesday 16 March 2027');
  expect(walk.answer(RENATA)).toContain('for their dates, without showing anybody’s');
  expect(walk.answer(RENATA)).toContain('16 March 2027 would suit');

  const blind = await says(walk, LENA, 'partnership milestones Pilot open');
  expect(blind).toContain('Still to answer: Quillstone and Lantern');
  expect(blind).not.toContain('16 March');

  // The coordinators of the others are asked at their own good hour.
  await comes(walk, '2026-11-24T19:30:00Z');
  expect(told(walk, JOSUE).at(-1)).toContain('which day would suit your organization');
  expect(told(walk, LENA)).toEqual([]);
  await comes(walk, '2026-11-25T08:30:00Z');
  expect(told(walk, LENA).at(-1)).toContain('which day would suit your organization');

  await press(walk, LENA, 'Give our dates for Pilot open');
  await fillIn(walk, LENA, { target: '2027-01-18', earliest: '2027-01-11', latest: '2027-02-26' });
  expect(walk.posts()).toEqual([]);
  await says(
    walk,
    JOSUE,
    'partnership milestones dates Pilot open = 1 March 2027; 2027-02-15; 2027-03-31',
  );
  expect(walk.posts().at(-1)).toContain('There is a window, 15 February 2027 to 26 February 2027');
  expect(walk.posts().at(-1)).toContain('*Quillstone*: 18 January 2027 would suit');

  await press(walk, LENA, 'Agree on 26 February 2027 for Pilot open');
  expect(walk.answer(LENA)).toContain('It is agreed once City and Lantern have said yes');
  await press(walk, RENATA, 'Endorse the date of Pilot open');
  await press(walk, JOSUE, 'Endorse the date of Pilot open');
  expect(walk.answer(JOSUE)).toContain('Agreed: *Pilot open* by 26 February 2027. That was');
  expect(walk.posts().at(-1)).toContain('Settled: *Pilot open* by *26 February 2027*');

  expect(
    await says(walk, RENATA, 'partnership milestones propose Pilot open = 2027-05-01'),
  ).toContain('that stays what it is measured by');
  expect(await says(walk, LENA, 'partnership milestones still Pilot open')).toContain(
    'City looks after “Pilot open”',
  );
  expect(await says(walk, LENA, 'partnership milestones confidence Pilot open = 2')).toContain(
    'Saved: Quillstone says 2 of 5 for *Pilot open*',
  );
  expect(
    await says(
      walk,
      RENATA,
      'partnership milestones move Pilot open = 30 April 2027 because approval',
    ),
  ).toContain('30 April 2027 instead of 26 February 2027');
  expect(await says(walk, RENATA, 'partnership milestones Pilot open')).toContain(
    'amber · expected 30 April 2027',
  );
  // T6: what all agreed to does not move.
  expect(await says(walk, RENATA, 'partnership milestones Pilot open')).toContain(
    'agreed for 26 February 2027',
  );
  const before = walk.posts().length;
  await comes(walk, '2026-11-26T15:30:00Z');
  await comes(walk, '2026-11-27T15:30:00Z');
  expect(walk.posts().length - before).toBe(0);
  const [root] = await walk.database.client.posting.findMany({
    where: { what: 'milestones.agreed' },
  });
  expect(root).toBeDefined();

  await says(walk, RENATA, 'partnership milestones done Pilot open');
  expect(walk.posts().at(-1)).toContain(':tada: *Pilot open* is done, ');
});

/** What the bot said under its messages in the channel. */
function underneath(walk: Walk): readonly string[] {
  const { channels } = walk.slack.as(RENATA).sees();
  const messages = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  return messages.flatMap(({ replies }) => replies.map(({ text }) => text));
}

test('M9: five edits in a day are one message the next day, and a colour is said once', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Review = 2026-12-18');
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Review');
  for (const on of ['2027-01-04', '2027-01-08', '2026-12-21', '2027-02-01', '2027-01-15']) {
    await says(walk, RENATA, `partnership milestones move Review = ${on}`);
  }
  expect(underneath(walk)).toEqual([]);
  // Thanksgiving and the day after it are closed: the next day on which all work is Monday.
  await comes(walk, '2026-11-25T15:30:00Z');
  expect(underneath(walk)).toHaveLength(1);
  expect(underneath(walk)[0]).toContain('*Review* is amber: 28 days later than agreed');
  await comes(walk, '2026-11-30T15:30:00Z');
  await comes(walk, '2026-12-01T15:30:00Z');
  expect(underneath(walk)).toHaveLength(1);

  await says(walk, RENATA, 'partnership milestones move Review = 2026-12-18');
  await comes(walk, '2026-12-02T15:30:00Z');
  expect(underneath(walk).at(-1)).toContain('*Review* is green again: 18 December');
});

test('a date that moves out of what an organization said is asked about again, of that organization alone', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-02-01');
  await says(
    walk,
    JOSUE,
    'partnership milestones dates Pilot = 2027-02-01; 2027-01-11; 2027-06-30',
  );
  await says(walk, LENA, 'partnership milestones dates Pilot = 2027-02-01; 2027-01-11; 2027-02-26');
  await says(walk, RENATA, 'partnership milestones propose Pilot = 2027-02-01');
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot');
  await says(walk, RENATA, 'partnership milestones move Pilot = 2027-03-15 because approval');
  const before = told(walk, JOSUE).length;
  await comes(walk, '2026-11-25T15:30:00Z');
  await comes(walk, '2026-11-26T10:00:00Z');
  expect(told(walk, LENA).at(-1)).toContain(
    'is expected on 15 March 2027 now; your organization had said until 26 February 2027',
  );
  expect(told(walk, JOSUE).slice(before).join()).not.toContain('had said');
  await press(walk, LENA, 'Change our dates for Pilot');
});

describe('an owner who does not answer', () => {
  const NEAR = '*Pilot*: 4 December is near';
  const LATE = '*Pilot* was expected on 4 December. Done, or which day now?';

  async function fiveWeeks(walk: Walk): Promise<void> {
    await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
    await says(walk, RENATA, 'partnership milestones add Pilot = 2026-12-04');
    for (const userId of [JOSUE, LENA])
      await says(walk, userId, 'partnership milestones endorse Pilot');
    // Mondays bring the digest, Thursdays and Fridays what is asked beside it.
    for (let week = 0; week < 5; week += 1)
      for (const day of [1, 2, 3, 6])
        await comes(walk, `${addDays('2026-11-24', 7 * week + day)}T15:30:00Z`);
  }

  const heard = (walk: Walk, words: string, isDigest: boolean) =>
    told(walk, RENATA).filter(
      (text) => text.includes(words) && text.includes('this week:') === isDigest,
    ).length;

  test('is asked again, and of what is late week by week', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership digest off');
    await fiveWeeks(walk);
    expect(heard(walk, NEAR, false)).toBe(1);
    // That it is red, and then week by week.
    expect(heard(walk, LATE, false)).toBe(4);
    await says(walk, RENATA, 'partnership milestones move Pilot = 2027-01-29');
  }, 60_000);

  test('is asked by their digest, and beside it once', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await fiveWeeks(walk);
    expect(heard(walk, NEAR, false)).toBe(1);
    expect(heard(walk, LATE, true)).toBe(4);
    expect(heard(walk, LATE, false)).toBe(1);
  }, 60_000);
});

describe('dates in the form for a new milestone', () => {
  test('an earliest or latest day without the one that suits is asked about, not lost', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership milestones add Pilot');
    const errors = await fillIn(walk, RENATA, {
      title: 'Pilot',
      earliest: '2027-03-03',
      latest: '2027-04-30',
    });
    expect(JSON.stringify(errors)).toContain('Which day would suit your organization');
    await fillIn(walk, RENATA, {
      title: 'Pilot',
      target: '2027-03-16',
      earliest: '2027-03-03',
      latest: '2027-04-30',
    });
    const [kept] = await walk.database.client.dateProposal.findMany();
    expect(kept?.latestOn?.toISOString()).toContain('2027-04-30');
  });

  test('a date of an organization that does not take part is asked about, not lost', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    const { partnership } = await threeOrganizations(walk, COORDINATORS);
    const id = (name: string) =>
      partnership.organizations.find(({ shortName }) => shortName === name)?.id ?? '';
    await says(walk, RENATA, 'partnership milestones add Pilot');
    const errors = await fillIn(walk, RENATA, {
      title: 'Pilot',
      target: '2027-03-16',
      organization: id('Lantern'),
      contributors: [id('Lantern'), id('Quillstone')],
    });
    expect(JSON.stringify(errors)).toContain('City is not among those whose dates count');
    expect(await walk.database.client.milestone.count()).toBe(0);

    await fillIn(walk, RENATA, { contributors: partnership.organizations.map((one) => one.id) });
    await says(walk, RENATA, 'partnership milestones add Training = 2027-04-01');
    const kept = await walk.database.client.milestone.findMany({ include: { ownerMember: true } });
    // Who adds one for another organization does not look after it.
    expect(
      kept.map(({ title, ownerMember }) => `${title}: ${ownerMember?.slackUserId}`).toSorted(),
    ).toEqual(['Pilot: undefined', `Training: ${RENATA}`]);
  });

  test('where dates are put forward openly, the earliest and the latest day are kept too', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
    await says(walk, RENATA, 'partnership milestones add Pilot');
    await fillIn(walk, RENATA, { title: 'Pilot', target: '2027-03-16', latest: '2027-04-30' });
    const seen = await says(walk, RENATA, 'partnership milestones Pilot');
    expect(seen).toContain('30 April 2027 at the latest');
    expect(seen).toContain('City put *16 March 2027* forward');
  });
});

describe('who may say what', () => {
  test('only the owner moves a date; everybody is told why not', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership milestones add Pilot open');
    await fillIn(walk, RENATA, { title: 'Pilot open' });
    expect(
      await says(walk, RENATA, 'partnership milestones propose Pilot open = 2027-03-16'),
    ).toContain('nobody sees another’s yet');
  });

  test('once an organization named who speaks for it, nobody else gives its dates or says how likely it is', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, { ...COORDINATORS, representatives: { [CASEY]: 'Quillstone' } });
    await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-16');
    await says(walk, JOSUE, 'partnership milestones dates Pilot = 2027-03-01');
    // Who can answer is asked, not the coordinator.
    await comes(walk, '2026-11-25T15:30:00Z');
    await comes(walk, '2026-11-26T18:00:00Z');
    expect(told(walk, LENA)).toEqual([]);
    expect(told(walk, CASEY).at(-1)).toContain('which day would suit your organization');
    expect(await says(walk, LENA, 'partnership digest now')).toContain(
      '*Pilot* waits for the dates of Quillstone.',
    );
    const dates = 'partnership milestones dates Pilot = 2027-03-08; 2027-03-01; 2027-03-31';
    for (const userId of [ARJUN, LENA]) {
      const refused = await says(walk, userId, dates);
      expect(refused).toContain('Quillstone named who speaks for it: Casey');
    }
    expect(walk.posts()).toEqual([]);
    await says(walk, CASEY, dates);
    expect(walk.posts().at(-1)).toContain('the dates are all in');
    await press(walk, ARJUN, 'Put another date forward for Pilot');
    await fillIn(walk, ARJUN, { target: '2027-03-08' });
    for (const userId of [RENATA, JOSUE])
      await says(walk, userId, 'partnership milestones endorse Pilot');
    expect(await says(walk, ARJUN, 'partnership milestones confidence Pilot = 1')).toContain(
      'named who speaks for it',
    );
    expect(await says(walk, RENATA, 'partnership milestones Pilot')).not.toContain('out of 5');
  });

  test('who looks after a milestone, a coordinator and who speaks for them report about it, nobody else', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, { ...COORDINATORS, representatives: { [CASEY]: 'Quillstone' } });
    await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
    await says(walk, CASEY, 'partnership milestones add Pilot = 2027-03-16');
    for (const userId of [RENATA, JOSUE])
      await says(walk, userId, 'partnership milestones endorse Pilot');
    expect(await says(walk, ARJUN, 'partnership milestones still Pilot')).toContain(
      'Quillstone named who speaks for it',
    );
    for (const userId of [CASEY, LENA])
      expect(await says(walk, userId, 'partnership milestones still Pilot')).toContain('still 16');
    await says(walk, LENA, `partnership milestones owner Pilot = <@${ARJUN}>`);
    expect(await says(walk, ARJUN, 'partnership milestones still Pilot')).toContain('still 16');
  });
});
