import { expect, test } from 'vitest';
import type { SeenMessage } from '../../sandbox/slack/sees.ts';
import { listMembers } from '../../src/members/list-members.ts';
import { listMilestones } from '../../src/milestones/list-milestones.ts';
import { ganttOf } from '../../src/milestones/slack/gantt-view.ts';
import { press, says } from '../support/people.ts';
import { type Founding, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk, type WalkOptions } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';

const COORDINATORS: Founding = {
  coordinators: { [RENATA]: 'City', [MARCUS]: 'City', [JOSUE]: 'Lantern', [LENA]: 'Quillstone' },
};

/** One milestone that all agreed to and that moved, and one that is collected blind. */
async function withMilestones(options: WalkOptions = {}): Promise<Walk> {
  const walk = await startWalk({ at: '2026-11-24T15:00:00Z', ...options });
  await threeOrganizations(walk, COORDINATORS);
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-02-01');
  for (const userId of [JOSUE, LENA]) {
    await says(
      walk,
      userId,
      'partnership milestones dates Pilot = 2027-02-01; 2027-01-11; 2027-06-30',
    );
  }
  await says(walk, RENATA, 'partnership milestones propose Pilot = 2027-02-01');
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot');
  await says(walk, RENATA, 'partnership milestones move Pilot = 2027-03-15 because approval');
  await says(walk, RENATA, 'partnership milestones add Navigators = 2027-01-29');
  await says(walk, JOSUE, 'partnership milestones dates Navigators = 2027-02-12');
  return walk;
}

function newestDm(walk: Walk, userId: string): SeenMessage {
  const message = walk.slack
    .as(userId)
    .sees()
    .dm.findLast(({ isBot }) => isBot);
  if (!message) throw new Error(`the bot has told ${userId} nothing`);
  return message;
}

function pictureOf(walk: Walk, userId: string) {
  const { text, files } = newestDm(walk, userId);
  const [file] = files;
  if (!file) throw new Error(`${userId} has no picture, but: ${text}`);
  const { bytes, mimetype } = walk.slack.as(userId).opensFile(file.id);
  expect(mimetype).toBe('image/png');
  expect(bytes.readUInt32BE(16)).toBe(1440);
  return { text, ...file };
}

function newestAnswer(walk: Walk, userId: string): SeenMessage {
  const { channels } = walk.slack.as(userId).sees();
  const messages = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  const answer = messages.findLast(({ isEphemeral }) => isEphemeral);
  if (!answer) throw new Error(`${userId} has no answer`);
  return answer;
}

function kinds({ blocks }: { readonly blocks: readonly object[] }): readonly unknown[] {
  return blocks.map((block) => (block as { type?: string }).type);
}

test('the timeline comes as a picture with its words, to the one who asked alone', async () => {
  await using walk = await withMilestones();
  expect(await says(walk, RENATA, 'partnership timeline picture')).toContain('I’m drawing it');
  const timeline = pictureOf(walk, RENATA);
  expect(timeline.altText).toContain('2 milestones under way');
  expect(timeline.altText).toContain('Pilot: now 15 Mar 2027, amber, agreed was 1 Feb 2027.');
  expect(timeline.title).toMatch(/^Timeline of /);
  expect(timeline.text).toContain('15 March 2027: *Pilot*');
  expect(() => walk.slack.as(JOSUE).opensFile(timeline.id)).toThrow();

  expect(await says(walk, LENA, 'partnership timeline trend picture')).toContain('I’m drawing it');
  const trend = pictureOf(walk, LENA);
  expect(trend.altText).toContain('Pilot: 15 Mar 2027, 42 days later.');
  expect(trend.text).toContain('*Pilot*: 1 February 2027, then 15 March 2027');

  await says(walk, JOSUE, 'partnership timeline');
  await press(walk, JOSUE, 'The timeline as a picture');
  expect(pictureOf(walk, JOSUE).altText).toContain('Timeline of');
  await press(walk, JOSUE, 'How dates moved');
  await press(walk, JOSUE, 'How dates moved, as a picture');
  expect(pictureOf(walk, JOSUE).altText).toContain('moved');
  expect(
    walk.slack.calls.filter(({ method }) => method === 'files.completeUploadExternal'),
  ).toHaveLength(4);
});

