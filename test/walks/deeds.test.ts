import { expect, test } from 'vitest';
import type { ApiFault } from '../../sandbox/slack/fault-plan.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { comes, says } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* What somebody writes is done once, and they hear of it, however the answer fails on its way. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

/** Every line, and words that the answer to no other line has. */
const LINES = {
  'glossary zebra': '*zebra* isn’t in the glossary yet',
  'glossary define MOU = A written agreement': 'City and Lantern still have to speak',
  'glossary endorse POC': 'Your yes is recorded',
  'partnership milestones still Pilot': 'still 1 March 2027',
  'partnership milestones move Review = 2027-02-12 because approval': '12 February 2027 instead of',
  'glossary import\nSOW = A statement of work\nSLA = A service level': 'I’m reading it',
  'glossary export': 'I’m putting the CSV file together',
} as const;

const COUNT = Object.keys(LINES).length;

async function prepared(): Promise<Walk> {
  const walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'glossary define POC = The person to ask');
  for (const [title, on] of [
    ['Pilot', '2027-03-01'],
    ['Review', '2027-02-01'],
  ]) {
    await says(walk, LENA, `partnership milestones add ${title} = ${on}`);
    for (const userId of [RENATA, JOSUE])
      await says(walk, userId, `partnership milestones endorse ${title}`);
  }
  return walk;
}

/** How often it stands in the tables; a second run would add to each. */
async function traces({ database: { client } }: Walk) {
  const [missed, imports, forecasts, reports, proposals, stances] = await Promise.all([
    client.missedLookUp.findMany(),
    client.termImport.count(),
    client.forecast.count(),
    client.note.count({ where: { what: 'milestones.reported' } }),
    client.proposal.count(),
    client.stance.count(),
  ]);
  const misses = missed.reduce((sum, { count }) => sum + count, 0);
  return { misses, imports, forecasts, reports, proposals, stances };
}

/** All that Lena sees of the bot, in the channel, in threads, and in direct messages. */
function heard(walk: Walk): readonly string[] {
  const { channels, dm } = walk.slack.as(LENA).sees();
  const inChannel = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  const all = [...inChannel, ...dm].flatMap((message) => [message, ...message.replies]);
  return all.filter(({ isBot }) => isBot).map(({ text }) => text);
}

async function writes(walk: Walk, door: 'mention' | 'direct'): Promise<void> {
  const lena = walk.slack.as(LENA);
  for (const line of Object.keys(LINES)) {
    if (door === 'mention') await lena.says(CHANNEL, `@Common Ground ${line}`);
    else await lena.dm(line);
  }
  await walk.idle();
}

const TOOK_IT: ApiFault = { kind: 'reset' };
const SAID_NOTHING: ApiFault = { kind: 'silence' };
const SAID_NULL: ApiFault = { kind: 'null' };
const BROKE: ApiFault = { kind: 'http-error', status: 500 };
const PAUSE: ApiFault = { kind: 'rate-limited' };

test.each<{
  readonly what: string;
  readonly door: 'mention' | 'direct';
  readonly faults: Readonly<Record<string, readonly [ApiFault, number][]>>;
}>([
  {
    what: 'no way is open, and the next try finds it done',
    door: 'mention',
    faults: {
      'chat.postEphemeral': [
        [PAUSE, 3],
        [BROKE, 4],
      ],
      'chat.postMessage': [[BROKE, 2 * COUNT]],
    },
  },
  {
    what: 'Slack shows it, and the connection breaks: it goes the next way, and says so',
    door: 'mention',
    faults: {
      'chat.postEphemeral': [
        [TOOK_IT, 3],
        [SAID_NOTHING, 2],
        [SAID_NULL, 2],
      ],
    },
  },
  {
    what: 'Slack takes it, and the connection breaks: it is found there',
    door: 'direct',
    faults: {
      'chat.postMessage': [
        [TOOK_IT, 3],
        [SAID_NOTHING, 2],
        [SAID_NULL, 2],
      ],
    },
  },
])('an answer is lost ($door), yet the deed is done once: $what', async ({ door, faults }) => {
  await using walk = await prepared();
  const before = { said: heard(walk).length, traces: await traces(walk) };
  for (const [method, planned] of Object.entries(faults)) {
    for (const [fault, times] of planned) walk.slack.fault.api(method, fault, times);
  }
  await writes(walk, door);
  const after = await traces(walk);
  const more = Object.entries(after).map(([what, count]) => [
    what,
    count - before.traces[what as keyof typeof after],
  ]);
  expect(Object.fromEntries(more)).toEqual({
    misses: 1,
    imports: 1,
    forecasts: 2,
    reports: 2,
    proposals: 1,
    stances: 1,
  });
  const said = heard(walk).slice(before.said);
  for (const words of Object.values(LINES)) {
    const [first = '', ...others] = said.filter((text) => text.includes(words));
    expect(first).toContain(words);
    // A line that only she sees can be looked for by nobody.
    const isAgain = (text: string) => text.startsWith('You may have read this already: Slack');
    expect([words, others.filter((text) => !isAgain(text)).length]).toEqual([words, 0]);
    if (door === 'direct') expect([words, others]).toEqual([words, []]);
  }
  const deeds = await walk.database.client.deed.findMany();
  expect(
    deeds.filter(
      ({ key, answer, deliveredAt }) => key.startsWith('Ev') && (answer || !deliveredAt),
    ),
  ).toEqual([]);
});

