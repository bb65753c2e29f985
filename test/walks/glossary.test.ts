import { describe, expect, test } from 'vitest';
import { threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const PRIYA = 'U0PRIYA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const ALL = { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' } as const;

/** What a person is told alone after writing a command, or a mention where they have no commands. */
async function says(walk: Walk, userId: string, line: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (userId === LENA) await visitor.says(CHANNEL, `@Common Ground ${line}`);
  else await visitor.command(CHANNEL, `/${line}`);
  await walk.idle();
  return walk.answer(userId);
}

/** The id of the form that opens for somebody after a click. */
async function openForm(walk: Walk, userId: string): Promise<string> {
  const { id } = await walk.slack.until(() => walk.slack.as(userId).sees().modals.at(-1));
  return id;
}

function newest(walk: Walk, userId: string) {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  const message = channel?.messages.at(-1);
  if (!message) throw new Error(`${userId} sees no message`);
  return message;
}

test('a term goes from proposal to agreement by command and by mention', async () => {
  await using walk = await startWalk();
  const proposed = await says(
    walk,
    RENATA,
    'glossary define MOU = An agreement that is no contract',
  );
  expect(proposed).toContain('Put forward');
  expect(proposed).toContain('Quillstone');
  expect(await says(walk, LENA, 'glossary endorse mous')).toContain('Agreed');
  expect(walk.posts().at(-1)).toContain('Settled: *MOU*');
  const found = await says(walk, RENATA, 'glossary M.O.U.');
  expect(found).toContain('An agreement that is no contract');
  expect(found).toContain('agreed');
});

test('a long form with its letters is one term, found by both', async () => {
  await using walk = await startWalk();
  await says(
    walk,
    RENATA,
    'glossary define Memorandum of Understanding (MOU) = A written agreement',
  );
  expect(await says(walk, RENATA, 'glossary memorandum of understanding')).toContain('*MOU*');
  await says(walk, LENA, 'glossary endorse MOU');
  const found = await says(walk, RENATA, 'glossary Memorandum of Understanding');
  expect(found).toContain('agreed · version 1');
  expect(found).toContain('Also: Memorandum of Understanding');
});

test('a definition that pings is inert wherever it is shown', async () => {
  await using walk = await startWalk();
  const hostile = '<!channel> & <https://evil.example|click> *bold* `code`';
  await says(walk, RENATA, `glossary define PING = ${hostile}`);
  await walk.slack.as(RENATA).click({ messageTs: newest(walk, RENATA).ts }, 'glossary.share');
  await walk.idle();
  expect(walk.posts().at(-1)).toContain('&lt;!channel&gt;');
  expect(newest(walk, LENA).pings).toEqual([]);
});

describe('meanings that differ', () => {
  test('G1, G2: are collected blind, and all appear at once', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk);
    await says(walk, RENATA, 'glossary define POC = Point of contact');
    expect(await says(walk, LENA, 'glossary define POC = Proof of concept')).toContain(
      'compare blind',
    );

    const secrets = {
      [RENATA]: 'Point of contact',
      [LENA]: 'Proof of concept',
      [AMARA]: 'nothing',
    };
    for (const asking of [RENATA, LENA, AMARA]) {
      for (const line of [
        'POC',
        'list',
        'list proposed',
        'search point',
        'search proof',
        'history POC',
        'endorse POC',
      ]) {
        const answer = await says(walk, asking, `glossary ${line}`);
        for (const [owner, secret] of Object.entries(secrets)) {
          if (owner !== asking) expect(answer, `${asking}: ${line}`).not.toContain(secret);
        }
      }
    }
    expect(walk.posts().join('\n')).not.toMatch(/Point of contact|Proof of concept/);
    expect(walk.posts().at(-1)).toContain('Still to write: Lantern');

    const revealed = await says(walk, AMARA, 'glossary define poc = Point of care');
    for (const meaning of ['Point of contact', 'Proof of concept', 'Point of care']) {
      expect(revealed).toContain(meaning);
      expect(walk.posts().at(-1)).toContain(meaning);
    }
    expect(walk.posts().at(-1)).toContain('3 lives');
    const term = await walk.database.client.term.findFirst();
    expect(term).toMatchObject({ conflict: 'homonym', collectingSince: null });
  });

  test('are told apart by a resolution that everybody endorses', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define POC = Point of contact');
    await says(walk, LENA, 'glossary define POC = Proof of concept');
    const lena = walk.slack.as(LENA);
    const asked = walk.slack
      .as(LENA)
      .sees()
      .channels[0]?.messages.find(({ isBot, isEphemeral }) => isBot && !isEphemeral);
    await lena.click({ messageTs: asked?.ts ?? '' }, 'glossary.define');
    const { status } = await lena.submit(await openForm(walk, LENA), {
      definition: 'Different ideas share these letters, so they are not used.',
      resolution: 'spell_out',
    });
    expect(status).toBe(200);
    await walk.idle();
    expect(await says(walk, RENATA, 'glossary endorse POC')).toContain('Agreed');
    expect(await says(walk, LENA, 'glossary POC')).toContain('letters alone are not used');
  });

  test('the same words from another organization count as its yes', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define MOU = A written agreement.');
    expect(await says(walk, LENA, 'glossary define mou =  a written agreement')).toContain(
      'Agreed',
    );
  });
});

