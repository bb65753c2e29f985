import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleWorld } from '../../sandbox/world.ts';
import { says } from '../support/people.ts';
import { rowsBut } from '../support/rows.ts';
import {
  click,
  command,
  type Heard,
  type Payload,
  type Person,
  type Strangers,
  shortcut,
  startStrangers,
  submission,
} from '../support/stranger.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/*
 * Whatever can be pressed, sent off or chosen, by whoever has no part in the partnership: no row changes,
 * nothing of the partnership is shown, and there is always a sentence. The ids are those that are
 * registered, so that a new one joins by itself.
 */

/** Every value with every id; otherwise each id with some, and each value with some. */
const IS_THOROUGH = process.env.STRANGERS === 'all';

const OTHER_CHANNEL = 'C0OTHERS';
const DIRECT = 'D0SOMEBODY';

const PEOPLE = {
  'a colleague in no channel': { userId: 'U0STRANGER', teamId: 'T0CITY' },
  'a person of another partnership': { userId: 'U0OTHER', teamId: 'T0OTHER' },
  'who left': { userId: 'U0MARCUS', teamId: 'T0CITY' },
  'an organization that left': { userId: 'U0LENA', teamId: 'T0QUILL' },
  'a closed account': { userId: 'U0PRIYA', teamId: 'T0CITY' },
  'a bot': { userId: 'U0GROUND', teamId: 'T0CITY' },
  Slackbot: { userId: 'USLACKBOT', teamId: 'T0CITY' },
  'nobody that Slack knows': { userId: 'U0NOBODY', teamId: 'T0CITY' },
} as const satisfies Readonly<Record<string, Person>>;

type Who = keyof typeof PEOPLE;

const world = {
  ...sampleWorld,
  teams: [...sampleWorld.teams, { id: 'T0OTHER', name: 'Other Partner', domain: 'other' }],
  users: [
    ...sampleWorld.users,
    {
      id: 'U0STRANGER',
      teamId: 'T0CITY',
      handle: 'stranger',
      name: 'Stranger',
      timeZone: 'UTC',
    },
    { id: 'U0OTHER', teamId: 'T0OTHER', handle: 'other', name: 'Other', timeZone: 'UTC' },
  ],
  channels: [
    ...sampleWorld.channels,
    {
      id: OTHER_CHANNEL,
      name: 'others',
      teamIds: ['T0CITY', 'T0OTHER'],
      memberIds: ['U0THEO', 'U0OTHER'],
      hasBot: true,
    },
  ],
};

/** What only members of the partnership may read. */
const CONTENT = /An Okapi|Open doors|Lantern|Renata/;

let walk: Walk;
let strangers: Strangers;
/** Values as buttons of this partnership carry them. */
let values: readonly string[];
/** Another partnership, in which one of them does as they please. */
let ofOthers: string;

beforeAll(async () => {
  walk = await startWalk({ world });
  strangers = await startStrangers(walk);
  await threeOrganizations(walk, {
    coordinators: { ...COORDINATORS.coordinators, U0MARCUS: 'City', U0PRIYA: 'City' },
  });
  await says(walk, 'U0RENATA', 'glossary define Quagga = An Okapi of ours');
  await says(walk, 'U0RENATA', 'partnership milestones add Okapi = 2027-03-01');
  await says(walk, 'U0JOSUE', 'glossary endorse Quagga');
  await walk.slack.as('U0OTHER').says(OTHER_CHANNEL, '@Common Ground glossary list');
  await walk.slack
    .as('U0OTHER')
    .says(OTHER_CHANNEL, '@Common Ground glossary define Zebra = Striped');
  await walk.idle();
  for (const channelId of [CHANNEL, 'C0DELIVERY'])
    await walk.slack.as('U0MARCUS').leaves(channelId);
  await walk.slack.fault.unshare(CHANNEL, 'T0QUILL');
  await walk.slack.fault.deactivate('U0PRIYA');
  await walk.idle();
  const { client } = walk.database;
  const { id: termId } = await client.term.findFirstOrThrow({ where: { text: 'Quagga' } });
  const zebra = await client.term.findFirstOrThrow({ where: { text: 'Zebra' } });
  ofOthers = zebra.partnershipId;
  const { id: milestoneId } = await client.milestone.findFirstOrThrow();
  values = [
    CHANNEL,
    `1 ${CHANNEL}`,
    `${CHANNEL} Quagga`,
    `add ${CHANNEL} 2027-02-01 public Words of a stranger`,
    ...[CHANNEL, OTHER_CHANNEL, 'C0NOSUCH1'].flatMap((channelId) => [
      `${termId} 1 ${channelId}`,
      `${milestoneId} 1 2027-02-01 ${channelId}`,
    ]),
  ];
}, 60_000);

afterAll(async () => {
  await strangers[Symbol.asyncDispose]();
  await walk[Symbol.asyncDispose]();
});

const MALFORMED = ['', 'undefined', `00000000-0000-0000-0000-00000000000 x ${CHANNEL}`];

