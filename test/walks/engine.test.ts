import { describe, expect, test } from 'vitest';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* What goes wrong between the clock, the queue and Slack, one thing at a time. */

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const digests = (walk: Walk, userId: string) =>
  told(walk, userId).filter((text) => text.includes('this week:') || text.includes('a quiet week'));

async function agreed(walk: Walk, on: string): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, `partnership milestones add Pilot = ${on}`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot');
}

/** As another job of this bot, or of another replica, would hold it. */
async function holds(walk: Walk, seconds: number): Promise<void> {
  await walk.database.client.$executeRaw`
    update posting set ts = null, held_until = clock_timestamp() + ${seconds} * interval '1 second'
    where what = 'milestones.done'`;
}

describe('what is said in the channel', () => {
  test('is said though somebody deleted the message that was to be brought up to date', async () => {
    await using walk = await startWalk();
    await agreed(walk, '2026-12-18');
    await says(walk, RENATA, 'partnership milestones Pilot');
    await press(walk, RENATA, 'Share Pilot in the channel');
    const gone = { kind: 'error', error: 'message_not_found' } as const;
    walk.slack.fault.api('chat.update', gone, 5);
    await says(walk, RENATA, 'partnership milestones done Pilot');
    expect(walk.posts().at(-1)).toContain(':tada: *Pilot* is done');
    expect(walk.log.join('\n')).not.toContain('job failed');
  });

  test('is found under the channel’s new id', async () => {
    await using walk = await startWalk();
    await agreed(walk, '2026-12-18');
    await says(walk, RENATA, 'partnership milestones Pilot');
    await press(walk, RENATA, 'Share Pilot in the channel');
    await walk.slack.fault.changeChannelId(CHANNEL, 'C0RENAMED');
    await walk.idle();
    await walk.slack.as(RENATA).command('C0RENAMED', '/partnership milestones done Pilot');
    await walk.idle();
    const posts = walk.posts('C0RENAMED');
    expect(posts.at(-1)).toContain(':tada: *Pilot* is done');
    expect(posts.filter((text) => text.includes('*Pilot* · done'))).toHaveLength(1);
  });

  test('and is being said by somebody else who then fails, is said all the same', async () => {
    await using walk = await startWalk();
    await agreed(walk, '2026-12-18');
    await says(walk, RENATA, 'partnership milestones done Pilot');
    const before = walk.posts().length;
    const ctx = await walk.bot.contextFor(
      (await walk.database.client.partnership.findFirstOrThrow()).id,
    );
    const { id: milestoneId } = await walk.database.client.milestone.findFirstOrThrow();
    const { version } = await walk.database.client.posting.findFirstOrThrow({
      where: { what: 'milestones.done' },
    });
    await holds(walk, 3);
    await walk.database.client.$transaction(async (tx) => {
      const data = { partnershipId: ctx.partnership.id, milestoneId, version: String(version) };
      await ctx.jobs.add(tx as never, 'milestones.done', data);
    });
    await walk.idle();
    // Nobody can look where the channel’s history is not granted: what was in doubt stays said once.
    expect(walk.posts().length).toBe(before);
    const { ts } = await walk.database.client.posting.findFirstOrThrow({
      where: { what: 'milestones.done' },
    });
    expect(ts).not.toBeNull();
  });

  test('a colour that went back before it was said is none, and green is not said again', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z', isHurried: false });
    await agreed(walk, '2026-12-18');
    const thread = () =>
      walk.slack
        .as(RENATA)
        .sees()
        .channels.flatMap(({ messages }) => messages)
        .flatMap(({ replies }) => replies.map(({ text }) => text));
    await says(walk, RENATA, 'partnership milestones move Pilot = 2027-01-15');
    const away = { kind: 'rate-limited', retryAfterSeconds: 2 } as const;
    walk.slack.fault.api('chat.postMessage', away);
    walk.clock.moveTo('2026-11-25T15:30:00Z');
    await walk.bot.tick();
    await walk.slack.until(() =>
      walk.slack.calls.some(({ method }) => method === 'chat.postMessage'),
    );
    await says(walk, RENATA, 'partnership milestones move Pilot = 2026-12-18');
    expect(thread()).toEqual([]);
    await comes(walk, '2026-11-30T15:30:00Z');
    expect(thread()).toEqual([]);
  });
});

