import { expect, test } from 'vitest';
import { threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const ALL = { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' } as const;

/** By command, or by mention where somebody has no commands. */
async function does(walk: Walk, userId: string, line: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (userId === LENA) await visitor.says(CHANNEL, `@Common Ground glossary ${line}`);
  else await visitor.command(CHANNEL, `/glossary ${line}`);
  await walk.idle();
  return walk.answer(userId);
}

/** What somebody sees of a thread. */
function thread(walk: Walk, userId: string, ts: string) {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  return channel?.messages.find((message) => message.ts === ts)?.replies ?? [];
}

/** What the bot told somebody alone in a thread. */
function toldInThread(walk: Walk, userId: string, ts: string): string {
  return thread(walk, userId, ts).findLast(({ isEphemeral }) => isEphemeral)?.text ?? '';
}

async function asksInThread(walk: Walk, userId: string, ts: string, words = ''): Promise<string> {
  const line = `@Common Ground glossary explain ${words}`;
  await walk.slack.as(userId).says(CHANNEL, line, { threadTs: ts });
  await walk.idle();
  return toldInThread(walk, userId, ts);
}

/** The modal that opens for somebody who chooses the shortcut, as one text. */
async function shortcut(walk: Walk, userId: string, ts: string) {
  const visitor = walk.slack.as(userId);
  const { status } = await visitor.shortcut('explaining.explain', { channelId: CHANNEL, ts });
  expect(status).toBe(200);
  await walk.idle();
  const modal = visitor.sees().modals.at(-1);
  return { id: modal?.id ?? '', said: JSON.stringify(modal?.blocks ?? []) };
}

const MESSAGE = 'The MOU names a POC for HIE, see `MOB` and https://example.org/MOC\n> the MOD';

test('the shortcut opens what the terms mean, and what is missing can be proposed there', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { floor: 0, representatives: ALL });
  await does(walk, RENATA, 'define MOU = <!channel> An agreement & no contract');
  await does(walk, AMARA, 'endorse MOU');
  await does(walk, LENA, 'endorse MOU');
  for (const term of ['MOB', 'MOC', 'MOD']) await does(walk, RENATA, `define ${term} = Nothing`);
  await does(walk, RENATA, 'define POC = Point of contact');

  const { ts } = await walk.slack.as(LENA).says(CHANNEL, MESSAGE);
  const { id, said } = await shortcut(walk, RENATA, ts);
  expect(said).toContain('*MOU* · agreed');
  expect(said).toContain('&lt;!channel&gt; An agreement &amp; no contract');
  expect(said).toContain('*POC* · proposed, not agreed yet');
  expect(said).toContain('City puts forward: Point of contact');
  expect(said.indexOf('*MOU*')).toBeLessThan(said.indexOf('*POC*'));
  expect(said).not.toMatch(/MOB|MOC|MOD/);
  expect(said).toContain('*HIE* isn’t in the glossary yet.');

  const renata = walk.slack.as(RENATA);
  await renata.click({ viewId: id }, 'glossary.define');
  await walk.idle();
  const modals = renata.sees().modals;
  expect(modals).toHaveLength(2);
  const { status } = await renata.submit(modals.at(-1)?.id ?? '', {
    definition: 'Exchange of health information',
  });
  expect(status).toBe(200);
  await walk.idle();
  expect(renata.sees().modals).toEqual([]);
  expect(walk.answer(RENATA)).toContain('*HIE*');
  expect((await shortcut(walk, RENATA, ts)).said).toContain('*HIE* · proposed');

  const settled = renata
    .sees()
    .channels.find(({ id: channelId }) => channelId === CHANNEL)
    ?.messages.find(({ text }) => text.includes('Settled: *MOU*'));
  expect((await shortcut(walk, RENATA, settled?.ts ?? '')).said).toContain('*MOU* · agreed');

  const { ts: plain } = await walk.slack.as(LENA).says(CHANNEL, 'Good morning');
  expect((await shortcut(walk, RENATA, plain)).said).toContain(
    'Nothing in this message is in the glossary.',
  );
});

test('in a thread, a mention explains its first message to whoever asks, alone', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { floor: 0, representatives: ALL });
  await does(walk, RENATA, 'define MOU = A written agreement');
  await does(walk, AMARA, 'endorse MOU');
  await does(walk, LENA, 'endorse MOU');
  const before = walk.posts().length;
  const { ts } = await walk.slack.as(RENATA).says(CHANNEL, MESSAGE);
  await walk.slack.as(AMARA).says(CHANNEL, 'The MOB', { threadTs: ts });

  const told = await asksInThread(walk, LENA, ts);
  expect(told).toContain('The terms in the first message of this thread');
  expect(told).toContain('*MOU* · agreed\nA written agreement');
  expect(told).toContain('Not in the glossary yet: POC and HIE.');
  expect(told).toContain('`@common-ground glossary define TERM = DEFINITION`');
  expect(told).not.toMatch(/MOB|MOC|MOD/);
  expect(toldInThread(walk, RENATA, ts)).toBe('');
  expect(walk.posts()).toHaveLength(before);
  expect(await asksInThread(walk, LENA, ts, 'what a mou is')).toContain('The terms in your text');

  const lookUp = thread(walk, LENA, ts).findLast(({ isEphemeral }) => isEphemeral)?.ts ?? '';
  await walk.slack.as(LENA).click({ messageTs: lookUp }, 'glossary.look-up.0');
  await walk.idle();
  expect(walk.answer(LENA)).toContain('agreed · version 1');

  walk.slack.fault.withholdScopes('channels:history');
  const unseen = await asksInThread(walk, LENA, ts);
  expect(unseen).toContain('I can’t see that message');
  expect(unseen).toContain('`@common-ground glossary explain TEXT`');
});