/** An id that a pattern takes. */
function idOf(given: string | RegExp): string {
  if (typeof given === 'string') return given;
  return given.source.replaceAll(/[\^$\\]/g, '').replaceAll(/d\+|w\+/g, '0');
}

/** Everything that one of them may send, with what a failure calls it. */
function payloadsOf(person: Person): readonly (readonly [string, Payload])[] {
  const { clicks, forms, shortcuts, commands } = walk.bot.ids;
  // What the app’s own start shows is the same for everybody.
  const pressed = [...clicks.map(idOf), 'glossary.of-an-older-version', 'nothing'];
  const home = { type: 'home', app_installed_team_id: 'T0CITY', private_metadata: '' };
  const modal = {
    type: 'modal',
    app_installed_team_id: 'T0CITY',
    private_metadata: JSON.stringify({ channelId: CHANNEL, direct: false, about: '' }),
  };
  const each = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
  return [
    ...pressed.flatMap((action_id, n) => [
      ...values.map((value) => {
        const place = each([{ channelId: DIRECT }, { channelId: CHANNEL }], n + value.length);
        return [`${action_id} “${value}”`, click(person, place, { action_id, value })] as const;
      }),
      ...MALFORMED.map((value, at) => {
        const place = each([{ channelId: CHANNEL }, { view: modal }, { view: home }], n + at);
        return [`${action_id} “${value}”`, click(person, place, { action_id, value })] as const;
      }),
    ]),
    ...[...forms.map(idOf), 'glossary.old-form'].flatMap((id) =>
      [...values, ...MALFORMED].map((about, n) => {
        const channelId = each([CHANNEL, undefined], n);
        const origin = { channelId, direct: channelId === undefined, about };
        return [`form ${id} “${about}”`, submission(person, id, origin)] as const;
      }),
    ),
    ...[...shortcuts.map(idOf), 'glossary.old-entry'].flatMap((id) =>
      [CHANNEL, 'C0NOSUCH1', DIRECT].map(
        (channelId) => [`${id} in ${channelId}`, shortcut(person, id, channelId)] as const,
      ),
    ),
    ...[...commands.map(String), '/older'].flatMap((name) =>
      ['', 'list', 'Quagga', 'milestones', 'export', 'members'].map(
        (text) => [`${name} ${text}`, command(person, name, text, DIRECT)] as const,
      ),
    ),
  ];
}

const isSaid = ({ said }: Heard): boolean =>
  said.some((text) => /"(text|errors)":.*\w{3,}/.test(text));

test.each(Object.keys(PEOPLE) as Who[])(
  '%s changes nothing, reads nothing, and is told so',
  async (who) => {
    const person = PEOPLE[who];
    const all = payloadsOf(person);
    const at = Object.keys(PEOPLE).indexOf(who);
    const payloads = IS_THOROUGH ? all : all.filter((_, n) => (n + at) % 8 === 0);
    const calls = walk.slack.calls.length;
    const before = await rowsBut(ofOthers, walk.database);
    const faults: string[] = [];
    let elsewhere = 0;
    const queue = [...payloads];
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [what, payload] = next;
        const heard = await strangers.sends(payload);
        if (heard.status !== 200) faults.push(`${what}: ${heard.status}`);
        if (heard.isElsewhere) elsewhere += 1;
        else if (!isSaid(heard)) faults.push(`${what}: nothing said: ${heard.said}`);
        if (/Something went wrong/.test(heard.said.join())) faults.push(`${what}: ${heard.said}`);
        if (CONTENT.test(heard.said.join())) faults.push(`${what}: shows ${heard.said}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    await walk.idle();
    expect(faults.slice(0, 20)).toEqual([]);
    const asked = walk.slack.calls.slice(calls);
    const shown = asked.filter(
      ({ method, args }) =>
        /^(chat|views|files)\./.test(method) && CONTENT.test(JSON.stringify(args)),
    );
    expect(shown).toEqual([]);
    expect(asked.filter(({ args }) => args.channel === CHANNEL && 'text' in args)).toEqual([]);
    const messages = asked.filter(
      ({ args }) => args.channel === person.userId || args.user === person.userId,
    );
    expect(
      messages.filter(({ method }) => method.startsWith('chat.')).length,
    ).toBeGreaterThanOrEqual(elsewhere);
    expect(await rowsBut(ofOthers, walk.database)).toEqual(before);
    expect(payloads.length).toBeGreaterThan(100);
  },
);

test.each(Object.keys(PEOPLE) as Who[])('the App Home of %s shows nothing of it', async (who) => {
  const { userId } = PEOPLE[who];
  const calls = walk.slack.calls.length;
  const event = { type: 'app_home_opened', user: userId, channel: DIRECT, tab: 'home' };
  await strangers.hears({ event, team_id: 'T0CITY', event_id: `Ev${userId}` });
  await walk.idle();
  const published = walk.slack.calls
    .slice(calls)
    .filter(({ method }) => method === 'views.publish');
  expect(JSON.stringify(published)).not.toMatch(CONTENT);
});
