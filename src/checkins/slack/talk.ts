import type { Context } from '../../context.ts';
import { coordinatingMember } from '../../members/coordinating-member.ts';
import { workplaceOfMember } from '../../members/workplace.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { Refusal } from '../../refusal.ts';
import type { Asking } from '../../slack/asking.ts';
import { bold, inert, mention } from '../../slack/mrkdwn.ts';
import type { Scene } from '../../slack/scene.ts';
import { type Noun, verb } from '../../slack/verbs/verb.ts';
import { dayWords, wholeDay } from '../../time/day-words.ts';
import { askForRound } from '../ask-for-round.ts';
import { getStanding } from '../get-standing.ts';
import { invite } from '../invite.ts';
import { join } from '../join.ts';
import { endApart, keepApart } from '../keep-apart.ts';
import { leave } from '../leave.ts';
import { pause } from '../pause.ts';
import { pickTime } from '../pick-time.ts';
import { ratherNot } from '../rather-not.ts';
import { sayHowItWent } from '../say-how-it-went.ts';
import { standingMessage, stateWords } from './standing-view.ts';
import { timeWords } from './words.ts';

const COORDINATORS =
  'A coordinator does that; `/partnership` says who is one. What is yours: `/partnership checkins`.';

const mayCoordinate = async (ctx: Context): Promise<void> => {
  await coordinatingMember(ctx, COORDINATORS);
};

const others = ({ organizations, viewer }: Scene) =>
  organizations
    .filter(({ id, hasLeft }) => id !== viewer && !hasLeft)
    .map(({ id, shortName }) => ({ value: id, text: shortName }));

async function joined(ctx: Context): Promise<string> {
  const before = await join(ctx);
  const seen = await getStanding(ctx);
  const lead = before.state === 'joined' ? 'You took part already.' : 'Welcome.';
  return [lead, stateWords(seen), ...zoneNote(ctx)].join(' ');
}

/** Times are found by where somebody is, and Slack does not always say it. */
function zoneNote({ member, partnership }: Context): readonly string[] {
  if (!member || member.timeZone) return [];
  const { timeZone } = workplaceOfMember(partnership, member);
  return [
    `Slack doesn’t tell me your time zone, so I go by that of your organization, ${inert(timeZone)}. Set yours in your Slack profile, and your hours by \`/partnership hours\`.`,
  ];
}

const AFTERWARDS = {
  met: 'Lovely. It goes no further than a count.',
  not_this_time: 'That’s fine. It goes no further than a count, and the next round comes.',
} as const;

export function afterwards(answer: keyof typeof AFTERWARDS): string {
  return AFTERWARDS[answer];
}

/** What is said of a person is said where nobody else reads it. */
function refuseInPublic({ kind, isDirect }: Asking): void {
  if (kind !== 'event' || isDirect) return;
  throw new Refusal(
    'invalid',
    'That is better said where nobody else reads it. Write it to me in a direct message next time, or choose the person in the form: `//partnership checkins rather not`.',
  );
}

const who = {
  label: 'Who?',
  called: 'person',
  is: 'person',
  hint: 'Nobody hears of it, and no reason is needed.',
} as const;

const withoutUntil = (words: string) => words.replace(/^until\b/i, '').trim();

const withoutNot = (words: string) => ({ who: words.replace(/^not\b/i, '').trim() });

