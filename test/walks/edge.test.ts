import { describe, expect, test } from 'vitest';
import { sampleWorld } from '../../sandbox/world.ts';
import { enterpriseWorld } from '../sandbox/support/enterprise-world.ts';
import { threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

async function dm(walk: Walk, userId: string, line: string): Promise<string> {
  await walk.slack.as(userId).dm(line);
  await walk.idle();
  return walk.slack.as(userId).sees().dm.at(-1)?.text ?? '';
}

async function mentions(walk: Walk, userId: string, line: string): Promise<string> {
  await walk.slack.as(userId).says(CHANNEL, `@Common Ground ${line}`);
  await walk.idle();
  return walk.answer(userId);
}

async function commands(walk: Walk, userId: string, line: string): Promise<string> {
  await walk.slack.as(userId).command(CHANNEL, `/${line}`);
  await walk.idle();
  return walk.answer(userId);
}

describe('the three doors', () => {
  test('answer the same line alike', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary define MOU = A written agreement');
    const [byCommand, byMention, directly] = [
      await commands(walk, RENATA, 'glossary mou'),
      await mentions(walk, RENATA, 'glossary mou'),
      await dm(walk, RENATA, 'glossary mou'),
    ];
    expect(byCommand).toContain('A written agreement');
    expect(byMention).toBe(byCommand);
    expect(directly).toBe(byCommand);
    expect(await commands(walk, RENATA, 'partnership glossary mou')).toBe(byCommand);
  });

  test('help names commands as they are written at each door', async () => {
    await using walk = await startWalk();
    expect(await commands(walk, RENATA, 'glossary help')).toContain('`/glossary TERM`');
    expect(await mentions(walk, LENA, 'glossary help')).toContain('`@common-ground glossary TERM`');
    expect(await dm(walk, LENA, 'glossary help')).toContain('`glossary TERM`');
    expect(await mentions(walk, LENA, '')).toContain('`@common-ground glossary');
    for (const odd of ['frobnicate', 'help']) {
      expect(await mentions(walk, LENA, odd)).toContain('`@common-ground glossary');
      expect(await commands(walk, RENATA, `partnership ${odd}`)).toContain('`/glossary');
    }
  });

  test('a form that has no trigger is offered by a button', async () => {
    await using walk = await startWalk();
    expect(await mentions(walk, LENA, 'glossary define MOU')).toContain('Open the form');
    const lena = walk.slack.as(LENA);
    const channel = lena.sees().channels.find(({ id }) => id === CHANNEL);
    await lena.click({ messageTs: channel?.messages.at(-1)?.ts ?? '' }, 'glossary.define');
    const modal = await walk.slack.until(() => lena.sees().modals.at(-1));
    await lena.submit(modal.id, { definition: 'A written agreement' });
    await walk.idle();
    expect(walk.answer(LENA)).toContain('Put forward');
  });

  test('somebody in a direct message proposes by form too', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary list');
    await dm(walk, LENA, 'glossary define MOU');
    const lena = walk.slack.as(LENA);
    await lena.click({ messageTs: lena.sees().dm.at(-1)?.ts ?? '' }, 'glossary.define');
    const modal = await walk.slack.until(() => lena.sees().modals.at(-1));
    await lena.submit(modal.id, { definition: 'A written agreement' });
    await walk.idle();
    expect(lena.sees().dm.at(-1)?.text).toContain('Put forward');
    expect(await commands(walk, RENATA, 'glossary endorse MOU')).toContain('Agreed');
  });
});

