import { describe, expect, test } from 'vitest';
import { type Context, transaction } from '../../src/context.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { changeMember, type MemberChange } from '../../src/members/store.ts';
import { addNotice, type NoticeInput } from '../../src/notices/add-notice.ts';
import type { NoticeKind } from '../../src/notices/notice-kind.ts';
import { refuseSecondTelling } from '../../src/notices/refuse-second-telling.ts';
import { changeOrganization } from '../../src/partnerships/store.ts';
import { Refusal } from '../../src/refusal.ts';
import { NotYet } from '../../src/schedule/not-yet.ts';
import { section } from '../../src/slack/blocks.ts';
import { threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';
const ARJUN = 'U0ARJUN';

const HOURS: Readonly<Record<string, MemberChange>> = {
  [RENATA]: { timeZone: 'America/Chicago', workingHours: { from: '08:30', to: '17:00' } },
  [AMARA]: { timeZone: 'America/Chicago', workingHours: { from: '09:00', to: '17:00' } },
  [LENA]: { timeZone: 'Europe/Berlin', workingHours: { from: '09:00', to: '17:30' } },
  [ARJUN]: { timeZone: 'Asia/Kolkata', workingHours: { from: '10:00', to: '18:30' } },
};
const QUIET: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  City: { from: '17:30', to: '08:00' },
  Quillstone: { from: '18:30', to: '09:00' },
};

/** What has been answered meanwhile. */
const MOOT = 'answered';

function kind(name: string, rank: number, isUrgent = false): NoticeKind {
  return {
    kind: name,
    rank,
    name: name.replace('.', ' '),
    async part({ member }, { about }) {
      if (about === MOOT) return undefined;
      if (about === 'gone') throw new Refusal('not-found', 'It is gone.');
      const text = `${name} ${about} for ${member?.displayName}`;
      return { text, blocks: [section(text)], why: `you look after ${about}`, isUrgent };
    },
  };
}

const noticeKinds = [
  kind('tests.red', 1, true),
  kind('tests.dates', 3),
  kind('pulse.invitation', 5),
  kind('pulse.reminder', 5),
  kind('tests.coffee', 6),
];

async function walkOfThree(at: string) {
  const walk = await startWalk({ at, noticeKinds });
  const representatives = {
    [RENATA]: 'City',
    [AMARA]: 'Lantern',
    [LENA]: 'Quillstone',
    [ARJUN]: 'Quillstone',
  } as const;
  const { partnership } = await threeOrganizations(walk, { representatives });
  const { client } = walk.database;
  await inTransaction(client, async (tx) => {
    for (const { id, shortName } of partnership.organizations) {
      const quietHours = QUIET[shortName];
      if (quietHours) await changeOrganization(tx, partnership.id, id, { quietHours });
    }
    for (const [userId, hours] of Object.entries(HOURS)) {
      const member = await tx.member.findFirstOrThrow({ where: { slackUserId: userId } });
      await changeMember(tx, partnership.id, member.id, hours);
    }
  });
  const ctx = () => walk.bot.contextFor(partnership.id);
  return { walk, ctx };
}

async function memberId(walk: Walk, userId: string): Promise<string> {
  const { client } = walk.database;
  return (await client.member.findFirstOrThrow({ where: { slackUserId: userId } })).id;
}

type Adding = Partial<NoticeInput> & Pick<NoticeInput, 'kind' | 'about'>;

async function add(walk: Walk, ctx: Context, userId: string, ...notices: Adding[]): Promise<void> {
  const id = await memberId(walk, userId);
  await transaction(ctx, async (tx) => {
    for (const notice of notices) {
      const staleAt = new Date('2027-06-01T00:00:00Z');
      await addNotice(tx, { memberId: id, occasion: '1', staleAt, ...notice });
    }
  });
}

/** Time passes, and the bot looks at its clock as often as it takes. */
async function comes(walk: Walk, instant: string): Promise<void> {
  walk.clock.moveTo(instant);
  for (let n = 0; n < 2; n += 1) {
    await walk.bot.tick();
    await walk.idle();
  }
}

function dms(walk: Walk, userId: string) {
  return walk.slack
    .as(userId)
    .sees()
    .dm.filter(({ isBot }) => isBot);
}