describe('agreeing', () => {
  test('G3: waits for the floor in every calendar, Thanksgiving included', async () => {
    await using walk = await startWalk({ at: '2026-11-24T16:00:00Z' });
    await threeOrganizations(walk, { floor: 3, representatives: ALL });
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    await says(walk, AMARA, 'glossary endorse MOU');
    expect(await says(walk, LENA, 'glossary endorse MOU')).toContain('waiting days');
    walk.clock.moveTo('2026-11-27T22:00:00Z');
    await walk.bot.tick();
    expect(await says(walk, RENATA, 'glossary MOU')).toContain('not agreed yet');
    walk.clock.moveTo('2026-12-01T12:00:00Z');
    await walk.bot.tick();
    await walk.idle();
    expect(await says(walk, RENATA, 'glossary MOU')).toContain('agreed · version 1');
    expect(walk.posts().filter((text) => text.startsWith('Settled'))).toHaveLength(1);
    await walk.bot.tick();
    await walk.idle();
    expect(walk.posts().filter((text) => text.startsWith('Settled'))).toHaveLength(1);
  });

  test('G4: takes a representative where an organization named one', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk, { representatives: ALL });
    await says(walk, AMARA, 'glossary define MOU = A written agreement');
    await says(walk, LENA, 'glossary endorse MOU');
    expect(await says(walk, PRIYA, 'glossary endorse MOU')).toContain('representatives');
    expect(await says(walk, PRIYA, 'glossary MOU')).toContain('Still to speak: City');
    expect(await says(walk, RENATA, 'glossary endorse MOU')).toContain('Agreed');
  });

  test('G5: an objection disputes, and taking it back lets the yeses stand', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk);
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    expect(await says(walk, AMARA, 'glossary object MOU')).not.toContain('recorded');
    await walk.slack.as(AMARA).closeModal(walk.slack.as(AMARA).sees().modals[0]?.id ?? '');
    expect(await says(walk, AMARA, 'glossary object MOU = It says nothing of money')).toContain(
      'disputed',
    );
    await says(walk, LENA, 'glossary endorse MOU');
    expect(await says(walk, RENATA, 'glossary list disputed')).toContain('MOU');
    expect(await says(walk, AMARA, 'glossary withdraw MOU')).toContain('took back');
    expect(await says(walk, AMARA, 'glossary MOU')).toContain('not agreed yet');
    expect(await says(walk, AMARA, 'glossary endorse MOU')).toContain('Agreed');
  });

  test('two last yeses at the same moment make one agreement, said once', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk);
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    await Promise.all([
      walk.slack.as(AMARA).command(CHANNEL, '/glossary endorse MOU'),
      walk.slack.as(LENA).says(CHANNEL, '@Common Ground glossary endorse MOU'),
    ]);
    await walk.idle();
    expect(await walk.database.client.agreement.count()).toBe(1);
    expect(walk.posts().filter((text) => text.startsWith('Settled'))).toHaveLength(1);
  });

  test('G6: one word is preferred for one idea only', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define referral = A request for a service');
    await says(walk, LENA, 'glossary endorse referral');
    await says(walk, RENATA, 'glossary define patient handover');
    const renata = walk.slack.as(RENATA);
    const modal = renata.sees().modals[0];
    const { errors } = await renata.submit(modal?.id ?? '', {
      definition: 'Passing somebody on',
      preferred: 'Referral',
    });
    expect(errors?.preferred).toContain('“referral”');
    expect(renata.sees().modals).toHaveLength(1);
  });

  test('a newer version asks everybody again, and the agreed one stands meanwhile', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    await says(walk, LENA, 'glossary endorse MOU');
    expect(await says(walk, LENA, 'glossary define MOU = A signed letter')).toContain('version 2');
    const seen = await says(walk, RENATA, 'glossary MOU');
    expect(seen).toContain('agreed · version 1');
    expect(seen).toContain('Quillstone Software puts forward (version 2)');
    await says(walk, RENATA, 'glossary endorse MOU');
    expect(await says(walk, RENATA, 'glossary MOU')).toContain('agreed · version 2');
    const history = await says(walk, RENATA, 'glossary history MOU');
    expect(history).toContain('A written agreement');
    expect(history).toContain('everybody agreed on version 2');
    await says(walk, LENA, 'glossary deprecate MOU');
    expect(await says(walk, RENATA, 'glossary MOU')).toContain('agreed · version 2');
    expect(await says(walk, RENATA, 'glossary endorse MOU')).toContain('Agreed');
    expect(await says(walk, RENATA, 'glossary MOU')).toContain('retired');
  });
});

