import { expect, test } from 'vitest';
import type { SeenMessage } from '../../sandbox/slack/sees.ts';
import { listMembers } from '../../src/members/list-members.ts';
import { listMilestones } from '../../src/milestones/list-milestones.ts';
import { ganttOf } from '../../src/milestones/slack/gantt-view.ts';
import { homeScene } from '../../src/milestones/slack/home-view.ts';
import { comes, press, says } from '../support/people.ts';
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
  walk.clock.moveTo('2026-11-24T15:05:00Z');
  await press(walk, RENATA, 'Share in channel');
  expect(newestDm(walk, RENATA).text).toContain('An administrator can allow');
});

test('T4: who has not answered sees the two other dates neither in words nor drawn', async () => {
  await using walk = await withMilestones();
  const words = await says(walk, LENA, 'partnership timeline');
  expect(words).toContain('*Navigators* · collecting dates; nobody sees another’s yet');
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
    const scene = homeScene(ctx.partnership, member?.organizationId, walk.clock.now());
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

test('where no file may be sent, the person reads what to do, and the App Home has its words', async () => {
  await using walk = await withMilestones({ withoutScopes: ['files:write'] });
  await says(walk, RENATA, 'partnership timeline picture');
  expect(newestDm(walk, RENATA).text).toContain('lacks the permission `files:write`');
  expect(newestDm(walk, RENATA).text).toContain('`partnership timeline`');
  const home = await opensHome(walk, RENATA);
  expect(kinds(home)).not.toContain('image');
  expect(JSON.stringify(home.blocks)).toContain('15 March 2027: *Pilot*');
  expect(walk.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

async function opensHome(walk: Walk, userId: string) {
  await walk.slack.as(userId).openHome();
  await walk.idle();
  const { home } = walk.slack.as(userId).sees();
  if (!home) throw new Error(`${userId} sees no Home`);
  return home;
}

function uploads(walk: Walk): number {
  return walk.slack.calls.filter(({ method }) => method === 'files.getUploadURLExternal').length;
}

test('the App Home shows words at once and the picture when it is drawn, once for each organization', async () => {
  await using walk = await withMilestones();
  const home = await opensHome(walk, RENATA);
  const published = walk.slack.calls.filter(({ method }) => method === 'views.publish');
  expect(published).toHaveLength(2);
  const image = home.blocks.find(({ type }) => type === 'image');
  expect(image).toMatchObject({ alt_text: expect.stringContaining('2 milestones under way') });
  const id = fileIn(home) ?? '';
  expect(walk.slack.as(RENATA).opensFile(id).mimetype).toBe('image/png');
  expect(() => walk.slack.as(JOSUE).opensFile(id)).toThrow();

  await opensHome(walk, RENATA);
  expect((await opensHome(walk, MARCUS)).blocks.find(({ type }) => type === 'image')).toMatchObject(
    {
      slack_file: { id },
    },
  );
  expect(uploads(walk)).toBe(1);
  const theirs = (await opensHome(walk, JOSUE)).blocks.find(({ type }) => type === 'image');
  expect(theirs?.slack_file).not.toEqual({ id });
  expect(uploads(walk)).toBe(2);
});

test('a picture that is out of date makes room, and is taken away after a week', async () => {
  await using walk = await withMilestones();
  const first = fileIn(await opensHome(walk, RENATA));
  await says(walk, RENATA, 'partnership milestones move Pilot = 2027-04-15 because approval');
  const second = fileIn(await opensHome(walk, RENATA));
  expect(second).not.toBe(first);
  expect(walk.slack.as(RENATA).opensFile(second ?? '').mimetype).toBe('image/png');
  await comes(walk, '2026-12-03T15:00:00Z');
  await opensHome(walk, RENATA);
  const gone = [...walk.slack.state.files.values()].filter(({ stage }) => stage === 'deleted');
  expect(gone.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
  expect(await walk.database.client.homePicture.count()).toBe(1);
});

function fileIn(home: { readonly blocks: readonly { readonly [key: string]: unknown }[] }) {
  const image = home.blocks.find(({ type }) => type === 'image');
  return (image?.slack_file as { readonly id: string } | undefined)?.id;
}

test('a Home whose picture Slack does not take yet arrives in words, and with it later', async () => {
  await using walk = await withMilestones();
  await opensHome(walk, RENATA);
  walk.slack.fault.api('views.publish', { kind: 'error', error: 'invalid_arguments' });
  expect(fileIn(await opensHome(walk, RENATA))).toBeUndefined();
  expect(fileIn(await opensHome(walk, RENATA))).toBeDefined();
});