test('what is shared in the channel shows everybody the same, without what is blind', async () => {
  await using walk = await withMilestones();
  await says(walk, RENATA, 'partnership timeline picture');
  await press(walk, RENATA, 'Share in channel');
  const { channels } = walk.slack.as(LENA).sees();
  const shared = channels.find(({ id }) => id === CHANNEL)?.messages.findLast(({ isBot }) => isBot);
  expect(shared?.text).toContain('Renata Okafor shares the timeline.');
  expect(shared?.text).toContain('15 March 2027: *Pilot*');
  const words = `${shared?.text} ${shared?.files[0]?.altText}`;
  expect(words).not.toMatch(/29 Jan|12 Feb/);
  expect(shared?.pings).toEqual([]);

  walk.slack.fault.withholdScopes('files:write');
  await press(walk, RENATA, 'Share in channel');
  expect(newestDm(walk, RENATA).text).toContain('An administrator can allow');
});

test('T4: who has not answered sees the two other dates neither in words nor drawn', async () => {
  await using walk = await withMilestones();
  const words = await says(walk, LENA, 'partnership timeline');
  expect(words).toContain('*Navigators* · collecting dates, blind');
  expect(words).not.toMatch(/29 January|12 February/);
  await says(walk, LENA, 'partnership timeline picture');
  const { altText, text } = pictureOf(walk, LENA);
  expect(`${altText} ${text}`).not.toMatch(/29 Jan|12 Feb/);

  const ctx = await contextOf(walk);
  for (const [userId, seen] of [
    [LENA, []],
    [RENATA, ['2027-01-29']],
    [JOSUE, ['2027-02-12']],
  ] as const) {
    const member = (await listMembers(ctx)).find(({ slackUserId }) => slackUserId === userId);
    const { organizations } = ctx.partnership;
    const scene = { organizations, channelId: CHANNEL, today: '2026-11-24' };
    const gantt = ganttOf(await listMilestones({ ...ctx, member }), scene, 'x');
    const row = gantt?.rows.find(({ title }) => title === 'Navigators');
    expect(row?.windows.map(({ targetOn }) => targetOn)).toEqual(seen);
  }
});

async function contextOf(walk: Walk) {
  const [row] = await walk.database.client.partnership.findMany();
  return walk.bot.contextFor(row?.id ?? '');
}

test('where there is nothing to draw, or nobody knows for whom, words say so', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  expect(await says(walk, RENATA, 'partnership timeline picture')).toContain('no milestones yet');
  expect(await says(walk, RENATA, 'partnership timeline trend picture')).toContain('no trend');
  expect(walk.slack.as(RENATA).sees().dm).toEqual([]);
});

test('where Slack takes no chart, the trend comes in words, by every door', async () => {
  await using walk = await withMilestones();
  walk.clock.moveTo('2026-11-25T15:00:00Z');
  await says(walk, RENATA, 'partnership milestones still Pilot');
  await says(walk, RENATA, 'partnership timeline trend');
  expect(kinds(newestAnswer(walk, RENATA))).toContain('data_visualization');
  walk.slack.fault.refuseCharts();

  await says(walk, RENATA, 'partnership timeline trend');
  await says(walk, LENA, 'partnership timeline trend');
  await says(walk, JOSUE, 'partnership timeline');
  await press(walk, JOSUE, 'How dates moved');
  await walk.slack.as(MARCUS).dm('partnership timeline trend');
  await walk.idle();
  for (const answer of [
    ...[RENATA, LENA, JOSUE].map((userId) => newestAnswer(walk, userId)),
    newestDm(walk, MARCUS),
  ]) {
    expect(answer.text).toContain('How the dates moved since all agreed to them');
    expect(answer.text).toContain('42 days later');
    expect(kinds(answer)).not.toContain('data_visualization');
    expect(JSON.stringify(answer.blocks)).toContain('As a picture');
  }
});

test('where no file may be sent, the person reads what to do', async () => {
  await using walk = await withMilestones({ withoutScopes: ['files:write'] });
  await says(walk, RENATA, 'partnership timeline picture');
  expect(newestDm(walk, RENATA).text).toContain('An administrator can allow the app `files:write`');
  expect(newestDm(walk, RENATA).text).toContain('`partnership timeline`');
  expect(walk.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