describe('the buttons', () => {
  test('share, endorse, and keep the shared message true', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    await walk.slack.as(RENATA).click({ messageTs: newest(walk, RENATA).ts }, 'glossary.share');
    await walk.idle();
    expect(walk.posts().at(-1)).toContain('Still to speak: Quillstone');
    const shared = newest(walk, LENA);
    await walk.slack.as(LENA).click({ messageTs: shared.ts }, 'glossary.object');
    const lena = walk.slack.as(LENA);
    await lena.submit(await openForm(walk, LENA), { reason: 'It is a contract for us' });
    await walk.idle();
    expect(newest(walk, RENATA)).toBeDefined();
    const root = () => {
      const { channels } = walk.slack.as(RENATA).sees();
      return channels[0]?.messages.find(({ ts }) => ts === shared.ts);
    };
    expect(root()?.text).toContain('disputed');
    expect(root()?.replies.at(-1)?.text).toContain('It is a contract for us');
    await says(walk, RENATA, 'glossary define MOU = A written agreement, and no contract');
    expect(root()?.text).toContain('and no contract');
    expect(root()?.replies.map(({ text }) => text)).toEqual([
      expect.stringContaining('It is a contract for us'),
      expect.stringContaining('put forward version 2'),
    ]);
    await walk.slack.as(LENA).click({ messageTs: shared.ts }, 'glossary.endorse');
    await walk.idle();
    expect(walk.posts().at(-1)).toContain('Settled');
    expect(walk.answer(LENA)).toContain('Agreed');
  });

  test('an old button is refused with the newer version named', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'glossary define MOU = A written agreement');
    await walk.slack.as(RENATA).click({ messageTs: newest(walk, RENATA).ts }, 'glossary.share');
    await walk.idle();
    const shared = newest(walk, LENA);
    const lena = walk.slack.as(LENA);
    await lena.click({ messageTs: shared.ts }, 'glossary.object');
    const form = await openForm(walk, LENA);
    await says(walk, RENATA, 'glossary define MOU = Another agreement');
    const { errors } = await lena.submit(form, { reason: 'Too vague' });
    expect(errors?.reason).toContain('version 2');
    expect(lena.sees().modals).toHaveLength(1);
  });

  test('the shortcut fills the form from the message', async () => {
    await using walk = await startWalk();
    const { ts } = await walk.slack
      .as(LENA)
      .says(CHANNEL, 'We sign a memorandum of understanding (MOU) first');
    const renata = walk.slack.as(RENATA);
    await renata.shortcut('glossary.add', { channelId: CHANNEL, ts });
    const form = await openForm(walk, RENATA);
    expect(JSON.stringify(renata.sees().modals)).toContain('memorandum of understanding');
    await renata.submit(form);
    await walk.idle();
    expect(walk.answer(RENATA)).toContain('Put forward');
  });
});