const told = (walk: Walk, userId: string) => dms(walk, userId).map(({ text }) => text);

function ends(walk: Walk) {
  return walk.database.client.notice
    .findMany({ orderBy: { id: 'asc' } })
    .then((rows) => rows.map(({ about, end }) => `${about} ${end}`));
}

/** Presses a button of the last direct message. */
async function press(walk: Walk, userId: string, label: string): Promise<void> {
  const message = dms(walk, userId).at(-1);
  type Row = {
    block_id: string;
    elements?: { action_id: string; text: { text: string } }[];
  };
  for (const { block_id, elements = [] } of (message?.blocks ?? []) as unknown as Row[]) {
    const button = elements.find((one) => one.text.text === label);
    if (!message || !button) continue;
    const target = { messageTs: message.ts };
    await walk.slack.as(userId).click(target, button.action_id, undefined, block_id);
    return walk.idle();
  }
  throw new Error(`there is no button “${label}”`);
}

describe('when people are told something unasked', () => {
  test('D1, D3: all that waits comes as one message, at each one’s own next good hour', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-25T23:45:00Z');
    await using _ = walk;
    for (const userId of [RENATA, LENA, ARJUN]) {
      await add(
        walk,
        await ctx(),
        userId,
        { kind: 'tests.coffee', about: 'coffee' },
        { kind: 'tests.dates', about: 'launch' },
        { kind: 'tests.red', about: 'permit' },
        { kind: 'tests.dates', about: 'launch' },
      );
    }
    await comes(walk, '2026-11-26T04:29:59Z');
    expect(told(walk, ARJUN)).toEqual([]);
    await comes(walk, '2026-11-26T04:50:00Z');
    expect(told(walk, ARJUN)).toEqual([
      [
        'A few things, in one message:',
        'tests.red permit for Arjun Raghavan',
        'tests.dates launch for Arjun Raghavan',
        'tests.coffee coffee for Arjun Raghavan',
        'You get this because you look after permit, and because you look after launch, and because you look after coffee.',
      ].join('\n'),
    ]);
    await comes(walk, '2026-11-26T07:59:59Z');
    expect(told(walk, LENA)).toEqual([]);
    await comes(walk, '2026-11-26T08:20:00Z');
    expect(told(walk, LENA)).toHaveLength(1);

    // Thanksgiving, the day after and the weekend.
    await comes(walk, '2026-11-30T14:29:59Z');
    expect(told(walk, RENATA)).toEqual([]);
    // The bot stood still until the evening: what is still useful comes in the morning.
    await comes(walk, '2026-11-30T23:30:00Z');
    expect(told(walk, RENATA)).toEqual([]);
    await comes(walk, '2026-12-01T14:50:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
    expect(await walk.database.client.notice.count({ where: { end: 'told' } })).toBe(9);
    await comes(walk, '2026-12-02T15:00:00Z');
    expect([RENATA, LENA, ARJUN].flatMap((userId) => told(walk, userId))).toHaveLength(3);
  });

  test('D4: one a day and two a week, and more only of a red milestone; nothing is lost or told twice', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-30T16:00:00Z');
    await using _ = walk;
    const adds = async (about: string, name = 'tests.dates', given: Partial<NoticeInput> = {}) =>
      add(walk, await ctx(), RENATA, { kind: name, about, ...given });
    await adds('one');
    await comes(walk, '2026-11-30T16:01:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
    await adds('two');
    await adds('two');
    await adds('coffee', 'tests.coffee');
    await comes(walk, '2026-11-30T18:00:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
    await comes(walk, '2026-12-01T14:50:00Z');
    expect(told(walk, RENATA).at(-1)).toMatch(/tests\.dates two[\s\S]*tests\.coffee coffee/);

    await adds('three');
    await adds('soon stale', 'tests.dates', { staleAt: new Date('2026-12-04T00:00:00Z') });
    await adds('next year', 'tests.dates', { notBefore: new Date('2027-01-05T16:00:00Z') });
    await comes(walk, '2026-12-02T16:00:00Z');
    expect(told(walk, RENATA)).toHaveLength(2);
    expect(await walk.bot.nextDue()).toBeDefined();
    await comes(walk, '2026-12-07T16:30:00Z');
    expect(told(walk, RENATA)).toHaveLength(3);
    expect(told(walk, RENATA).at(-1)).toContain('tests.dates three');
    expect(told(walk, RENATA).at(-1)).not.toContain('soon stale');

    await adds('permit', 'tests.red');
    await adds('four');
    await comes(walk, '2026-12-07T17:00:00Z');
    expect(told(walk, RENATA)).toHaveLength(4);
    expect(told(walk, RENATA).at(-1)).toMatch(/tests\.red permit[\s\S]*tests\.dates four/);
    await adds('permit', 'tests.red', { occasion: 'the next change' });
    await comes(walk, '2026-12-07T18:00:00Z');
    expect(told(walk, RENATA)).toHaveLength(4);
    await comes(walk, '2026-12-08T14:50:00Z');
    expect(told(walk, RENATA)).toHaveLength(5);

    await comes(walk, '2027-01-05T16:01:00Z');
    expect(told(walk, RENATA)).toHaveLength(6);
    expect(told(walk, RENATA).at(-1)).toContain('next year');
    expect(await walk.database.client.notice.count({ where: { endedAt: null } })).toBe(0);
    expect(await ends(walk)).toContain('soon stale stale');
  });

  test('what became moot, and people who are not to be told anything, hear nothing', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-24T15:30:00Z');
    await using _ = walk;
    const { client } = walk.database;
    const change = async (userId: string, given: MemberChange) => {
      const id = await memberId(walk, userId);
      await changeMember(client as never, (await ctx()).partnership.id, id, given);
    };
    const dates = (about: string) => ({ kind: 'tests.dates', about });
    await add(walk, await ctx(), RENATA, dates(MOOT), dates('gone'));
    await add(walk, await ctx(), AMARA, dates('for an observer'));
    await add(walk, await ctx(), LENA, dates('for one who left'));
    await change(AMARA, { observer: true, representative: false });
    await change(LENA, { deactivatedAt: walk.clock.now() });
    await comes(walk, '2026-11-24T15:31:00Z');
    expect(await ends(walk)).toEqual([
      `${MOOT} moot`,
      'gone moot',
      'for an observer moot',
      'for one who left moot',
    ]);
    await add(walk, await ctx(), RENATA, dates('for those who part'));
    await client.partnership.updateMany({ data: { stage: 'closing' } });
    await comes(walk, '2026-11-24T15:32:00Z');
    expect((await ends(walk)).at(-1)).toBe('for those who part moot');
    expect([RENATA, AMARA, LENA].flatMap((userId) => told(walk, userId))).toEqual([]);
  });

  test('somebody who moved is told by the clocks of where they are', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-24T22:00:00Z');
    await using _ = walk;
    await add(walk, await ctx(), RENATA, { kind: 'tests.dates', about: 'launch' });
    await walk.slack.fault.changeZone(RENATA, 'Europe/Berlin');
    await walk.idle();
    await comes(walk, '2026-11-24T22:01:00Z');
    expect(told(walk, RENATA)).toEqual([]);
    await comes(walk, '2026-11-25T07:50:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
  });
});

