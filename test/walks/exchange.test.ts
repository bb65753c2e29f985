import { expect, test } from 'vitest';
import { cancelImport } from '../../src/exchange/cancel-import.ts';
import { listMembers } from '../../src/members/list-members.ts';
import { told } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' },
};

const ROWS = `term,definition,aliases
MOU,"A written agreement, not a contract",memorandum of understanding
POC,The person to ask,
=cmd|x,<!channel> is inert,
,nothing here,`;

/** The newest message that the bot sent this person. */
function dm(walk: Walk, userId: string) {
  const message = walk.slack
    .as(userId)
    .sees()
    .dm.findLast(({ isBot, isEphemeral }) => isBot && !isEphemeral);
  if (!message) throw new Error(`the bot has told ${userId} nothing`);
  return message;
}

function channelPost(walk: Walk, userId: string) {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  const message = channel?.messages.findLast(({ isBot, isEphemeral }) => isBot && !isEphemeral);
  if (!message) throw new Error('the bot has said nothing in the channel');
  return message;
}

async function press(walk: Walk, userId: string, messageTs: string, id: string): Promise<void> {
  await walk.slack.as(userId).click({ messageTs }, id);
  await walk.idle();
}

async function command(walk: Walk, userId: string, words: string): Promise<string> {
  await walk.slack.as(userId).command(CHANNEL, `/glossary ${words}`);
  await walk.idle();
  return walk.answer(userId);
}

function terms(walk: Walk) {
  const { client } = walk.database;
  return client.term.findMany({
    include: { labels: true, usages: true },
    orderBy: { text: 'asc' },
  });
}

test('pasted rows are shown before anything happens, and become proposals of the importer’s side', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  expect(await command(walk, RENATA, `import\n${ROWS}`)).toContain('reading it');
  const preview = dm(walk, RENATA);
  expect(preview.text).toContain('3 new, 1 refused');
  expect(preview.text).toMatch(/5\. .*(name|term|Which)/);
  expect(await terms(walk)).toEqual([]);

  await press(walk, RENATA, preview.ts, 'exchange.page.new');
  expect(dm(walk, RENATA).text).toContain('&lt;!channel&gt; is inert');
  // What is to be said of it in the channel is not lost when Slack asks for a pause.
  walk.slack.fault.api('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
  await press(walk, RENATA, preview.ts, 'exchange.propose');
  expect(dm(walk, RENATA).text).toContain('3 terms are put forward');
  expect(dm(walk, RENATA).ts).toBe(preview.ts);
  expect((await terms(walk)).map(({ text }) => text).toSorted()).toEqual(['=cmd|x', 'MOU', 'POC']);
  expect(walk.posts().at(-1)).toContain('3 terms are put forward');
  expect(channelPost(walk, LENA).pings).toEqual([]);
  expect(await command(walk, AMARA, 'POC')).toContain('The person to ask');
  expect(await walk.database.client.termImportRow.count()).toBe(0);

  await command(walk, AMARA, 'endorse POC');
  await walk.slack.as(LENA).says(CHANNEL, '@Common Ground glossary endorse POC');
  await walk.idle();
  expect(walk.posts().at(-1)).toContain('Settled: *POC*');
});

test('what every coordinator has confirmed is agreed at once, with each organization’s words', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const rows = `term,definition,usage: Lantern,status
MOU,A written agreement,what lawyers sign,agreed
POC,The person to ask,,disputed`;
  await command(walk, RENATA, `import\n${rows}`);
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.ask');
  const asked = channelPost(walk, AMARA);
  expect(asked.text).toContain('Confirmed by City. Still to confirm');
  await press(walk, MARCUS, asked.ts, 'exchange.confirm');
  expect(walk.answer(MARCUS)).toContain('A coordinator of your organization');
  await press(walk, AMARA, asked.ts, 'exchange.see');
  expect(walk.answer(AMARA)).toContain('A written agreement');
  await press(walk, AMARA, asked.ts, 'exchange.confirm');
  expect(await terms(walk)).toEqual([]);
  await press(walk, AMARA, asked.ts, 'exchange.confirm');
  expect(walk.answer(AMARA)).toContain('already');
  await press(walk, LENA, asked.ts, 'exchange.confirm');

  expect(dm(walk, RENATA).text).toContain('one term is agreed');
  expect(dm(walk, RENATA).text).toContain('one term is put forward');
  expect(channelPost(walk, LENA).text).toContain('Everybody has confirmed');
  const [mou, poc] = await terms(walk);
  expect(mou?.usages.map(({ meaning }) => meaning)).toEqual(['what lawyers sign']);
  expect(mou?.labels.map(({ rating }) => rating)).toEqual(['preferred']);
  expect(poc?.labels.map(({ rating }) => rating)).toEqual(['admitted']);
  const agreed = await walk.database.client.agreement.findMany();
  expect(agreed.map(({ subjectId }) => subjectId)).toEqual([mou?.id]);
  expect(await command(walk, RENATA, 'MOU')).toContain('agreed · version 1');
});