/** All that can be said of check-ins. */
export const CHECKINS_NOUN: Noun = {
  name: 'checkins',
  help: 'Check-ins: 25 minutes with somebody of another organization now and then; no agenda, no notes. Rounds open on Tuesdays.',
  async stands(ctx, { channelId, timeZone = 'UTC' }) {
    const { partnership, clock } = ctx;
    const scene = { partnership, channelId, timeZone, now: clock.now() };
    return standingMessage(await getStanding(ctx), scene);
  },
  verbs: [
    verb({
      word: 'join',
      label: 'Join',
      fields: {},
      act: async ({ ctx }) => ({ says: await joined(ctx), answered: 'You take part.' }),
    }),
    verb({
      word: 'pause',
      label: 'Pause for a while',
      submit: 'Pause',
      example: 'until 15 January',
      fields: { until: { label: 'Until which day?', called: 'day', is: 'day' } },
      read: (words) => ({ until: withoutUntil(words) }),
      async act({ ctx, values: { until } }) {
        await pause(ctx, { until });
        return {
          says: `You are on a pause until ${wholeDay(until)}, and take part again by itself after it. Whoever you were to meet this round hears that it doesn’t suit you.`,
          answered: `On a pause until ${dayWords(until)}.`,
        };
      },
    }),
    verb({
      word: 'resume',
      label: 'Take part again',
      fields: {},
      act: async ({ ctx }) => ({ says: await joined(ctx), answered: 'You take part again.' }),
    }),
    verb({
      word: 'leave',
      label: 'Stop check-ins',
      fields: {},
      async act({ ctx }) {
        const took = await leave(ctx);
        const says = took
          ? 'You don’t take part any more, and nobody is told but whoever you were to meet this round. `/partnership checkins join` brings you back.'
          : 'You took no part. `/partnership checkins join` begins.';
        return { says, answered: 'You don’t take part any more.' };
      },
    }),
    verb({
      word: 'met',
      label: 'We met',
      fields: {},
      async act({ ctx }) {
        await sayHowItWent(ctx, { answer: 'met' });
        return { says: AFTERWARDS.met };
      },
    }),
    verb({
      word: 'not',
      label: 'Not this time',
      example: 'this time',
      fields: {},
      async act({ ctx }) {
        await sayHowItWent(ctx, { answer: 'not_this_time' });
        return { says: AFTERWARDS.not_this_time };
      },
    }),
    verb({
      word: 'time',
      label: 'Say which moment suits you',
      submit: 'That one',
      example: '1',
      fields: {
        at: {
          label: 'Which one?',
          called: 'number',
          is: 'choice',
          choices: () => ['1', '2', '3'].map((value) => ({ value, text: value })),
        },
      },
      async act({ ctx, scene, values: { at } }) {
        const { own } = await getStanding(ctx);
        if (!own) {
          const sentence =
            'There is nobody whom you are to meet just now. `/partnership checkins` says when the next round opens.';
          throw new Refusal('not-found', sentence);
        }
        const picked = await pickTime(ctx, { groupId: own.group.id, at: Number(at) - 1 });
        return { says: pickedWords(picked, scene.timeZone) };
      },
    }),
    verb({
      word: 'rather',
      label: 'Rather not with somebody',
      submit: 'Rather not',
      example: 'not @person',
      isPrivate: true,
      fields: { who },
      read: withoutNot,
      async act({ ctx, asking, values }) {
        refuseInPublic(asking);
        const { slackUserId } = await ratherNot(ctx, { slackUserId: values.who, isOver: false });
        return {
          says: `I don’t introduce you and ${mention(slackUserId)} to each other. Nobody hears of it; it ends when you say \`//partnership checkins again @person\`.`,
        };
      },
    }),
    verb({
      word: 'again',
      label: 'Introduce me to somebody again',
      submit: 'Again',
      example: '@person',
      isPrivate: true,
      fields: { who },
      async act({ ctx, asking, values }) {
        refuseInPublic(asking);
        const { slackUserId } = await ratherNot(ctx, { slackUserId: values.who, isOver: true });
        return { says: `You and ${mention(slackUserId)} may be introduced to each other again.` };
      },
    }),
    verb({
      word: 'apart',
      label: 'Keep an organization apart',
      submit: 'Keep apart',
      example: 'ORGANIZATION until 15 January',
      fields: {
        organization: {
          label: 'From which organization?',
          called: 'organization',
          is: 'choice',
          choices: others,
        },
        until: { label: 'Until which day?', called: 'day', is: 'day' },
      },
      read(words) {
        const at = words.search(/\buntil\b/i);
        if (at < 0) return { organization: words.trim(), until: '' };
        return { organization: words.slice(0, at).trim(), until: withoutUntil(words.slice(at)) };
      },
      may: mayCoordinate,
      async act({ ctx, values: { organization, until } }) {
        await keepApart(ctx, { otherId: organization, until });
        const name = organizationById(ctx.partnership, organization)?.shortName ?? '';
        return {
          says: `People of your organization and of ${bold(name)} are not introduced to each other until ${wholeDay(until)}. No reason is shown. Whoever is introduced already is left alone.`,
        };
      },
    }),
    verb({
      word: 'together',
      label: 'End keeping apart',
      submit: 'End it',
      example: 'ORGANIZATION',
      fields: {
        organization: {
          label: 'With which organization?',
          called: 'organization',
          is: 'choice',
          choices: others,
        },
      },
      may: mayCoordinate,
      async act({ ctx, values: { organization } }) {
        const had = await endApart(ctx, { otherId: organization });
        const name = organizationById(ctx.partnership, organization)?.shortName ?? '';
        const says = had
          ? `People of your organization and of ${bold(name)} may be introduced to each other again.`
          : `Your organization was not keeping itself apart from ${bold(name)}.`;
        return { says };
      },
    }),
    verb({
      word: 'now',
      label: 'Open a round now',
      fields: {},
      may: mayCoordinate,
      async act({ ctx }) {
        await askForRound(ctx);
        return {
          says: 'A round opens now. Everybody who takes part is introduced to somebody as soon as both are at work, or hears why not.',
        };
      },
    }),
    verb({
      word: 'invite',
      label: 'Ask the channel',
      fields: {},
      may: mayCoordinate,
      async act({ ctx }) {
        await invite(ctx);
        return { says: 'I ask the channel, with a button to join. Nobody is joined without it.' };
      },
    }),
  ],
};

export function pickedWords(
  { time, isPlanned }: { readonly time: Date; readonly isPlanned: boolean },
  timeZone = 'UTC',
): string {
  const when = timeWords(time, [timeZone]);
  return isPlanned
    ? `Planned: ${when}. Everybody of you gets it as a file for the calendar.`
    : `${when} suits you, and I pass it on. It is planned with one more tap.`;
}
