import { expect, test } from 'vitest';
import { SLACK_PACE } from '../../src/slack/pace.ts';
import { comes, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
/** A date that everybody has said yes to but Quillstone, whose yes has the bot say so in the channel. */
async function almostAgreed(walk: Walk): Promise<void> {
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Pilot open = 2027-03-01');
  await says(walk, JOSUE, 'partnership milestones endorse Pilot open');
}

const settled = (walk: Walk) => walk.posts().filter((text) => text.startsWith('Settled'));

test('a message that Slack took, though the connection broke, is found and not posted twice', async () => {
  await using walk = await startWalk();
  await almostAgreed(walk);
  walk.slack.fault.api('chat.postMessage', { kind: 'reset' });
  await says(walk, LENA, 'partnership milestones endorse Pilot open');
  expect(settled(walk)).toHaveLength(1);
  const posting = await walk.database.client.posting.findFirst({
    where: { what: 'milestones.agreed' },
  });
  expect(posting?.ts).toMatch(/^\d+\.\d+$/);
});

test('Slack’s request for a pause is obeyed, and nothing is lost or doubled', async () => {
  await using walk = await startWalk({ isHurried: false });
  await almostAgreed(walk);
  walk.slack.fault.api('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
  const askedAt = performance.now();
  await says(walk, LENA, 'partnership milestones endorse Pilot open');
  expect(performance.now() - askedAt).toBeGreaterThanOrEqual(1_000);
  expect(settled(walk)).toHaveLength(1);
  expect(walk.log.join('\n')).not.toContain('job failed');
});

test('a direct message that was cut off between Slack’s yes and our note of it is told once', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot open = 2027-03-01');
  await comes(walk, '2026-11-24T19:30:00Z');
  expect(told(walk, JOSUE)).toHaveLength(1);
  // As if the bot had died before it noted anything, and was started again.
  const { client } = walk.database;
  await client.told.updateMany({ data: { ts: null, heldUntil: new Date(0) } });
  await client.notice.updateMany({ data: { end: null, endedAt: null } });
  const { id } = await client.partnership.findFirstOrThrow();
  const josue = await client.member.findFirstOrThrow({ where: { slackUserId: JOSUE } });
  await client.appointment.create({
    data: { partnershipId: id, what: 'notices.tell', about: josue.id, dueAt: new Date(0) },
  });
  await comes(walk, '2026-11-24T19:31:00Z');
  expect(told(walk, JOSUE)).toHaveLength(1);
  await press(walk, JOSUE, 'Give our dates for Pilot open');
});

test('messages go out at Slack’s own pace', async () => {
  await using walk = await startWalk({ pace: SLACK_PACE });
  await almostAgreed(walk);
  const { client } = walk.database;
  await says(walk, LENA, 'partnership milestones endorse Pilot open');
  const scopes = (await client.pace.findMany()).map(({ scope }) => scope);
  expect(scopes.toSorted()).toContain('workspace');
  expect(settled(walk)).toHaveLength(1);
});