test('the waiting days hold for an import too', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, { ...COORDINATORS, floor: 3 });
  await command(walk, RENATA, 'import MOU = A written agreement');
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.ask');
  for (const userId of [AMARA, LENA]) {
    await press(walk, userId, channelPost(walk, userId).ts, 'exchange.confirm');
  }
  expect(await terms(walk)).toEqual([]);
  expect(walk.posts().at(-1)).toContain('waiting days');
  for (const [at, count] of [
    ['2026-11-27T15:00:00Z', 0],
    ['2026-12-01T15:00:00Z', 1],
  ] as const) {
    walk.clock.moveTo(at);
    await walk.bot.tick();
    await walk.idle();
    expect(await walk.database.client.agreement.count()).toBe(count);
  }
});

test('nothing is brought in when a term has changed since the preview, and the new one is shown', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await command(walk, RENATA, 'import\nMOU = A written agreement\nPOC = The person to ask');
  await command(walk, MARCUS, 'define POC = A proof of concept');
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.propose');
  expect(dm(walk, RENATA).text).toContain('somebody changed');
  expect(dm(walk, RENATA).text).toContain('1 new, 1 changed');
  expect((await terms(walk)).map(({ text }) => text)).toEqual(['POC']);
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.propose');
  expect((await terms(walk)).map(({ text }) => text)).toEqual(['MOU', 'POC']);
});

test('another organization’s open word is compared blind, not overruled', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  await command(walk, AMARA, 'define POC = Where care happens');
  await command(walk, RENATA, 'import POC = The person to ask');
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.propose');
  const [poc] = await terms(walk);
  expect(poc?.collectingSince).not.toBeNull();
  expect(await command(walk, AMARA, 'POC')).not.toContain('The person to ask');
});

test('an import says an organization’s own words only where its author speaks for it, or its coordinator confirms', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { ...COORDINATORS, representatives: { [RENATA]: 'City' } });
  await command(
    walk,
    MARCUS,
    'import\nterm,definition,usage: City\nMOU,A written agreement,a file',
  );
  await press(walk, MARCUS, dm(walk, MARCUS).ts, 'exchange.propose');
  expect(told(walk, MARCUS).at(-1)).toContain('Line 2 says what City means by “MOU”.');
  expect(told(walk, MARCUS).at(-1)).toContain('City named who speaks for it: Renata');
  await command(walk, AMARA, 'define POC = Where care happens');
  await command(walk, MARCUS, 'import POC = The person to ask');
  await press(walk, MARCUS, dm(walk, MARCUS).ts, 'exchange.propose');
  expect(told(walk, MARCUS).at(-1)).toContain('Line 1 says what City means by “POC”.');
  expect(await terms(walk)).toMatchObject([{ text: 'POC', collectingSince: null }]);

  const rows = 'term,definition,usage: City,status\nMOU,A written agreement,a file,disputed';
  await command(walk, MARCUS, `import\n${rows}`);
  await press(walk, MARCUS, dm(walk, MARCUS).ts, 'exchange.ask');
  const asked = channelPost(walk, AMARA);
  for (const userId of [RENATA, AMARA, LENA]) {
    await press(walk, userId, asked.ts, 'exchange.confirm');
  }
  const [mou] = await terms(walk);
  const renata = await walk.database.client.member.findFirst({ where: { slackUserId: RENATA } });
  expect(mou?.usages).toMatchObject([{ meaning: 'a file', memberId: renata?.id }]);
});

test('what cannot be read says why; what is called off leaves nothing', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  expect(await command(walk, RENATA, 'import duty')).toContain('import duty');
  await command(walk, RENATA, 'import a = \nb =');
  expect(dm(walk, RENATA).text).toContain('2 refused');
  await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.cancel');
  expect(dm(walk, RENATA).text).toContain('called off');
  expect(await walk.database.client.termImportRow.count()).toBe(0);
  const { partnershipId, id: importId } = await walk.database.client.termImport.findFirstOrThrow();
  const ctx = await walk.bot.contextFor(partnershipId);
  const members = await listMembers(ctx);
  const member = members.find(({ slackUserId }) => slackUserId === RENATA);
  await expect(cancelImport({ ...ctx, member }, { importId })).rejects.toThrow('import is over');
});

