import { expect, test } from 'vitest';
import { leaveChannel } from '../../src/members/leave-channel.ts';
import { parsed } from '../calendars/parsed.ts';
import { press, says, told } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' },
};
const PUBLIC = { PUBLIC_URL: 'https://ground.example/bot/' };

/** One agreed milestone, one put forward openly, one whose dates are being collected, and a council. */
async function withDates(walk: Walk): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Secret evening = 2027-02-17');
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Funding = 2026-12-15');
  await says(walk, AMARA, 'partnership milestones endorse Funding');
  await says(walk, LENA, 'partnership milestones endorse Funding');
  await says(walk, LENA, 'partnership milestones add Pilot, phase; one = 2027-03-01');
  await says(walk, RENATA, 'partnership meetings add council = 5 January 2027 at 18:30 papers 10');
}

/** The address in an answer, at the port where the bot really is. */
function addressIn(walk: Walk, answer: string): string {
  const [, token = ''] =
    /https:\/\/ground\.example\/bot\/calendar\/(\S{43})\.ics/.exec(answer) ?? [];
  expect(token).not.toBe('');
  return `http://127.0.0.1:${walk.bot.port}/calendar/${token}.ics`;
}

async function status(address: string, init?: RequestInit): Promise<number> {
  const response = await fetch(address, init);
  await response.arrayBuffer();
  return response.status;
}

function files(walk: Walk, userId: string) {
  const { dm } = walk.slack.as(userId).sees();
  return dm.flatMap((message) => message.files);
}

test('the file comes to direct messages, to people with commands and without', async () => {
  await using walk = await startWalk();
  await withDates(walk);
  const answer = await says(walk, RENATA, 'partnership calendar');
  expect(answer).toContain('No names of people');
  expect(answer).toContain('set `PUBLIC_URL`');
  await press(walk, RENATA, 'Get the file');
  expect(await says(walk, LENA, 'partnership calendar file')).toContain('only you see it');
  expect(await says(walk, LENA, 'partnership calendar')).toContain(
    '`@common-ground partnership calendar file`',
  );
  for (const userId of [RENATA, LENA]) {
    expect(told(walk, userId).at(-2) ?? told(walk, userId).at(-1)).toContain('4 entries');
    const [file, ...others] = files(walk, userId);
    expect(others).toEqual([]);
    const { name, bytes } = walk.slack.as(userId).opensFile(file?.id ?? '');
    expect(name).toBe('partnership.ics');
    const { entries } = parsed(bytes.toString());
    expect(entries.map(({ title, start, status: state }) => [start, title, state])).toEqual([
      ['2026-12-15', 'Funding', 'CONFIRMED'],
      ['2026-12-18', 'Papers due for City: council', 'CONFIRMED'],
      ['2027-01-06T00:30:00.000Z', 'City: council', 'CONFIRMED'],
      ['2027-03-01', 'Proposed: Pilot, phase; one', 'TENTATIVE'],
    ]);
    expect(bytes.toString()).not.toMatch(/Secret|20270217|Renata|Okafor|U0|C0OPEN|@city/i);
  }
});

test('where files may not be sent, a sentence says so and what to do instead', async () => {
  await using walk = await startWalk({ withoutScopes: ['files:write'], env: PUBLIC });
  await threeOrganizations(walk);
  await says(walk, RENATA, 'partnership calendar file');
  expect(told(walk, RENATA).at(-1)).toContain('`files:write`');
  expect(told(walk, RENATA).at(-1)).toContain('`partnership calendar link` gives you a link');
});

test('a link is refused with a sentence where nobody said how the bot is reached', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk);
  expect(await says(walk, RENATA, 'partnership calendar link')).toContain('set `PUBLIC_URL`');
  expect(await says(walk, LENA, 'partnership calendar link')).toContain(
    '`@common-ground partnership calendar file`',
  );
  expect(await walk.database.client.calendarLink.count()).toBe(0);
});

test('a link is read over HTTP, tells what is new, and brings entries up to date in their place', async () => {
  await using walk = await startWalk({ env: PUBLIC });
  await withDates(walk);
  const said = await says(walk, LENA, 'partnership calendar link');
  expect(said).toContain('whoever has it can read these dates');
  const address = addressIn(walk, said);
  const first = await fetch(address);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toContain('private');
  const text = await first.text();
  expect(text).not.toMatch(/Secret|20270217/);
  const tag = first.headers.get('etag') ?? '';
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    expect(await status(address, { headers: { 'if-none-match': known } })).toBe(304);
  }
  const head = await fetch(address, { method: 'HEAD' });
  expect(head.headers.get('etag')).toBe(tag);
  expect(await head.text()).toBe('');

  walk.clock.moveTo('2026-11-25T15:00:00Z');
  await says(walk, RENATA, 'partnership milestones move Funding = 2026-12-18 because approval');
  const second = await fetch(address, { headers: { 'if-none-match': tag } });
  expect(second.status).toBe(200);
  const [before, after] = [parsed(text), parsed(await second.text())].map(({ entries }) =>
    entries.find(({ title }) => title === 'Funding'),
  );
  expect(after).toMatchObject({ uid: before?.uid, start: '2026-12-18' });
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  expect(after?.notes).toContain('Agreed was Tuesday 15 December 2026');
  expect(after?.changedAt.toISOString()).toBe('2026-11-25T15:00:00.000Z');
});

