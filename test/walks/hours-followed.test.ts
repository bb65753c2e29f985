import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { changeMember } from '../../src/members/store.ts';
import { letterKind, write } from '../support/letters.ts';
import { comes, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

/* What was computed with working days follows when they are changed. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

async function founded(at: string): Promise<Walk> {
  const walk = await startWalk({ at, noticeKinds: [letterKind] });
  const { partnership } = await threeOrganizations(walk, COORDINATORS);
  const { client } = walk.database;
  const zones = {
    [RENATA]: 'America/Chicago',
    [JOSUE]: 'America/Chicago',
    [LENA]: 'Europe/Berlin',
  };
  await inTransaction(client, async (tx) => {
    for (const [slackUserId, timeZone] of Object.entries(zones)) {
      const { id } = await tx.member.findFirstOrThrow({ where: { slackUserId } });
      await changeMember(tx, partnership.id, id, { timeZone });
    }
  });
  return walk;
}

/** What the bot said in the channel, in threads too. */
function said(walk: Walk): readonly string[] {
  const { channels } = walk.slack.as(RENATA).sees();
  const messages = channels.flatMap((channel) => channel.messages);
  return messages
    .flatMap((message) => [message, ...message.replies])
    .filter(({ isBot, isEphemeral }) => isBot && !isEphemeral)
    .map(({ text }) => text);
}

/** What the milestone is worth by now, in the words of the bot. */
const seen = (walk: Walk, title: string) => says(walk, RENATA, `partnership milestones ${title}`);

test('a notice waits for a day that was closed meanwhile, and no longer for one that was opened', async () => {
  await using walk = await founded('2026-12-01T20:00:00Z');
  await write(walk, LENA, 'Wednesday');
  await says(walk, LENA, 'partnership hours closed 2 December 2026');
  await comes(walk, '2026-12-02T09:00:00Z');
  await comes(walk, '2026-12-02T13:00:00Z');
  expect(told(walk, LENA)).toEqual([]);

  await says(walk, LENA, 'partnership hours open 2 December 2026');
  await comes(walk, '2026-12-02T13:30:00Z');
  expect(told(walk, LENA)).toHaveLength(1);
});

test('a notice comes at the new end of the quiet hours', async () => {
  await using walk = await founded('2026-12-01T20:00:00Z');
  await says(walk, LENA, 'partnership hours quiet 18:00-12:00');
  await write(walk, LENA, 'noon');
  await says(walk, LENA, 'partnership hours quiet 18:00-10:00');
  await comes(walk, '2026-12-02T08:55:00Z');
  expect(told(walk, LENA)).toEqual([]);
  await comes(walk, '2026-12-02T09:30:00Z');
  expect(told(walk, LENA)).toHaveLength(1);
});

test('the digest comes on the Monday that was opened, and not on one that was closed', async () => {
  await using walk = await founded('2026-12-04T15:00:00Z');
  await says(walk, LENA, 'partnership hours closed 7 December 2026');
  await comes(walk, '2026-12-06T20:00:00Z');
  await says(walk, LENA, 'partnership hours open 7 December 2026');
  await says(walk, RENATA, 'partnership hours closed 7 December 2026');
  await comes(walk, '2026-12-07T08:01:00Z');
  expect(told(walk, LENA)).toHaveLength(1);
  await comes(walk, '2026-12-07T16:00:00Z');
  expect(told(walk, RENATA)).toHaveLength(0);
  await comes(walk, '2026-12-08T15:01:00Z');
  expect(told(walk, RENATA)).toHaveLength(1);
});

test('the colours of milestones are said on no closed day, and are counted anew at once', async () => {
  await using walk = await founded('2026-12-01T14:00:00Z');
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Funding = 2026-12-18');
  await says(walk, JOSUE, 'partnership milestones endorse Funding');
  await says(walk, LENA, 'partnership milestones endorse Funding');
  await says(walk, RENATA, 'partnership milestones steps Funding = Memo 12');
  expect(await seen(walk, 'Funding')).toContain('· green ·');
  await comes(walk, '2026-12-01T15:30:00Z');

  await says(walk, RENATA, 'partnership hours closed 2 December to 8 December');
  expect(await seen(walk, 'Funding')).toContain('· red ·');
  const before = said(walk);
  await comes(walk, '2026-12-02T15:30:00Z');
  await says(walk, RENATA, 'partnership hours open 7 December 2026');
  await comes(walk, '2026-12-04T15:30:00Z');
  expect(said(walk)).toEqual(before);
  await comes(walk, '2026-12-07T15:30:00Z');
  expect(
    said(walk)
      .filter((text) => !before.includes(text))
      .join('\n'),
  ).toMatch(/Funding.*red/);
});

test('what was said by all is agreed as soon as the new calendar lets it', async () => {
  await using walk = await founded('2026-12-01T15:00:00Z');
  await walk.database.client.partnership.updateMany({ data: { termFloorWorkingDays: 2 } });
  await says(walk, LENA, 'partnership hours closed 2 December to 4 December');
  await says(walk, RENATA, 'glossary define MOU = Who does what, without a contract');
  await says(walk, JOSUE, 'glossary endorse MOU');
  await says(walk, LENA, 'glossary endorse MOU');
  await says(walk, LENA, 'partnership hours open 2 December to 4 December');
  await comes(walk, '2026-12-04T12:00:00Z');
  expect(walk.posts().join('\n')).toContain('MOU');
  expect(await says(walk, RENATA, 'glossary MOU')).toMatch(/agreed/i);
});

test('the word of the week keeps to the week when its Tuesday is opened again', async () => {
  await using walk = await founded('2026-12-01T20:00:00Z');
  await says(walk, RENATA, 'glossary define MOU = Who does what, without a contract');
  await says(walk, LENA, 'partnership hours closed 8 December 2026');
  await comes(walk, '2026-12-05T15:00:00Z');
  await walk.database.client.appointment.updateMany({
    where: { what: 'upkeep.word' },
    data: { dueAt: new Date('2026-12-09T15:00:00Z') },
  });
  await says(walk, LENA, 'partnership hours open 8 December 2026');
  const before = walk.posts().length;
  await comes(walk, '2026-12-08T15:01:00Z');
  expect(walk.posts().slice(before).join('\n')).toContain('MOU');
});