describe('what arrives', () => {
  test('an event that Slack sends twice is acted upon once', async () => {
    await using walk = await startWalk();
    walk.slack.fault.duplicateEvents(1);
    await mentions(walk, LENA, 'glossary define MOU = A written agreement');
    const answers = walk.slack
      .as(LENA)
      .sees()
      .channels[0]?.messages.filter((m) => m.isEphemeral);
    expect(answers).toHaveLength(1);
    expect(await walk.database.client.proposal.count()).toBe(1);
    const kept = await walk.database.client.inboxEvent.findMany();
    expect(kept.map(({ body }) => body)).toEqual([null]);
  });

  test('an answer that Slack refuses to show is sent directly, and then to the thread', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary list');
    walk.slack.fault.refuseEphemeralsToOutsiders();
    await mentions(walk, LENA, 'glossary help');
    expect(walk.slack.as(LENA).sees().dm.at(-1)?.text).toContain('glossary TERM');
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'channel_not_found' }, 1);
    await mentions(walk, LENA, 'glossary help');
    const asked = walk.slack.as(RENATA).sees().channels[0]?.messages.at(-1);
    expect(asked?.replies.at(-1)?.text).toContain('glossary TERM');
  });

  test('what nobody else may see yet is not said where it can’t be private', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk);
    await commands(walk, RENATA, 'glossary define POC = The person to ask');
    await walk.slack.as(LENA).dm('glossary define POC = A throwaway build');
    await walk.idle();
    walk.slack.fault.refuseEphemeralsToOutsiders();
    walk.slack.fault.api('chat.postMessage', { kind: 'error', error: 'channel_not_found' }, 1);
    await mentions(walk, LENA, 'glossary POC');
    const seen = JSON.stringify(walk.slack.as(RENATA).sees().channels);
    expect(seen).toContain('for your eyes alone');
    expect(seen).not.toContain('A throwaway build');
  });

  test('Slack’s refusals and a broken request become sentences, and the log a reference', async () => {
    await using walk = await startWalk();
    walk.slack.fault.api('conversations.info', { kind: 'http-error', status: 500 }, 1);
    const failed = await commands(walk, RENATA, 'glossary define SECRETWORD = something private');
    const reference = /reference: ([0-9a-f]{8})/.exec(failed)?.[1] ?? 'none';
    expect(walk.log.join('')).toContain(reference);
    expect(walk.log.join('')).not.toMatch(/SECRETWORD|something private|Renata/);
    walk.slack.fault.api('conversations.info', { kind: 'error', error: 'missing_scope' }, 1);
    expect(await commands(walk, RENATA, 'glossary define MOU = A written agreement')).toContain(
      'Invite me',
    );
    expect(await commands(walk, RENATA, 'glossary define MOU = A written agreement')).toContain(
      'Put forward',
    );
  });

  test('everything the bot logs is free of names and words', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary define WORDY = An unmistakable phrase');
    await mentions(walk, LENA, 'glossary object WORDY = Quite another phrase');
    await dm(walk, LENA, 'glossary WORDY');
    expect(walk.log.join('')).not.toMatch(/WORDY|phrase|Renata|Lena|xoxb/i);
  });
});

describe('who is asking', () => {
  test('a guest whose organization nobody named may look up, and is told who can help', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary define MOU = A written agreement');
    expect(await commands(walk, AMARA, 'glossary MOU')).toContain('A written agreement');
    expect(await commands(walk, AMARA, 'glossary endorse MOU')).toContain('can’t tell which');
    expect(await walk.database.client.member.count({ where: { slackUserId: AMARA } })).toBe(0);
  });

  test('a guest belongs to the organization of their e-mail domain', async () => {
    await using walk = await startWalk();
    await threeOrganizations(walk);
    await commands(walk, RENATA, 'glossary define MOU = A written agreement');
    await commands(walk, AMARA, 'glossary endorse MOU');
    expect(await commands(walk, RENATA, 'glossary MOU')).toContain('Still to speak: Quillstone');
  });

  test('people of an Enterprise are one organization under all of its ids', async () => {
    await using walk = await startWalk({ world: enterpriseWorld });
    const outsider = enterpriseWorld.users.find(
      ({ teamId }) => teamId !== enterpriseWorld.app.installedOn,
    );
    const insider = enterpriseWorld.users.find(
      ({ teamId, guest }) => teamId === enterpriseWorld.app.installedOn && !guest,
    );
    const channel = enterpriseWorld.channels.find(({ teamIds }) => teamIds.length > 1)?.id ?? '';
    await walk.slack
      .as(insider?.id ?? '')
      .command(channel, '/glossary define MOU = A written agreement');
    await walk.slack.as(outsider?.id ?? '').says(channel, '@Common Ground glossary endorse MOU');
    await walk.idle();
    expect(walk.answer(outsider?.id ?? '', channel)).toContain('Agreed');
    expect(await walk.database.client.organization.count()).toBe(2);
  });

  test('one partnership never sees another’s terms', async () => {
    await using walk = await startWalk();
    await commands(walk, RENATA, 'glossary define MOU = A written agreement');
    await walk.slack.as(RENATA).command('C0DELIVERY', '/glossary MOU');
    expect(walk.answer(RENATA, 'C0DELIVERY')).toContain('isn’t in the glossary');
    await walk.slack.as(RENATA).dm('glossary MOU');
    await walk.idle();
    expect(walk.slack.as(RENATA).sees().dm.at(-1)?.text).toContain('several partnerships');
    await walk.slack.as(RENATA).dm('Open doors: glossary MOU');
    await walk.idle();
    expect(walk.slack.as(RENATA).sees().dm.at(-1)?.text).toContain('A written agreement');
  });

  test('a colleague who is not in the channel sees nothing of it', async () => {
    const world = {
      ...sampleWorld,
      channels: sampleWorld.channels.map((channel) =>
        channel.id === CHANNEL
          ? { ...channel, memberIds: channel.memberIds.filter((id) => id !== 'U0CASEY') }
          : { ...channel, teamIds: channel.teamIds.slice(0, 1) },
      ),
    };
    await using walk = await startWalk({ world });
    await commands(walk, RENATA, 'glossary define MOU = A written agreement');
    expect(await dm(walk, 'U0CASEY', 'glossary MOU')).not.toContain('A written agreement');
    await walk.slack.as(RENATA).command('C0CITYONLY', '/glossary MOU');
    expect(walk.answer(RENATA, 'C0CITYONLY')).toContain('A written agreement');
  });
});