describe('stop these', () => {
  test('D5: stopping reminders of the pulse leaves its invitations on, and can be taken back', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-24T15:30:00Z');
    await using _ = walk;
    await add(
      walk,
      await ctx(),
      RENATA,
      { kind: 'pulse.invitation', about: 'a' },
      { kind: 'pulse.reminder', about: 'b' },
    );
    await comes(walk, '2026-11-24T15:31:00Z');
    await press(walk, RENATA, 'Stop some of these');
    await press(walk, RENATA, 'Stop pulse reminder');
    expect(told(walk, RENATA)).toHaveLength(1);
    expect(told(walk, RENATA)[0]).toContain('You won’t get pulse reminder any more.');
    expect(told(walk, RENATA)[0]).toContain('pulse.invitation a');
    expect(told(walk, RENATA)[0]).not.toContain('pulse.reminder b');

    await add(
      walk,
      await ctx(),
      RENATA,
      { kind: 'pulse.invitation', about: 'c' },
      { kind: 'pulse.reminder', about: 'd' },
    );
    await comes(walk, '2026-11-25T15:31:00Z');
    expect(told(walk, RENATA)).toHaveLength(2);
    expect(told(walk, RENATA)[1]).toContain('pulse.invitation c');
    expect(told(walk, RENATA)[1]).not.toContain('pulse.reminder');
    expect(await ends(walk)).toEqual(['a told', 'b told', 'c told', 'd stopped']);

    await press(walk, RENATA, 'Stop these');
    expect(told(walk, RENATA)[1]).toBe(
      'You won’t get pulse invitation any more. Everything else goes on.',
    );
    expect(await walk.database.client.noticeStop.count()).toBe(2);
    await press(walk, RENATA, 'Send these again');
    expect(told(walk, RENATA)[1]).toContain('pulse.invitation c');
    expect(await walk.database.client.noticeStop.findMany()).toMatchObject([
      { kind: 'pulse.reminder' },
    ]);
    expect(walk.log.join('\n')).not.toMatch(/pulse\.invitation a|Renata/);
  });
});