test('a pasted text is explained by command, mention and direct message', async () => {
  await using walk = await startWalk();
  await does(walk, RENATA, 'define MOU = A written agreement');
  const toNobodyKnown = await does(walk, AMARA, 'explain the MOU for HIE');
  expect(toNobodyKnown).toContain('City of Alder Falls puts forward: A written agreement');
  expect(toNobodyKnown).toContain('Not in the glossary yet: HIE.');
  expect(toNobodyKnown).not.toContain('define');
  await threeOrganizations(walk);
  const text = 'explain Who signs the MOU? And `MOB`?';
  for (const userId of [RENATA, LENA]) {
    const told = await does(walk, userId, text);
    expect(told).toContain('*MOU* · proposed, not agreed yet');
    expect(told).toContain('City puts forward: A written agreement');
    expect(told).not.toContain('MOB');
  }
  const renata = walk.slack.as(RENATA);
  await renata.dm(`glossary ${text}`);
  await walk.idle();
  expect(renata.sees().dm.at(-1)?.text).toContain('City puts forward: A written agreement');
  expect(await does(walk, RENATA, 'explain')).toContain('`/glossary explain TEXT`');
  expect(await does(walk, RENATA, 'explain Good morning')).toContain(
    'Nothing in your text is in the glossary.',
  );
});

test('of a homonym every sense is told, and none while they are compared', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk);
  await does(walk, RENATA, 'define POC = Point of contact');
  await does(walk, LENA, 'define POC = Proof of concept');
  const own = { [RENATA]: 'Point of contact', [LENA]: 'Proof of concept', [AMARA]: 'nothing' };
  for (const [userId, meaning] of Object.entries(own)) {
    const told = await does(walk, userId, 'explain the POC');
    expect(told).toContain('being compared');
    for (const other of Object.values(own).filter((one) => one !== meaning)) {
      expect(told).not.toContain(other);
    }
    if (userId !== AMARA) expect(told).toContain(`${meaning} (seen by you alone)`);
  }
  await does(walk, AMARA, 'define POC = Point of care');
  const told = await does(walk, LENA, 'explain the POC');
  expect(told).toContain('one word, several ideas');
  for (const sense of [
    '• City: Point of contact',
    '• Quillstone: Proof of concept',
    '• Lantern: Point of care',
  ]) {
    expect(told).toContain(sense);
  }
});

test('a :book: is answered where reading is on, and nowhere else', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { coordinators: ALL });
  await does(walk, RENATA, 'define MOU = A written agreement');
  const { ts } = await walk.slack.as(RENATA).says(CHANNEL, 'The MOU is ready');
  const reply = await walk.slack.as(AMARA).says(CHANNEL, 'Which MOU?', { threadTs: ts });
  const reacts = async (userId: string, messageTs: string, emoji: string): Promise<void> => {
    await walk.slack.as(userId).react(CHANNEL, messageTs, emoji);
    await walk.idle();
  };
  await reacts(LENA, ts, 'book');
  expect(walk.answer(LENA)).toBe('');

  for (const userId of [RENATA, AMARA, LENA]) await does(walk, userId, 'reading on');
  const before = walk.posts().length;
  await reacts(LENA, ts, 'thumbsup');
  expect(walk.answer(LENA)).not.toContain('MOU');
  await reacts(LENA, ts, 'open_book');
  expect(walk.answer(LENA)).toContain('You asked with :book:');
  expect(walk.answer(LENA)).toContain('City puts forward: A written agreement');
  await reacts(LENA, reply.ts, 'book');
  expect(toldInThread(walk, LENA, ts)).toContain('City puts forward: A written agreement');
  expect(toldInThread(walk, AMARA, ts)).toBe('');
  expect(walk.posts()).toHaveLength(before);

  // What Slack lets nobody but everybody hear is not said.
  walk.slack.fault.refuseEphemeralsToOutsiders();
  walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'channel_not_found' });
  await reacts(LENA, ts, 'books');
  expect(walk.log.join('\n')).toContain('so it is not said');
  expect(walk.posts()).toHaveLength(before);
  expect(thread(walk, RENATA, ts).filter(({ isBot }) => isBot)).toEqual([]);

  walk.slack.fault.withholdScopes('channels:history');
  await reacts(AMARA, ts, 'book');
  expect(walk.answer(AMARA)).not.toContain('You asked');
  expect(walk.log.join('\n')).not.toMatch(/is ready|Which MOU/);
  expect(await walk.bot.pending()).toBe(0);
});