describe('channels', () => {
  test('the bot greets a channel once, with one button', async () => {
    await using walk = await startWalk();
    await walk.slack.as(RENATA).invitesBot('C0IDEAS');
    await walk.idle();
    expect(walk.posts('C0IDEAS')).toHaveLength(1);
    walk.slack.fault.removeBot('C0IDEAS');
    await walk.idle();
    await walk.slack.as(RENATA).invitesBot('C0IDEAS');
    await walk.idle();
    expect(walk.posts('C0IDEAS')).toHaveLength(1);
    const lena = walk.slack.as(LENA);
    const greeting = lena
      .sees()
      .channels.find(({ id }) => id === 'C0IDEAS')
      ?.messages.at(-1);
    await lena.click({ messageTs: greeting?.ts ?? '' }, 'channels.start');
    await walk.idle();
    expect(walk.answer(LENA, 'C0IDEAS')).toContain('@common-ground');
  });

  test('two who come first at once found one partnership', async () => {
    await using walk = await startWalk();
    await Promise.all([
      walk.slack.as(RENATA).command(CHANNEL, '/glossary define MOU = A written agreement'),
      walk.slack
        .as(LENA)
        .says(CHANNEL, '@Common Ground glossary define SLA = A promise of service'),
      walk.slack.as('U0MARCUS').command(CHANNEL, '/glossary list'),
    ]);
    await walk.idle();
    expect(await walk.database.client.partnership.count()).toBe(1);
    expect(await walk.database.client.term.count()).toBe(2);
  });

  test('a channel without the bot, or not shared, says what to do', async () => {
    await using walk = await startWalk();
    await walk.slack.as(RENATA).command('C0CITYONLY', '/glossary define MOU = A written agreement');
    expect(walk.answer(RENATA, 'C0CITYONLY')).toContain('isn’t shared with another organization');
  });
});

test('wrong input gets a sentence that helps, and changes nothing', async () => {
  await using walk = await startWalk();
  await commands(walk, RENATA, 'glossary list');
  const lines: readonly (readonly [string, string])[] = [
    ['glossary define = something', 'Which term'],
    ['glossary define MOU =', 'Write it after the equals sign'],
    [`glossary define ${'x'.repeat(81)} = something`, '81 characters'],
    [`glossary define MOU = ${'x '.repeat(1100)}`, '2000 is the most'],
    ['glossary define !!! = something', 'no letter or number'],
    ['glossary define https://example.org = something', 'a link'],
    ['glossary endorse', 'Which term'],
    ['glossary endorse NOPE', 'isn’t in the glossary'],
    ['glossary object NOPE = because', 'isn’t in the glossary'],
    ['glossary withdraw NOPE', 'isn’t in the glossary'],
    ['glossary deprecate NOPE', 'isn’t in the glossary'],
    ['glossary history NOPE', 'isn’t in the glossary'],
    ['glossary search', 'Which words'],
    ['glossary list nonsense', 'isn’t in the glossary'],
  ];
  for (const [line, sentence] of lines) {
    expect(await commands(walk, RENATA, line), line).toContain(sentence);
    expect(await mentions(walk, LENA, line), line).toContain(sentence);
  }
  expect(await walk.database.client.proposal.count()).toBe(0);
  expect(walk.posts()).toEqual([]);
});
