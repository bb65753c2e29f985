import { describe, expect, test } from 'vitest';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const ARJUN = 'U0ARJUN';

const digests = (walk: Walk, userId: string) =>
  told(walk, userId).filter((text) => text.includes('this week:') || text.includes('a quiet week'));

const everything = (walk: Walk) => [RENATA, JOSUE, LENA].flatMap((userId) => told(walk, userId));

async function agreed(walk: Walk, title: string, on: string): Promise<void> {
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, `partnership milestones add ${title} = ${on}`);
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, `partnership milestones endorse ${title}`);
}

describe('a channel that is lost', () => {
  test.each([
    ['removed', 'I was removed from it', (walk: Walk) => walk.slack.fault.removeBot(CHANNEL)],
    ['archived', 'it was archived', (walk: Walk) => walk.slack.fault.archive(CHANNEL)],
    ['deleted', 'it was deleted', (walk: Walk) => walk.slack.fault.deleteChannel(CHANNEL)],
  ])('%s: one coordinator is told once, and nothing else is sent', async (_, words, lose) => {
    await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await agreed(walk, 'Pilot', '2026-12-04');
    await lose(walk);
    await walk.idle();
    expect(everything(walk)).toHaveLength(1);
    expect(told(walk, RENATA)[0]).toContain(words);
    await comes(walk, '2026-11-30T15:00:00Z');
    await comes(walk, '2026-12-07T15:00:00Z');
    expect(everything(walk)).toHaveLength(1);
    expect(walk.log.join('\n')).not.toContain('job failed');
  });

  test('and given back goes on: what waited is told, and the next digest comes', async () => {
    await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await agreed(walk, 'Pilot', '2027-03-01');
    await says(walk, RENATA, 'partnership milestones add Training = 2027-02-01');
    await walk.slack.fault.removeBot(CHANNEL);
    await comes(walk, '2026-11-27T09:00:00Z');
    expect(told(walk, LENA)).toEqual([]);
    await walk.slack.as(RENATA).invitesBot(CHANNEL);
    await walk.idle();
    await comes(walk, '2026-11-30T09:00:00Z');
    expect(digests(walk, LENA)).toHaveLength(1);
    await comes(walk, '2026-12-01T15:30:00Z');
    await comes(walk, '2026-12-02T09:00:00Z');
    expect(told(walk, LENA).join()).toContain('*Training*');
    expect(told(walk, RENATA).filter((text) => text.includes('any more'))).toHaveLength(1);
  });
});