test('what was done before the bot was cut off is not done again, and the person hears that it was', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const { client } = walk.database;
  const { channelId: channel } = await walk.slack.as(LENA).dm('glossary help');
  await walk.idle();
  const before = heard(walk).length;
  const works = async (eventId: string, deed: 'done' | 'delivered' | undefined) => {
    const begunAt = walk.clock.now();
    const [attempt, deliveryId] = [crypto.randomUUID(), crypto.randomUUID()];
    const deliveredAt = deed === 'delivered' ? begunAt : null;
    const row = { key: eventId, attempt, deliveryId, begunAt, doneAt: begunAt, deliveredAt };
    if (deed) await client.deed.create({ data: row });
    const text = 'glossary define MOU = A written agreement';
    const event = { type: 'message', channel_type: 'im', channel, user: LENA, ts: '1.1', text };
    const body = { type: 'event_callback', event_id: eventId, team_id: 'T0CITY', event };
    await client.inboxEvent.create({ data: { eventId, body, receivedAt: begunAt } });
    const { id } = await client.partnership.findFirstOrThrow();
    const { jobs } = await walk.bot.contextFor(id);
    await inTransaction(client, (tx) => jobs.add(tx, 'slack.event', { eventId }));
    await walk.idle();
  };
  await works('Ev1', 'done');
  expect(heard(walk).at(-1)).toContain(
    'I was interrupted after I did what you asked with “define MOU = A written agreement”',
  );
  await works('Ev2', 'delivered');
  expect(heard(walk)).toHaveLength(before + 1);
  expect(await client.proposal.count()).toBe(0);
  await works('Ev3', undefined);
  expect(await client.proposal.count()).toBe(1);
  expect(heard(walk).at(-1)).toContain('Put forward');
  await client.deed.update({ where: { key: 'Ev1' }, data: { answer: { text: 'lost' } } });
  await comes(walk, '2026-11-25T15:01:00Z');
  const kept = await client.deed.findMany({ orderBy: { key: 'asc' } });
  expect(kept.map(({ key, answer }) => [key, answer])).toEqual([
    ['Ev1', null],
    ['Ev2', null],
    ['Ev3', null],
  ]);
  await comes(walk, '2026-12-01T15:01:00Z');
  expect(await client.deed.count()).toBe(0);
});

test('an answer for one pair of eyes is not written down on its way', async () => {
  await using walk = await startWalk({ env: { PUBLIC_URL: 'https://ground.example/' } });
  await threeOrganizations(walk);
  walk.slack.fault.api('chat.postMessage', BROKE, 2);
  await walk.slack.as(LENA).dm('partnership calendar link');
  await walk.idle();
  const [said, ...others] = heard(walk);
  expect(said).toContain('I keep no copy of such an answer. Please ask again to read it');
  expect(others).toEqual([]);
  expect(await walk.database.client.calendarLink.count()).toBe(1);
  await walk.slack.as(LENA).dm('partnership calendar');
  await walk.idle();
  expect(heard(walk).at(-1)).toContain('if it is lost or got out, make a new one');
});