test('a file comes by the form, and by a mention from somebody without the app', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const renata = walk.slack.as(RENATA);
  await renata.command(CHANNEL, '/glossary import');
  const { id } = await walk.slack.until(() => renata.sees().modals.at(-1));
  expect((await renata.submit(id, {})).errors).toEqual({
    pasted: expect.stringContaining('Choose a file'),
  });
  const semicolons = Buffer.from('Begriff;Definition\nBüro;ein Raum für Schreibarbeit', 'latin1');
  const file = renata.uploads('Wörter.csv', semicolons);
  await renata.submit(id, { file: [file] });
  await walk.idle();
  expect(dm(walk, RENATA).text).toContain('Wörter.csv');
  expect(dm(walk, RENATA).text).toContain('ein Raum für Schreibarbeit');

  const lena = walk.slack.as(LENA);
  const json = lena.uploads('terms.json', '{"MOU": "A written agreement"}');
  await lena.says(CHANNEL, '@Common Ground glossary import', { files: [json] });
  await walk.idle();
  expect(dm(walk, LENA).text).toContain('1 new');
  await press(walk, LENA, dm(walk, LENA).ts, 'exchange.propose');
  const [mou] = await walk.database.client.proposal.findMany({ include: { organization: true } });
  expect(mou?.organization.shortName).toBe('Quillstone');

  const picture = lena.uploads('photo.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'));
  await lena.says(CHANNEL, '@Common Ground glossary import', { files: [picture] });
  await walk.idle();
  expect(dm(walk, LENA).text).toMatch(/couldn’t bring in/);
});

test('a file that would end a process is put aside with a sentence, and others are answered meanwhile', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const lena = walk.slack.as(LENA);
  const poison = lena.uploads('terms.json', `[${'1.5,'.repeat(2_400_000)}1]`);
  await lena.says(CHANNEL, '@Common Ground glossary import', { files: [poison] });
  await walk.slack.as(RENATA).command(CHANNEL, '/glossary help');
  expect(walk.answer(RENATA)).toContain('/glossary define');
  expect(await walk.bot.pending()).toBeGreaterThan(0);
  await walk.idle();
  expect(dm(walk, LENA).text).toContain('couldn’t bring in');
  expect(dm(walk, LENA).text).toContain('takes more memory');
  expect(walk.log.filter((line) => line.includes('failed'))).toEqual([]);
});

test.each(['csv', 'json', 'tbx', 'skos'])(
  'what is taken out as %s is for the one who asked, and read back as the same',
  async (format) => {
    await using walk = await startWalk();
    await threeOrganizations(walk, COORDINATORS);
    const rows =
      'term,definition,aliases,usage: City,example\n=1+1,"two, or so",sum;total,what we add,=2\nMOU,x,,,';
    await command(walk, RENATA, `import\n${rows}`);
    await press(walk, RENATA, dm(walk, RENATA).ts, 'exchange.propose');
    expect(await command(walk, MARCUS, `export ${format}`)).toContain('only you see it');
    const [file] = walk.slack.as(MARCUS).sees().dm.at(-1)?.files ?? [];
    const opened = walk.slack.as(MARCUS).opensFile(file?.id ?? '');
    expect(() => walk.slack.as(RENATA).opensFile(file?.id ?? '')).toThrow();

    const back = walk.slack.as(RENATA).uploads(opened.name, Buffer.from(opened.bytes));
    await walk.slack.as(RENATA).says(CHANNEL, '@Common Ground glossary import', { files: [back] });
    await walk.idle();
    expect(dm(walk, RENATA).text).toContain(': 2 the same.');
  },
);

test('where no file may be read or sent, the person hears what to do instead', async () => {
  await using walk = await startWalk({ withoutScopes: ['files:read', 'files:write'] });
  await threeOrganizations(walk, COORDINATORS);
  const renata = walk.slack.as(RENATA);
  await renata.command(CHANNEL, '/glossary import');
  const form = await walk.slack.until(() => renata.sees().modals.at(-1));
  expect(JSON.stringify(form.content)).not.toContain('file_input');
  await renata.submit(form.id, { pasted: 'MOU = A written agreement' });
  await walk.idle();
  expect(dm(walk, RENATA).text).toContain('1 new');
  const file = renata.uploads('a.csv', 'a,b');
  await renata.says(CHANNEL, '@Common Ground glossary import', { files: [file] });
  await walk.idle();
  expect(dm(walk, RENATA).text).toContain('paste');
  await command(walk, RENATA, 'export');
  expect(dm(walk, RENATA).text).toContain('files:write');
});