describe('the weekly digest', () => {
  test('comes when Slack is back', async () => {
    await using walk = await startWalk({ at: '2026-11-30T07:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await comes(walk, '2026-11-30T07:01:00Z');
    walk.slack.fault.api('chat.postMessage', { kind: 'http-error', status: 503 });
    await comes(walk, '2026-11-30T08:00:00Z');
    expect(digests(walk, LENA)).toHaveLength(1);
  });

  test('in a thread is said there although the try before came no further than its post', async () => {
    await using walk = await startWalk({ at: '2026-11-30T07:00:00Z' });
    await threeOrganizations(walk, { coordinators: { [LENA]: 'Quillstone' } });
    await comes(walk, '2026-11-30T07:01:00Z');
    const { fault } = walk.slack;
    fault.api('chat.postMessage', { kind: 'error', error: 'cannot_dm_bot' }, 2);
    await comes(walk, '2026-11-30T08:00:00Z');
    await walk.database.client.told.deleteMany({ where: { what: 'digest.thread' } });
    const partnership = await walk.database.client.partnership.findFirstOrThrow();
    const lena = await walk.database.client.member.findFirstOrThrow({
      where: { slackUserId: LENA },
    });
    const ctx = await walk.bot.contextFor(partnership.id);
    fault.api('chat.postMessage', { kind: 'error', error: 'cannot_dm_bot' }, 2);
    await walk.database.client.$transaction(async (tx) => {
      const data = { partnershipId: partnership.id, about: lena.id, dueAt: '2026-11-30T08:00:00Z' };
      await ctx.jobs.add(tx as never, 'digest.send', data);
    });
    await walk.idle();
    const threads = walk.slack
      .as(RENATA)
      .sees()
      .channels.flatMap(({ messages }) => messages)
      .filter(({ text }) => text.includes('is in this thread'));
    expect(threads).toHaveLength(1);
    expect(threads[0]?.replies).toHaveLength(2);
  });

  test('of others is not lost when somebody changes theirs before the clock was looked at', async () => {
    await using walk = await startWalk({ at: '2026-11-27T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await comes(walk, '2026-11-27T15:01:00Z');
    walk.clock.moveTo('2026-11-30T08:10:00Z');
    await says(walk, RENATA, 'partnership digest tuesday 08:30');
    await comes(walk, '2026-11-30T08:11:00Z');
    expect(digests(walk, LENA)).toHaveLength(1);
  });

  test('reaches whoever was named a coordinator an hour before', async () => {
    await using walk = await startWalk({ at: '2026-11-29T15:00:00Z' });
    await threeOrganizations(walk, { coordinators: { [JOSUE]: 'Lantern' } });
    await comes(walk, '2026-11-29T15:01:00Z');
    await comes(walk, '2026-11-30T06:01:00Z');
    walk.clock.moveTo('2026-11-30T07:10:00Z');
    await says(walk, LENA, 'partnership setup coordinator <@U0LENA>');
    await comes(walk, '2026-11-30T08:00:30Z');
    expect(digests(walk, LENA)).toHaveLength(1);
  });

  test('is not sent twice in a week to who changes its day', async () => {
    await using walk = await startWalk({ at: '2026-11-30T07:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await comes(walk, '2026-11-30T08:00:00Z');
    await says(walk, LENA, 'partnership digest wednesday');
    await comes(walk, '2026-12-02T08:00:30Z');
    expect(digests(walk, LENA)).toHaveLength(1);
    await comes(walk, '2026-12-09T08:00:30Z');
    expect(digests(walk, LENA)).toHaveLength(2);
  });
});

describe('the clock', () => {
  test('an appointment that nobody here keeps stops no other', async () => {
    await using walk = await startWalk({ at: '2026-11-30T07:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    const { id: partnershipId } = await walk.database.client.partnership.findFirstOrThrow();
    const dueAt = new Date('2020-01-01');
    await walk.database.client.appointment.create({
      data: { partnershipId, what: 'gone.kind', dueAt },
    });
    await comes(walk, '2026-11-30T08:00:00Z');
    expect(digests(walk, LENA)).toHaveLength(1);
    expect(walk.log.join('\n')).not.toContain('tick');
  });

  test('what recurs and is not set is set again within a day', async () => {
    await using walk = await startWalk({ at: '2026-11-27T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.database.client.appointment.deleteMany();
    await comes(walk, '2026-11-28T15:00:00Z');
    await comes(walk, '2026-11-28T17:00:00Z');
    await comes(walk, '2026-11-30T08:00:00Z');
    expect(digests(walk, LENA)).toHaveLength(1);
  });
});

describe('Slack’s request for a pause', () => {
  test('is for the method that it was said of', async () => {
    await using walk = await startWalk({ pace: { channelMs: 1, workspaceMs: 1 } });
    await agreed(walk, '2026-12-18');
    await says(walk, RENATA, 'partnership milestones Pilot');
    await press(walk, RENATA, 'Share Pilot in the channel');
    walk.slack.fault.api('chat.update', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await walk.slack.as(RENATA).command(CHANNEL, '/partnership milestones done Pilot');
    await walk.slack.until(() => walk.posts().some((text) => text.includes(':tada:')));
  });
});
