import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { changeMember } from '../../src/members/store.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const PRIYA = 'U0PRIYA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';
const ARJUN = 'U0ARJUN';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [AMARA]: 'Lantern', [LENA]: 'Quillstone' },
};
const EVERYBODY = [RENATA, AMARA, LENA];

/** What a person is told alone after writing a command, or a mention where they have no commands. */
async function says(walk: Walk, userId: string, words: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (userId === LENA || userId === ARJUN) {
    await visitor.says(CHANNEL, `@Common Ground glossary ${words}`);
  } else await visitor.command(CHANNEL, `/glossary ${words}`);
  await walk.idle();
  return walk.answer(userId);
}

/** Time passes, and the bot looks at its clock as often as it takes. */
async function comes(walk: Walk, instant: string): Promise<void> {
  walk.clock.moveTo(instant);
  for (let n = 0; n < 3; n += 1) {
    await walk.bot.tick();
    await walk.idle();
  }
}

function seen(walk: Walk, userId: string, where: 'channel' | 'dm', words: string) {
  const { channels, dm } = walk.slack.as(userId).sees();
  const channel = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  const message = (where === 'dm' ? dm : channel).findLast(({ text }) => text.includes(words));
  if (!message) throw new Error(`${userId} sees nothing with “${words}”`);
  return message;
}

/** Presses the button whose label for screen readers, or whose text, is this. */
async function press(
  walk: Walk,
  userId: string,
  message: { readonly ts: string; readonly blocks: readonly unknown[] },
  label: string,
): Promise<void> {
  type Pressable = { action_id: string; accessibility_label?: string; text: { text: string } };
  type Row = { block_id: string; elements?: Pressable[] };
  for (const { block_id, elements = [] } of message.blocks as Row[]) {
    const button = elements.find(
      (one) => one.accessibility_label === label || one.text.text === label,
    );
    if (!button) continue;
    await walk.slack
      .as(userId)
      .click({ messageTs: message.ts }, button.action_id, undefined, block_id);
    return walk.idle();
  }
  throw new Error(`there is no button “${label}”`);
}

function labelsOf({ blocks }: { readonly blocks: readonly unknown[] }): readonly string[] {
  return (blocks as { elements?: { text?: { text?: string } }[] }[])
    .flatMap(({ elements = [] }) => elements)
    .flatMap(({ text }) => text?.text ?? []);
}

async function agreeOn(walk: Walk, term: string, definition: string): Promise<void> {
  await says(walk, RENATA, `define ${term} = ${definition}`);
  for (const userId of [AMARA, LENA]) await says(walk, userId, `endorse ${term}`);
}

const words = (walk: Walk) =>
  walk.posts().filter((text) => text.startsWith('Our word of the week'));