test('a token that was revoked ends everything; a coordinator is told once it is over', async () => {
  await using walk = await startWalk({ at: '2026-11-25T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await agreed(walk, 'Pilot', '2026-12-04');
  await walk.slack.fault.revokeToken();
  await comes(walk, '2026-11-30T16:00:00Z');
  expect(everything(walk)).toEqual([]);
  walk.slack.fault.reinstall();
  await walk.slack.fault.removeBot(CHANNEL);
  await walk.slack.as(RENATA).invitesBot(CHANNEL);
  await walk.idle();
  expect(everything(walk)).toHaveLength(1);
  expect(told(walk, RENATA)[0]).toContain('I’m back in');
});

describe('a person', () => {
  test('whose account ends is not written to; their coordinator hears what they looked after', async () => {
    await using walk = await startWalk({ at: '2026-11-25T10:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
    await says(walk, ARJUN, 'partnership milestones add Portal = 2026-12-04');
    for (const userId of [RENATA, JOSUE])
      await says(walk, userId, 'partnership milestones endorse Portal');
    await walk.slack.fault.deactivate(ARJUN);
    await walk.idle();
    expect(told(walk, LENA)).toHaveLength(1);
    expect(told(walk, LENA)[0]).toContain('has no Slack account any more');
    expect(told(walk, LENA)[0]).toContain('the one who looks after *Portal*');
    await comes(walk, '2026-12-05T10:00:00Z');
    await comes(walk, '2026-12-07T10:00:00Z');
    expect(told(walk, ARJUN)).toEqual([]);
    expect(told(walk, LENA).filter((text) => text.includes('no Slack account'))).toHaveLength(1);
  });

  test('whom Slack lets nobody write to: a coordinator hears of it once', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
    // Slack lets the bot write to nobody of another organization who is in none of its channels, and
    // who is in none has left, unless Slack does not say it.
    const unsaid = { kind: 'error', error: 'fetch_members_failed' } as const;
    walk.slack.fault.api('conversations.members', unsaid, 100);
    for (const { kind, members } of walk.slack.state.channels.values())
      if (kind === 'channel') members.delete(LENA);
    await comes(walk, '2026-11-25T08:30:00Z');
    expect(told(walk, LENA)).toEqual([]);
    const heard = everything(walk).filter((text) => text.includes('doesn’t let me write to'));
    expect(heard).toHaveLength(1);
  });

  test('who travels is told at their new hours, and reads one digest a week', async () => {
    await using walk = await startWalk({ at: '2026-11-27T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.database.client.member.updateMany({
      where: { slackUserId: RENATA },
      data: { timeZone: 'America/Chicago' },
    });
    await comes(walk, '2026-11-30T08:30:00Z');
    expect(digests(walk, RENATA)).toEqual([]);
    // Nine in Berlin has gone by, nine in Chicago never comes for her today.
    await walk.slack.fault.changeZone(RENATA, 'Europe/Berlin');
    await comes(walk, '2026-11-30T08:31:00Z');
    expect(digests(walk, RENATA)).toHaveLength(1);
    expect(digests(walk, LENA)).toHaveLength(1);
    await walk.slack.fault.changeZone(RENATA, 'America/Los_Angeles');
    await comes(walk, '2026-11-30T17:00:00Z');
    await comes(walk, '2026-11-30T18:00:00Z');
    expect(digests(walk, RENATA)).toHaveLength(1);
    await comes(walk, '2026-12-07T16:59:00Z');
    expect(digests(walk, RENATA)).toHaveLength(1);
    await comes(walk, '2026-12-07T17:00:00Z');
    expect(digests(walk, RENATA)).toHaveLength(2);
  });

  test('whose zone was not known is asked about before they are written to', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await walk.database.client.member.updateMany({
      where: { slackUserId: LENA },
      data: { timeZone: 'Asia/Kolkata' },
    });
    await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
    await comes(walk, '2026-11-25T04:30:00Z');
    expect(told(walk, LENA)).toEqual([]);
    await comes(walk, '2026-11-25T08:30:00Z');
    expect(told(walk, LENA).at(-1)).toContain('which day would suit');
  });

  test('who is not to be disturbed is told when that is over', async () => {
    await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
    await threeOrganizations(walk, COORDINATORS);
    await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
    const [from, until] = [new Date('2026-11-25T07:00:00Z'), new Date('2026-11-25T11:00:00Z')];
    walk.slack.fault.disturbNot(LENA, from, until);
    await comes(walk, '2026-11-25T08:30:00Z');
    await comes(walk, '2026-11-25T10:00:00Z');
    expect(told(walk, LENA)).toEqual([]);
    await comes(walk, '2026-11-25T11:01:00Z');
    expect(told(walk, LENA)).toHaveLength(1);
    await press(walk, LENA, 'Give our dates for Pilot');
  });

  test('whose status changes costs no more than one look', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk, COORDINATORS);
    const stored = () => walk.database.client.inboxEvent.count();
    const before = await stored();
    await walk.slack.fault.changeZone(JOSUE, 'America/Chicago');
    await walk.idle();
    await walk.slack.fault.changeZone(JOSUE, 'America/Chicago');
    await walk.idle();
    expect((await stored()) - before).toBeLessThanOrEqual(1);
  });
});
