import { describe, expect, test } from 'vitest';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const MARCUS = 'U0MARCUS';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

async function says(walk: Walk, userId: string, line: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (userId === LENA) await visitor.says(CHANNEL, `@Common Ground partnership ${line}`);
  else await visitor.command(CHANNEL, `/partnership ${line}`);
  await walk.idle();
  return walk.answer(userId);
}

async function openForm(walk: Walk, userId: string): Promise<string> {
  const { id } = await walk.slack.until(() => walk.slack.as(userId).sees().modals.at(-1));
  return id;
}

test('a first use founds the partnership with the organizations that share the channel', async () => {
  await using walk = await startWalk();
  const glance = await says(walk, RENATA, '');
  expect(glance).toContain('Open doors');
  expect(glance).toContain('City of Alder Falls');
  expect(glance).toContain('Quillstone Software');
  expect(glance).toContain('Still without a coordinator');
  expect(await says(walk, LENA, 'members')).toContain('Lena Brandt');
  expect(await says(walk, LENA, 'settings')).toContain('last yes');
  expect(await says(walk, RENATA, 'pulse')).toContain('isn’t available yet');
});

describe('set up in words', () => {
  test('names, sector, coordinators, representatives and guests', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'setup name Open Doors to Care');
    await says(walk, RENATA, 'setup purpose Fewer missed appointments');
    await says(walk, RENATA, 'setup short City');
    await says(walk, RENATA, 'setup sector public');
    await says(walk, RENATA, 'setup zone America/Chicago');
    await says(walk, RENATA, 'setup coordinator @Renata Okafor');
    await says(walk, RENATA, 'setup representative @Marcus Lindqvist');
    await says(walk, RENATA, 'setup organization Lantern Health');
    const assigned = await says(walk, RENATA, 'setup guest @Dr. Amara Whitfield Lantern Health');
    expect(assigned).toContain('is assigned');
    await says(walk, LENA, 'setup short Quillstone');
    const glance = await says(walk, LENA, '');
    for (const fact of [
      'Open Doors to Care',
      '*City*',
      'public',
      'coordinator Renata Okafor',
      'Marcus Lindqvist speaks',
      'Lantern Health',
      '*Quillstone*',
    ]) {
      expect(glance).toContain(fact);
    }
    await walk.slack.as(AMARA).command(CHANNEL, '/glossary define MOU = A written agreement');
    expect(walk.answer(AMARA)).toContain('Put forward');
  });

  test('each organization names its own people only', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'setup coordinator @Renata Okafor');
    expect(await says(walk, LENA, 'setup representative @Marcus Lindqvist')).toContain(
      'its own coordinators',
    );
    expect(await says(walk, MARCUS, 'setup coordinator @Marcus Lindqvist')).toContain(
      'its own coordinators',
    );
    expect(await says(walk, LENA, 'setup name Ours')).toContain('coordinator can change');
    expect(await says(walk, RENATA, 'setup remove @Renata Okafor')).toContain('only coordinator');
  });

  test('wrong input gets a sentence that helps', async () => {
    await using walk = await startWalk();
    const lines: readonly (readonly [string, string])[] = [
      ['setup frobnicate', 'What can be set up in words'],
      ['setup help', 'setup coordinator @person'],
      ['setup name', '1 to 80 characters'],
      ['setup zone Chicago', 'I don’t know the time zone'],
      ['setup sector charity', 'public, nonprofit or private'],
      ['setup coordinator Renata', 'Mention the person'],
      ['setup guest @Dr. Amara Whitfield Nowhere', 'I don’t know the organization “Nowhere”'],
      ['setup guest @Marcus Lindqvist City of Alder Falls', 'isn’t a guest'],
      ['setup domain nonsense', 'isn’t an e-mail domain'],
      ['setup organization City of Alder Falls', 'in this partnership already'],
      ['setup rename Quillstone Software GmbH', 'already has that name'],
    ];
    for (const [line, sentence] of lines) {
      expect(await says(walk, RENATA, line), line).toContain(sentence);
    }
  });
});

describe('the forms', () => {
  test('setup keeps what was typed when something is wrong, and saves all or nothing', async () => {
    await using walk = await startWalk();
    await says(walk, RENATA, 'setup');
    const renata = walk.slack.as(RENATA);
    const form = await openForm(walk, RENATA);
    const filled = {
      name: 'Open Doors to Care',
      orgName: 'City of Alder Falls',
      shortName: 'City',
      timeZone: 'Nowhere/At All',
      coordinators: [RENATA],
      representatives: [LENA],
    };
    const refused = await renata.submit(form, filled);
    expect(Object.keys(refused.errors ?? {})).toEqual(['timeZone']);
    const others = await renata.submit(form, { ...filled, timeZone: 'America/Chicago' });
    expect(others.errors?.representatives).toContain('another organization');
    expect(await walk.database.client.partnership.findFirst()).toMatchObject({
      name: 'Open doors',
    });
    const saved = await renata.submit(form, {
      ...filled,
      timeZone: 'America/Chicago',
      representatives: [RENATA, MARCUS],
    });
    expect(saved.errors).toBeUndefined();
    await walk.idle();
    expect(walk.answer(RENATA)).toContain('Marcus Lindqvist, Renata Okafor speak');
    expect(walk.answer(RENATA)).toContain('Open Doors to Care');
  });

  test('a guest is assigned to a new organization, by somebody without commands too', async () => {
    await using walk = await startWalk();
    await says(walk, LENA, '');
    const lena = walk.slack.as(LENA);
    const glance = lena
      .sees()
      .channels.find(({ id }) => id === CHANNEL)
      ?.messages.at(-1);
    await lena.click({ messageTs: glance?.ts ?? '' }, 'partnerships.guest');
    const form = await openForm(walk, LENA);
    expect((await lena.submit(form, { person: AMARA })).errors?.newOrganization).toContain(
      'Choose an organization',
    );
    await lena.submit(form, {
      person: AMARA,
      newOrganization: 'Lantern Health',
      emailDomains: 'lantern.example',
    });
    await walk.idle();
    expect(walk.answer(LENA)).toContain('Dr. Amara Whitfield is assigned');
    await walk.slack.as('U0JOSUE').command(CHANNEL, '/glossary define MOU = A written agreement');
    expect(walk.answer('U0JOSUE')).toContain('Still to speak');
    expect(walk.answer('U0JOSUE')).toContain('Quillstone');
  });
});

describe('the App Home', () => {
  test('shows what waits for one’s organization, and something useful to a stranger', async () => {
    await using walk = await startWalk();
    await walk.slack.as(MARCUS).openHome();
    await walk.idle();
    expect(JSON.stringify(walk.slack.as(MARCUS).sees().home)).toContain('don’t know you');
    await walk.slack
      .as(LENA)
      .says(CHANNEL, '@Common Ground glossary define MOU = A written agreement');
    await walk.idle();
    await walk.slack.as(MARCUS).openHome();
    await walk.idle();
    const home = JSON.stringify(walk.slack.as(MARCUS).sees().home);
    expect(home).toContain('Waiting for you: 1');
    await walk.slack.as(MARCUS).click({ home: true }, 'glossary.look-up.0');
    await walk.idle();
    expect(walk.slack.as(MARCUS).sees().dm.at(-1)?.text).toContain('A written agreement');
  });
});
