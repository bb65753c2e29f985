import { expect, test } from 'vitest';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' },
};

async function says(walk: Walk, userId: string, words: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (userId === LENA) await visitor.says(CHANNEL, `@Common Ground glossary ${words}`);
  else await visitor.command(CHANNEL, `/glossary ${words}`);
  await walk.idle();
  return walk.answer(userId);
}

async function press(walk: Walk, userId: string, id: string): Promise<string> {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id: channelId }) => channelId === CHANNEL);
  const messageTs = channel?.messages.findLast(({ blocks }) =>
    JSON.stringify(blocks).includes(id),
  )?.ts;
  await walk.slack.as(userId).click({ messageTs: messageTs ?? '' }, id);
  await walk.idle();
  return walk.answer(userId);
}

/** Every text that the database holds anywhere. */
async function everything(walk: Walk): Promise<string> {
  const { client } = walk.database;
  const tables = await client.$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await client.$queryRawUnsafe<{ row: string }[]>(
      `select t::text as row from ${name} t`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('reading is on when a coordinator of every organization said yes, and off at one click', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  expect(await says(walk, MARCUS, 'reading')).toContain('I don’t read');
  expect(await says(walk, MARCUS, 'reading on')).toContain('A coordinator of your organization');
  expect(await says(walk, RENATA, 'reading on')).toContain('Still to say yes: Quillstone, Lantern');
  expect(await says(walk, RENATA, 'reading on')).toContain('already');
  expect(await press(walk, RENATA, 'reading.ask')).toContain('Asked in the channel');
  expect(walk.posts().at(-1)).toContain('City would like me to read this channel');
  expect(await says(walk, AMARA, 'reading')).toContain('Yes so far: City');
  expect(await press(walk, AMARA, 'reading.allow')).toContain('Still to say yes: Quillstone');
  expect(walk.posts().filter((text) => text.includes('now on I read this channel'))).toEqual([]);
  expect(await says(walk, LENA, 'reading on')).toContain('I read <#');
  expect(walk.posts().at(-1)).toContain('From now on I read this channel');

  expect(await press(walk, MARCUS, 'reading.stop')).toContain('Any coordinator');
  expect(await press(walk, AMARA, 'reading.stop')).toContain('It is off');
  expect(walk.posts().at(-1)).toContain('no longer read');
  expect(await says(walk, RENATA, 'reading')).toContain('Still to say yes: City');
  expect(await says(walk, RENATA, 'reading off')).toContain('I don’t read this channel');
  const notes = await walk.database.client.note.findMany({
    where: { what: { startsWith: 'reading.' } },
  });
  expect(notes.map(({ what }) => what)).toEqual([
    'reading.allowed',
    'reading.allowed',
    'reading.allowed',
    'reading.on',
    'reading.off',
  ]);
});

test('what people write is not stored where nobody allowed it, and leaves no text where they did', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const before = await walk.database.client.inboxEvent.count();
  await walk.slack.as(MARCUS).says(CHANNEL, 'a zebra crossed the QXZ');
  const posted = await walk.slack.as(LENA).says(CHANNEL, 'another zebra');
  await walk.slack.as(MARCUS).react(CHANNEL, posted.ts, ':book:');
  await walk.idle();
  expect(await walk.database.client.inboxEvent.count()).toBe(before);

  for (const userId of [RENATA, AMARA, LENA]) await says(walk, userId, 'reading on');
  await walk.slack.as(MARCUS).says(CHANNEL, 'a zebra crossed the QXZ again');
  await walk.idle();
  expect(await walk.database.client.inboxEvent.count()).toBeGreaterThan(before);
  expect(await everything(walk)).not.toContain('zebra');
  expect(walk.log.join('\n')).not.toContain('zebra');
});

test('of a direct message what a person writes is stored, and nothing that the bot answers', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const stored = () => walk.database.client.inboxEvent.count();
  const answers = () => walk.slack.as(MARCUS).sees().dm.length;
  const before = { stored: await stored(), answers: answers() };
  await walk.slack.as(MARCUS).dm('glossary list');
  await walk.idle();
  expect(answers()).toBeGreaterThan(before.answers + 1);
  expect(await stored()).toBe(before.stored + 1);
});

test('an organization that joins later has not said yes', async () => {
  await using walk = await startWalk();
  const ctx = await threeOrganizations(walk, COORDINATORS);
  for (const userId of [RENATA, AMARA, LENA]) await says(walk, userId, 'reading on');
  expect(await says(walk, RENATA, 'reading')).toContain('I read <#');
  const { id: partnershipId } = ctx.partnership;
  const newcomer = { partnershipId, name: 'Riverside Schools', shortName: 'Riverside' };
  await walk.database.client.organization.create({ data: newcomer });
  expect(await says(walk, RENATA, 'reading')).toContain('Still to say yes: Riverside');
  const before = await walk.database.client.inboxEvent.count();
  await walk.slack.as(MARCUS).says(CHANNEL, 'unread');
  await walk.idle();
  expect(await walk.database.client.inboxEvent.count()).toBe(before);
});

test('a yes counts for the organization of who gave it, as long as it is there', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'reading on');
  await press(walk, RENATA, 'reading.ask');
  await says(walk, LENA, 'reading on');
  await walk.database.client.organization.updateMany({
    where: { shortName: 'Lantern' },
    data: { leftAt: walk.clock.now() },
  });
  // What was asked last was Lantern's yes; who is left has said theirs.
  await press(walk, AMARA, 'reading.allow');
  const consents = await walk.database.client.readingConsent.findMany({
    include: { organization: true },
  });
  expect(consents.map(({ organization }) => organization.shortName).toSorted()).toEqual([
    'City',
    'Quillstone',
  ]);
  expect(walk.posts().join('\n')).not.toContain('From now on');
  expect(await says(walk, RENATA, 'reading on')).toContain('I read <#');
  expect(walk.posts().at(-1)).toContain('From now on I read this channel');
});

test('who has left says no yes for an organization whose yes is missing', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, LENA, 'reading on');
  await press(walk, LENA, 'reading.ask');
  await walk.database.client.organization.updateMany({
    where: { shortName: 'Lantern' },
    data: { leftAt: walk.clock.now() },
  });
  await press(walk, AMARA, 'reading.allow');
  expect(await says(walk, RENATA, 'reading')).toContain('Still to say yes: City');
  const [channel] = await walk.database.client.channel.findMany();
  expect(channel?.readingSince).toBeNull();
});