test('a link ends when it is turned off, replaced, or its owner has left; nobody else’s does', async () => {
  await using walk = await startWalk({ env: PUBLIC });
  const { partnership } = await threeOrganizations(walk);
  const db = walk.database.client;
  const lenas = addressIn(walk, await says(walk, LENA, 'partnership calendar link'));
  await says(walk, RENATA, 'partnership calendar');
  await press(walk, RENATA, 'Make a link');
  const old = addressIn(walk, walk.answer(RENATA));
  const again = await says(walk, RENATA, 'partnership calendar link');
  expect(again).toContain('You have a link, made on Tuesday 24 November 2026');
  expect(await status(old)).toBe(200);
  await press(walk, RENATA, 'Make a new link');
  expect(walk.answer(RENATA)).toContain('The old one has ended');
  const renatas = addressIn(walk, walk.answer(RENATA));
  const unknown = lenas.replace(/.{43}(?=\.ics)/, 'A'.repeat(43));
  const answers = await Promise.all(
    [old, unknown].map(async (address) => {
      const response = await fetch(address);
      return [response.status, await response.text(), response.headers.get('etag')];
    }),
  );
  expect(answers[0]).toEqual([404, 'There is no calendar here.\n', null]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await status(renatas)).toBe(200);
  await press(walk, RENATA, 'Turn the link off');
  expect(walk.answer(RENATA)).toContain('Your link is turned off');
  expect(await status(renatas)).toBe(404);
  expect(await says(walk, RENATA, 'partnership calendar off')).toContain('nothing to turn off');
  expect(await status(lenas)).toBe(200);
  const next = addressIn(walk, await says(walk, LENA, 'partnership calendar new link'));
  expect([await status(lenas), await status(next)]).toEqual([404, 200]);

  await leaveChannel(db, partnership, {
    userId: LENA,
    facts: (await walk.bot.contextFor(partnership.id)).facts,
    now: walk.clock.now(),
    isInChannel: async () => false,
  });
  expect(await status(next)).toBe(404);
  await walk.idle();
  await db.member.updateMany({ data: { deactivatedAt: null } });
  expect(await status(next)).toBe(404);
  const last = addressIn(walk, await says(walk, LENA, 'partnership calendar link'));
  expect(await status(last)).toBe(200);
  await db.partnership.updateMany({ data: { stage: 'closed' } });
  expect(await status(last)).toBe(404);
  await db.partnership.updateMany({ data: { stage: 'closing' } });
  await db.organization.updateMany({
    where: { shortName: 'Quillstone' },
    data: { leftAt: walk.clock.now() },
  });
  expect(await status(last)).toBe(404);
});

test('who asks too often is told when to come again', async () => {
  await using walk = await startWalk({ env: PUBLIC });
  await threeOrganizations(walk);
  const address = addressIn(walk, await says(walk, RENATA, 'partnership calendar link'));
  let answer = await fetch(address);
  for (let n = 0; n < 14 && answer.status === 200; n += 1) answer = await fetch(address);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(30);
  expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  const lenas = addressIn(walk, await says(walk, LENA, 'partnership calendar link'));
  expect(await status(lenas)).toBe(200);
});

test('the address is kept nowhere: not in the database, not in the log, not in the channel', async () => {
  await using walk = await startWalk({ env: PUBLIC });
  await threeOrganizations(walk);
  walk.slack.fault.api('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' }, 1);
  walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'messages_tab_disabled' }, 1);
  await says(walk, LENA, 'partnership calendar link');
  const seen = JSON.stringify(walk.slack.as(RENATA).sees());
  expect(seen).toContain('for your eyes alone');
  expect(seen).not.toContain('/calendar/');

  const address = addressIn(walk, await says(walk, RENATA, 'partnership calendar link'));
  const token = /\/(\S{43})\.ics/.exec(address)?.[1] ?? '';
  expect(await status(address)).toBe(200);
  for (const [mistyped, init] of [
    [`${address}x`, {}],
    [address.replace('calendar', 'calender'), {}],
    [address, { method: 'DELETE' }],
    [`${address}?from=outlook`, {}],
  ] as const) {
    await status(mistyped, init);
  }
  expect(walk.log.join()).not.toContain(token);
  const rows = await walk.database.client.calendarLink.findMany();
  expect(rows.map(({ tokenHash }) => tokenHash)).not.toContain(token);
  expect(walk.posts(CHANNEL).join()).not.toContain(token);
});