describe('the word of the week', () => {
  test('is one open term on a Tuesday, once more, and then another; what is settled makes room', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk, COORDINATORS);
    await comes(walk, '2026-11-24T16:00:00Z');
    await says(walk, RENATA, 'define MOU = A written agreement');
    await comes(walk, '2026-11-24T17:00:00Z');
    await says(walk, RENATA, 'define PILOT = A first try');
    await comes(walk, '2026-12-01T14:59:00Z');
    expect(words(walk)).toEqual([]);

    await comes(walk, '2026-12-01T15:00:00Z');
    expect(words(walk)).toHaveLength(1);
    expect(words(walk)[0]).toMatch(/\*MOU\*[\s\S]*A written agreement[\s\S]*Still to speak: /);
    await comes(walk, '2026-12-01T15:00:00Z');
    await comes(walk, '2026-12-07T23:00:00Z');
    expect(words(walk)).toHaveLength(1);

    await comes(walk, '2026-12-08T15:00:00Z');
    expect(words(walk)).toHaveLength(2);
    expect(words(walk)[1]).toMatch(/still open[\s\S]*\*MOU\*/);
    await comes(walk, '2026-12-15T15:00:00Z');
    expect(words(walk)).toHaveLength(3);
    expect(words(walk)[2]).toContain('*PILOT*');

    const message = seen(walk, LENA, 'channel', '*PILOT*');
    await press(walk, LENA, message, 'Endorse');
    expect(seen(walk, LENA, 'channel', '*PILOT*').text).toContain('Still to speak: Lantern.');
    await press(walk, AMARA, seen(walk, AMARA, 'channel', '*PILOT*'), 'Endorse');
    expect(walk.posts().at(-1)).toContain('Settled: *PILOT*');
    await comes(walk, '2026-12-22T15:00:00Z');
    expect(words(walk)).toHaveLength(2);
    expect(
      await walk.database.client.wordOfTheWeek.findMany({ orderBy: { openedAt: 'asc' } }),
    ).toMatchObject([
      { closedAt: new Date('2026-12-15T15:00:00Z') },
      { closedAt: new Date('2026-12-22T15:00:00Z') },
    ]);
  });

  test('waits for a day on which all work, and leaves three working days to everybody', async () => {
    await using walk = await startWalk();
    const ctx = await threeOrganizations(walk, COORDINATORS);
    const { client } = walk.database;
    await client.organization.updateMany({
      where: { partnershipId: ctx.partnership.id, shortName: 'Lantern' },
      data: { closures: ['2026-11-24', '2026-11-26', '2026-11-27'].map((day) => new Date(day)) },
    });
    await says(walk, RENATA, 'define MOU = A written agreement');
    await says(walk, RENATA, 'define PILOT = A first try');
    await comes(walk, '2026-11-24T15:30:00Z');
    expect(words(walk)).toEqual([]);
    await comes(walk, '2026-11-25T15:00:00Z');
    expect(words(walk)).toHaveLength(1);
    for (const userId of [AMARA, LENA]) await says(walk, userId, 'endorse MOU');
    // Thanksgiving and the day after: Monday and Tuesday are but two.
    await comes(walk, '2026-12-01T15:00:00Z');
    expect(walk.posts().join('\n')).not.toContain('PILOT');
    await comes(walk, '2026-12-08T15:00:00Z');
    expect(words(walk).at(-1)).toContain('*PILOT*');
  });

  test('shows nothing of what is compared blind, is made up for by day, and is not for those who part', async () => {
    await using walk = await startWalk();
    const ctx = await threeOrganizations(walk, COORDINATORS);
    await comes(walk, '2026-11-24T15:30:00Z');
    await says(walk, RENATA, 'define POC = Point of contact');
    await says(walk, LENA, 'define POC = Proof of concept');
    // The bot stood still until the night.
    await comes(walk, '2026-12-02T04:00:00Z');
    expect(words(walk)).toEqual([]);
    await comes(walk, '2026-12-02T15:00:00Z');
    expect(words(walk)).toHaveLength(1);
    expect(words(walk)[0]).toContain('Still to write: Lantern');
    expect(walk.posts().join('\n')).not.toMatch(/Point of contact|Proof of concept/);

    const { client } = walk.database;
    await client.partnership.update({
      where: { id: ctx.partnership.id },
      data: { stage: 'closing' },
    });
    await comes(walk, '2026-12-15T15:00:00Z');
    expect(words(walk)).toHaveLength(1);
  });
});

describe('a review', () => {
  const reviews = (walk: Walk) => walk.posts().filter((text) => text.includes('to look at again'));

  test('comes after a year, a few at once, and rests when every organization says still right', async () => {
    await using walk = await startWalk();
    const ctx = await threeOrganizations(walk, COORDINATORS);
    for (const n of [1, 2, 3, 4, 5, 6]) await agreeOn(walk, `TERM${n}`, `What ${n} means`);
    await comes(walk, '2026-11-30T15:00:00Z');
    // It was agreed before there were reviews.
    const where = { partnershipId: ctx.partnership.id, what: 'upkeep.review' };
    await walk.database.client.appointment.deleteMany({ where });
    await comes(walk, '2026-12-07T15:00:00Z');
    expect(await walk.database.client.appointment.count({ where })).toBe(6);

    await comes(walk, '2027-11-23T16:00:00Z');
    expect(reviews(walk)).toEqual([]);
    await comes(walk, '2027-11-24T15:01:00Z');
    await comes(walk, '2027-11-30T15:00:00Z');
    expect(reviews(walk)).toEqual([]);
    await comes(walk, '2027-12-01T15:00:00Z');
    expect(reviews(walk)).toHaveLength(1);
    expect(reviews(walk)[0]?.match(/was agreed on 24 November 2026/g)).toHaveLength(5);
    expect(reviews(walk)[0]).not.toContain('TERM6');
    await comes(walk, '2027-12-08T15:00:00Z');
    expect(reviews(walk)).toHaveLength(2);
    expect(reviews(walk)[1]).toContain('*TERM6* was agreed');

    const label = 'TERM1 is still right, as version 1 says';
    const asked = () => seen(walk, RENATA, 'channel', 'Pick one that you know well');
    await press(walk, RENATA, asked(), label);
    expect(asked().text).toContain('Still right, say City.');
    await press(walk, MARCUS, asked(), label);
    expect(walk.answer(MARCUS)).toContain('City has said so already');
    const before = labelsOf(asked()).length;
    await press(walk, AMARA, asked(), label);
    await press(walk, LENA, asked(), label);
    expect(asked().text).toContain('Still right, say City, Quillstone and Lantern.');
    expect(labelsOf(asked())).toHaveLength(before - 2);
    expect(await says(walk, RENATA, 'history TERM1')).toContain('found still right: version 1');

    await press(walk, PRIYA, asked(), 'Propose a change of TERM2');
    const { modals } = walk.slack.as(PRIYA).sees();
    expect(JSON.stringify(modals.at(-1))).toContain('What 2 means');
    await says(walk, RENATA, 'define TERM3 = Something else');
    await press(walk, RENATA, asked(), 'TERM4 is still right, as version 1 says');
    expect(asked().text).toContain('*TERM3* is being changed');
    await comes(walk, '2028-06-01T15:00:00Z');
    expect(reviews(walk)).toHaveLength(2);
  });

  test('comes early when three people of two organizations were confused, and counts without names', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk, COORDINATORS);
    await agreeOn(walk, 'MOU', 'A written agreement');
    const confused = async (userId: string) => {
      await says(walk, userId, 'MOU');
      await press(
        walk,
        userId,
        seen(walk, userId, 'channel', 'A written agreement'),
        'This confused me',
      );
      return walk.answer(userId);
    };
    expect(await confused(RENATA)).toContain('Nobody sees that it was you');
    expect(await confused(RENATA)).toContain('counts once');
    await confused(MARCUS);
    await confused(PRIYA);
    await comes(walk, '2026-11-25T15:00:00Z');
    expect(reviews(walk)).toEqual([]);
    await confused(ARJUN);
    await comes(walk, '2026-12-02T15:00:00Z');
    expect(reviews(walk)).toHaveLength(1);
    expect(reviews(walk)[0]).toContain('4 people from 2 organizations found this wording unclear');
    expect(reviews(walk)[0]).not.toMatch(/Renata|Marcus|Priya|Arjun|City|Quillstone/);
    await comes(walk, '2026-12-09T15:00:00Z');
    expect(reviews(walk)).toHaveLength(1);
  });
});

