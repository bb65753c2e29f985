import { beforeAll, describe, expect, test } from 'vitest';
import { press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/* What people press for comes once; and only who acts for an organization has the bot speak to everybody. */

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const AMARA = 'U0AMARA';

type Pressing = {
  /** What shows the button, and its label. */
  readonly line: string;
  readonly label: string;
  readonly comes: string;
  /** Others see it. */
  readonly isPublic: boolean;
};

const PRESSES: readonly Pressing[] = [
  { line: 'glossary MOU', label: 'Share in channel', comes: '*MOU*', isPublic: true },
  {
    line: 'partnership milestones Pilot',
    label: 'Share Pilot in the channel',
    comes: '*Pilot*',
    isPublic: true,
  },
  {
    line: 'partnership timeline picture',
    label: 'Share in channel',
    comes: 'shares the timeline',
    isPublic: true,
  },
  { line: 'glossary reading', label: 'Ask in channel', comes: 'would like me', isPublic: true },
  { line: 'partnership calendar', label: 'Get the file', comes: '', isPublic: false },
  {
    line: 'partnership timeline',
    label: 'The timeline as a picture',
    comes: '',
    isPublic: false,
  },
];

/** An observer of the City, and a guest of whom nobody knows whose they are. */
async function prepared(): Promise<Walk> {
  const walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  const { client } = walk.database;
  await client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'glossary define MOU = A written agreement');
  await says(walk, RENATA, 'partnership milestones add Pilot = 2027-03-01');
  await says(walk, RENATA, 'glossary reading on');
  await says(walk, MARCUS, 'glossary list');
  await client.member.updateMany({ where: { slackUserId: MARCUS }, data: { observer: true } });
  await client.organization.updateMany({ data: { emailDomains: [] } });
  return walk;
}

const later = (walk: Walk) =>
  walk.clock.moveTo(new Date(walk.clock.now().getTime() + 60_000).toISOString());

const filesOf = (walk: Walk, userId: string) =>
  walk.slack
    .as(userId)
    .sees()
    .dm.flatMap(({ files }) => files).length;

describe('in one partnership', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await prepared();
    return () => walk[Symbol.asyncDispose]();
  });

  test.each(PRESSES)('$label ($line), pressed twice at once, comes once', async (given) => {
    later(walk);
    await says(walk, RENATA, given.line);
    later(walk);
    const count = () => (given.isPublic ? walk.posts().length : filesOf(walk, RENATA));
    const before = count();
    await Promise.all([press(walk, RENATA, given.label), press(walk, RENATA, given.label)]);
    expect(count() - before).toBe(1);
    if (given.isPublic) expect(walk.posts().at(-1)).toContain(given.comes);
    await press(walk, RENATA, given.label);
    expect(walk.answer(RENATA)).toMatch(/already|on its way/);
    expect(count() - before).toBe(1);
    later(walk);
    await press(walk, RENATA, given.label);
    expect(count() - before).toBe(2);
  });

  test.each(
    PRESSES.filter(({ isPublic }) => isPublic).flatMap((given) => [
      { ...given, who: 'an observer', userId: MARCUS, says: 'You are an observer here' },
      { ...given, who: 'a guest of nobody', userId: AMARA, says: 'can’t tell which' },
    ]),
  )('$who does not press $label ($line)', async ({ line, label, userId, says: words }) => {
    later(walk);
    const shown = await says(walk, userId, line);
    // Nobody draws for a guest of nobody, so there is no button either.
    if (line.endsWith('picture') && userId === AMARA) return expect(shown).toContain(words);
    const before = walk.posts().length;
    await press(walk, userId, label);
    expect(walk.answer(userId)).toContain(words);
    expect(walk.posts()).toHaveLength(before);
  });

  test('reading is asked for where somebody has said yes to it', async () => {
    await says(walk, RENATA, 'glossary reading');
    await says(walk, RENATA, 'glossary reading off');
    const before = walk.posts().length;
    later(walk);
    const { channels } = walk.slack.as(RENATA).sees();
    const asked = channels
      .find(({ id }) => id === CHANNEL)
      ?.messages.findLast(({ blocks }) => JSON.stringify(blocks).includes('reading.ask'));
    await walk.slack.as(RENATA).click({ messageTs: asked?.ts ?? '' }, 'reading.ask');
    await walk.idle();
    expect(walk.answer(RENATA)).toContain('No organization has said yes to it');
    expect(walk.posts()).toHaveLength(before);
  });
});

describe('where nobody knows whether Slack took it', () => {
  const shared = (walk: Walk) => walk.posts().filter((text) => text.includes('*MOU*')).length;
  const share = async (walk: Walk) => {
    await press(walk, RENATA, 'Share in channel');
    return walk.answer(RENATA);
  };

  test('it is looked for, and not posted twice', async () => {
    await using walk = await prepared();
    await says(walk, RENATA, 'glossary MOU');
    const before = shared(walk);
    walk.slack.fault.api('chat.postMessage', { kind: 'reset' });
    expect(await share(walk)).toContain('Shared in');
    expect(shared(walk) - before).toBe(1);

    later(walk);
    walk.slack.fault.api('chat.postMessage', { kind: 'http-error', status: 500 });
    expect(await share(walk)).toContain('Slack broke off before it said whether it took that');
    expect(shared(walk) - before).toBe(1);
    expect(await share(walk)).toContain('Shared in');
    expect(shared(walk) - before).toBe(2);
  });

  test('where it can’t be looked for, the person does, and is never told that nothing was changed', async () => {
    await using walk = await prepared();
    await says(walk, RENATA, 'glossary MOU');
    const before = shared(walk);
    walk.slack.fault.withholdScopes('channels:history', 'groups:history');
    walk.slack.fault.api('chat.postMessage', { kind: 'reset' });
    expect(await share(walk)).toContain('I don’t know whether it is in the channel');
    expect(await share(walk)).toContain('I don’t know whether it is in the channel');
    expect(shared(walk) - before).toBe(1);
    walk.slack.fault.grantScopes('channels:history', 'groups:history');
    expect(await share(walk)).toContain('Shared in');
    expect(shared(walk) - before).toBe(1);
    later(walk);
    expect(await share(walk)).toContain('Shared in');
    expect(shared(walk) - before).toBe(2);
  });

  test('a file that Slack took is not handed over again', async () => {
    await using walk = await prepared();
    walk.slack.fault.api('files.completeUploadExternal', { kind: 'reset' });
    await says(walk, RENATA, 'partnership timeline picture');
    walk.slack.fault.api('chat.postMessage', { kind: 'reset' });
    walk.slack.fault.api('files.completeUploadExternal', { kind: 'reset' });
    await says(walk, RENATA, 'partnership calendar file');
    expect(filesOf(walk, RENATA)).toBe(2);
    expect(told(walk, RENATA).filter((text) => text.includes('as a calendar file'))).toHaveLength(
      1,
    );
  });
});
