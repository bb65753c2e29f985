import { expect, test } from 'vitest';
import type { SlackPerson } from '../../src/members/member.ts';
import { createPartnershipTalk } from '../../src/partnerships/slack/talk.ts';
import { type Answer, isForm } from '../../src/slack/answer.ts';
import { askingOf } from '../../src/slack/asking.ts';
import type { Line } from '../../src/slack/line.ts';
import { typed } from '../../src/slack/mrkdwn.ts';
import { founded, type Ground, guest, refusal } from './ground.ts';

const PEOPLE: readonly SlackPerson[] = [
  guest('URENATA', { isGuest: false }),
  guest('UMARCUS', { isGuest: false }),
  guest('UPRIYA', { isGuest: false }),
  guest('UAMARA'),
  guest('UJOSUE', { email: 'josue@lantern.example' }),
];

const { talk } = createPartnershipTalk(
  { glossary: async (line) => ({ text: `glossary got ${line.words}` }) },
  {
    person: async (userId) => PEOPLE.find((one) => one.userId === userId),
    isInChannel: async () => true,
  },
  async () => [],
);

async function answer(ground: Ground, raw: string, by = 'URENATA'): Promise<Answer> {
  const line: Line = {
    raw,
    words: typed(raw),
    fileIds: [],
    asking: askingOf({ command: '/partnership' }),
    context: () => ground.as(by),
  };
  return talk(line);
}

async function says(ground: Ground, raw: string, by?: string): Promise<string> {
  const given = await answer(ground, raw, by);
  return isForm(given) ? given.invitation.text : given.text;
}

async function renatas(): Promise<Ground> {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls');
  await ground.join('UMARCUS', 'City of Alder Falls');
  return ground;
}

test('everything is set up in words, and each answer shows the new state', async () => {
  const ground = await renatas();
  const said: readonly (readonly [string, string])[] = [
    ['setup name Open Doors to Care', 'the partnership is called *Open Doors to Care*'],
    ['setup purpose Fewer missed first appointments', 'Fewer missed first appointments'],
    ['setup rename City of Alder', 'your organization is called *City of Alder*'],
    ['SETUP Short City', 'the others call you *City*'],
    ['setup sector Non-profit', 'sector nonprofit'],
    ['setup zone america/chicago', 'time zone America/Chicago'],
    ['setup organization Lantern Health', 'No guest is assigned yet to Lantern Health'],
    ['setup domain lantern.example Lantern Health', 'guests with lantern.example belong to'],
    ['setup domain city.example', 'guests with city.example belong to *City*'],
    ['setup domain falls.example', 'guests with city.example, falls.example belong to *City*'],
    ['setup guest <@UAMARA> lantern health', 'AMARA is assigned to Lantern Health.'],
    ['setup coordinator <@URENATA|renata>', 'Saved: RENATA · coordinator of City.'],
    [
      'setup representative @marcus|<@UMARCUS|marcus> <@UPRIYA>',
      'MARCUS, PRIYA · representative of City.',
    ],
    ['setup observer <@UPRIYA>', 'PRIYA · observer for City.'],
    ['setup remove <@UPRIYA>', 'PRIYA · without a role in City.'],
  ];
  for (const [line, sentence] of said) expect(await says(ground, line), line).toContain(sentence);
  const glance = await says(ground, '');
  expect(glance).toContain('*City* — City of Alder · nonprofit · coordinator RENATA');
  expect(glance).toContain('MARCUS speaks for it');
});

test('of several people named at once either all are or none', async () => {
  const ground = await renatas();
  await says(ground, 'setup organization Lantern');
  await says(ground, 'setup guest <@UAMARA> Lantern');
  await refusal(answer(ground, 'setup representative <@UMARCUS> <@UAMARA>'));
  expect((await ground.as('UMARCUS')).member?.representative).toBe(false);
});

test('a guest with an e-mail domain that is known is recognized by it when they are named', async () => {
  const ground = await renatas();
  await says(ground, 'setup organization Lantern');
  await says(ground, 'setup domain lantern.example Lantern');
  await refusal(answer(ground, 'setup representative <@UJOSUE>'));
  expect((await ground.as('UJOSUE')).member).toBeDefined();
});

test('what is wrong is refused with what to type instead', async () => {
  const ground = await renatas();
  const lines: readonly (readonly [string, string])[] = [
    ['setup purpose', 'What is it for?'],
    ['setup domain', 'Which e-mail domain'],
    ['setup domain lantern.example Nowhere', 'I don’t know the organization “Nowhere”.'],
    ['setup guest <@UAMARA>', 'Which organization?'],
    ['setup guest Amara Quill', 'setup guest @person ORGANIZATION'],
    ['setup guest <@UNOBODY> Quill', 'doesn’t show me that person'],
    ['setup remove everybody', 'setup remove @person'],
    [
      `setup coordinator ${'<@U1> <@U2> <@U3> <@U4> <@U5> <@U6> <@U7> <@U8> <@U9> <@U10> <@U11>'}`,
      'at most 10',
    ],
    ['setup coordinator <@UAMARA>', 'which of the organizations here that person works for'],
    ['setup zone', 'I don’t know the time zone “”'],
    [`setup zone ${'x'.repeat(5_000)}`, 'I don’t know the time zone'],
    ['setup sector constructor', 'public, nonprofit or private'],
  ];
  for (const [line, sentence] of lines) {
    const { text } = await refusal(answer(ground, line));
    expect(text, line).toContain(sentence);
    expect(text.length, line).toBeLessThan(500);
  }
});

test('every subcommand is answered, and what is none too', async () => {
  const ground = await renatas();
  for (const line of ['', 'members', 'settings', 'setup', 'help', 'constructor', '__proto__'])
    expect(await says(ground, line), line).not.toBe('');
});

test('what is not built yet says so, and help follows', async () => {
  const ground = await renatas();
  for (const line of ['pulse open', 'vision', 'win We did it', 'export']) {
    const text = await says(ground, line);
    expect(text, line).toContain('isn’t available yet');
    expect(text, line).toContain('`/glossary TERM`');
  }
});

test('what is unknown after setup is answered with one example of each', async () => {
  const ground = await renatas();
  const text = await says(ground, `setup <!channel>${'x'.repeat(5_000)}`);
  for (const verb of 'name purpose rename short sector zone organization guest domain coordinator representative observer remove'.split(
    ' ',
  ))
    expect(text).toContain(`\`/partnership setup ${verb} `);
  expect(text).not.toContain('<!channel>');
  expect(text.length).toBeLessThan(3_000);
});

test('setup opens a form, and invites to it where none can be opened', async () => {
  const ground = await renatas();
  const given = await answer(ground, 'setup');
  expect(isForm(given) && given.view.callback_id).toBe('partnerships.setup');
  expect(JSON.stringify(isForm(given) && given.invitation.blocks)).toContain('partnerships.setup');
});

test('the other talks get their own lines, with tokens and in words', async () => {
  const ground = await renatas();
  expect(await says(ground, 'glossary define R&amp;D')).toBe('glossary got define R&D');
});