describe('the digest asks a coordinator', () => {
  const digests = (walk: Walk, userId: string) =>
    walk.slack
      .as(userId)
      .sees()
      .dm.filter(({ text }) => text.includes('this week:') || text.includes('a quiet week'));

  test('which of the words that the glossary lacked they would define, in one message', async () => {
    await using walk = await startWalk();
    const ctx = await threeOrganizations(walk, COORDINATORS);
    for (const word of ['QXZ', 'ZEBRA', 'QXZ', '<!channel>']) await says(walk, MARCUS, word);
    await walk.database.client.undefinedAcronym.create({
      data: {
        partnershipId: ctx.partnership.id,
        normalized: 'wip',
        text: 'WIP',
        week: new Date('2026-11-23'),
        count: 5,
      },
    });
    await comes(walk, '2026-11-30T15:10:00Z');
    expect(EVERYBODY.map((userId) => walk.slack.as(userId).sees().dm.length)).toEqual([1, 1, 1]);
    const own = () => seen(walk, LENA, 'dm', 'this week:');
    expect(own().text).toContain(
      'Last week *QXZ* (looked up twice), *WIP* (used 5 times) and *ZEBRA* (looked up once) came up',
    );
    await press(walk, LENA, own(), 'Define QXZ');
    expect(JSON.stringify(walk.slack.as(LENA).sees().modals.at(-1))).toContain('QXZ');

    await press(walk, LENA, own(), 'The words that our glossary lacks');
    const words = () => seen(walk, LENA, 'dm', 'words and counts only');
    await press(walk, LENA, words(), 'Never ask again about WIP');
    expect(words().text).not.toContain('WIP');
    await says(walk, RENATA, 'define ZEBRA = A striped horse');
    await press(walk, LENA, words(), 'Never ask again about QXZ');
    expect(words().text).toContain('Nothing is left of these words');

    // The week after: nobody looked anything up but this.
    await says(walk, MARCUS, 'WIP');
    await says(walk, MARCUS, 'YAK');
    await comes(walk, '2026-12-07T15:10:00Z');
    expect(digests(walk, RENATA)).toHaveLength(2);
    expect(digests(walk, RENATA).at(-1)?.text).toContain(
      'Last week *YAK* (looked up once) came up',
    );
    await comes(walk, '2026-12-14T15:10:00Z');
    expect(digests(walk, RENATA).at(-1)?.text).not.toContain('Last week');
  });

  test('alone, and only a coordinator decides what is no term', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk, COORDINATORS);
    const { client } = walk.database;
    await says(walk, MARCUS, 'QXZ');
    // Where Slack lets nobody write to them, the rest of it is read in the channel.
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'cannot_dm_bot' }, 2);
    await comes(walk, '2026-11-30T15:10:00Z');
    expect(walk.posts().join('\n')).not.toContain('QXZ');
    const member = await client.member.findFirst({ where: { slackUserId: AMARA } });
    const own = seen(walk, AMARA, 'dm', 'QXZ');
    await press(walk, AMARA, own, 'The words that our glossary lacks');
    await inTransaction(client, (tx) =>
      changeMember(tx, member?.partnershipId ?? '', member?.id ?? '', { coordinator: false }),
    );
    await press(
      walk,
      AMARA,
      seen(walk, AMARA, 'dm', 'words and counts only'),
      'Never ask again about QXZ',
    );
    expect(JSON.stringify(walk.slack.as(AMARA).sees().dm)).toContain('A coordinator decides');
    expect(await client.ignoredAcronym.count()).toBe(0);
  });
});