describe('when Slack does not answer as it should', () => {
  test('a message is told once though the connection broke after it', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-24T15:30:00Z');
    await using _ = walk;
    await add(walk, await ctx(), RENATA, { kind: 'tests.dates', about: 'launch' });
    walk.slack.fault.api('chat.postMessage', { kind: 'reset' });
    await comes(walk, '2026-11-24T15:31:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
    expect(await ends(walk)).toEqual(['launch told']);

    // The bot died between Slack’s yes and its note of it; meanwhile something else came up.
    const { client } = walk.database;
    await client.notice.updateMany({ data: { end: null, endedAt: null } });
    await client.told.updateMany({ data: { ts: null, heldUntil: new Date(0) } });
    await add(walk, await ctx(), RENATA, { kind: 'tests.red', about: 'permit' });
    await comes(walk, '2026-11-24T15:33:00Z');
    expect(told(walk, RENATA)).toHaveLength(2);
    expect(told(walk, RENATA)[1]).toContain('permit');
    expect(told(walk, RENATA)[1]).not.toContain('launch');
    expect(await ends(walk)).toEqual(['launch told', 'permit told']);

    // Two replicas at the same moment, of which one saw more: the one that comes second steps back.
    const { id: launch } = await client.notice.findFirstOrThrow({ where: { about: 'launch' } });
    const second = { memberId: await memberId(walk, RENATA), noticeIds: [launch] };
    const begin = async (occasion: string) =>
      refuseSecondTelling(await ctx(), { ...second, occasion });
    await expect(begin(launch)).resolves.toBeUndefined();
    await expect(begin(`${launch} another`)).rejects.toThrow(NotYet);
  });

  test('a passing refusal is tried again, one for good ends it, and the log knows ids only', async () => {
    const { walk, ctx } = await walkOfThree('2026-11-24T15:30:00Z');
    await using _ = walk;
    await add(walk, await ctx(), RENATA, { kind: 'tests.dates', about: 'launch' });
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'internal_error' });
    await comes(walk, '2026-11-24T15:31:00Z');
    expect(told(walk, RENATA)).toHaveLength(1);
    expect(await ends(walk)).toEqual(['launch told']);
    // Had Slack been away for longer than the queue tries, it would have been looked at again.
    const look = await walk.database.client.appointment.findFirst({
      where: { what: 'notices.tell' },
    });
    expect(look?.dueAt).toEqual(new Date('2026-11-24T16:31:00Z'));

    await add(walk, await ctx(), AMARA, { kind: 'tests.dates', about: 'secret matter' });
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'channel_not_found' }, 2);
    await comes(walk, '2026-11-24T16:01:00Z');
    expect(told(walk, AMARA)).toEqual([]);
    expect(await ends(walk)).toEqual(['launch told', 'secret matter moot']);
    const line = walk.log.find((one) => one.includes('lets nobody tell'));
    expect(line).toContain('channel_not_found');
    expect(line).toContain(await memberId(walk, AMARA));
    expect(walk.log.join('\n')).not.toContain('secret matter');
  });
});
