import type { KnownBlock } from '@slack/types';
import { organizationById, type Partnership } from '../../partnerships/partnership.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, fitting, section } from '../../slack/blocks.ts';
import { inert, mention } from '../../slack/mrkdwn.ts';
import { dayWords, wholeDay } from '../../time/day-words.ts';
import type { Shares } from '../get-shares.ts';
import type { CheckinsSeen, GroupSeen } from '../get-standing.ts';
import { metButtons, verbButton } from './ids.ts';
import { countWords, curve, peopleWords, timeWords } from './words.ts';

export type StandingScene = {
  readonly partnership: Partnership;
  readonly channelId: string;
  readonly timeZone: string;
  readonly now: Date;
};

const WHAT =
  '25 minutes with somebody of another organization now and then; no agenda, no notes. Pause or stop whenever.';

/** Whether they take part, and what is next for them. */
export function stateWords(seen: CheckinsSeen): string {
  const { standing, nextOn, isUnderWay, isWaiting, own } = seen;
  const next = `The next round opens on ${wholeDay(nextOn)}.`;
  if (standing.state === 'out') return `You don’t take part in check-ins. ${WHAT}`;
  if (standing.state === 'paused') {
    return standing.until
      ? `You are on a pause until ${wholeDay(standing.until)}; after it you take part again by itself.`
      : 'You are on a pause, since two introductions went by without a tap. One tap and you are back.';
  }
  if (isWaiting) return `You take part, and nobody was free for you this round. ${next}`;
  if (own && isUnderWay) return `You take part. ${next}`;
  return `You take part. ${next} I introduce you to somebody then.`;
}

/** The group of the reader in words, with what can be said of it. */
export function ownWords({ group, others, round, place }: GroupSeen, scene: StandingScene): string {
  const { partnership, timeZone, now } = scene;
  const people = peopleWords(others, partnership);
  if (group.state === 'met') return `You met ${people} this round.`;
  if (place.answer === 'not_this_time') {
    return `You and ${people}: not this time. If it happens after all, say \`/partnership checkins met\`.`;
  }
  const { plannedAt } = group;
  if (plannedAt && plannedAt > now) {
    return `You meet ${people}: ${timeWords(plannedAt, [timeZone])}.`;
  }
  const until = round.closedAt ? '' : ` There is time until ${wholeDay(round.meetBy)}.`;
  const times = group.times
    .map((at, n) => ({ at, words: `*${n + 1}* ${timeWords(at, [timeZone])}` }))
    .filter(({ at }) => at > now)
    .map(({ words }) => words);
  const offered =
    times.length > 0 && !round.closedAt
      ? ` Moments: ${times.join(', ')}. \`/partnership checkins time 2\` says that the second one suits you.`
      : '';
  const are = round.closedAt ? 'were' : 'are';
  return `You ${are} introduced to ${people}.${until}${offered}`;
}

/** The buttons that fit how it stands. */
export function stateButtons({ standing }: CheckinsSeen, channelId: string) {
  if (standing.state === 'out') return [verbButton('join', 'Join', channelId, 'primary')];
  if (standing.state === 'paused') {
    return [
      verbButton('resume', 'Take part again', channelId, 'primary'),
      verbButton('leave', 'Stop check-ins', channelId),
    ];
  }
  return [
    verbButton('pause', 'Pause for a while', channelId),
    verbButton('leave', 'Stop check-ins', channelId),
  ];
}

/** It is time to say whether they met, and they have not. */
export function isAsked({ group, place, round }: GroupSeen, now: Date): boolean {
  if (place.answer || group.state === 'met' || group.state === 'ended') return false;
  const { plannedAt, introducedAt } = group;
  if (plannedAt) return plannedAt < now;
  return round.closedAt !== undefined || daysSince(introducedAt, now) >= DAYS_UNTIL_ASKED;
}

const DAYS_UNTIL_ASKED = 8;

function daysSince(since: Date | undefined, now: Date): number {
  return since ? (now.getTime() - since.getTime()) / 86_400_000 : 0;
}

export function standingMessage(seen: CheckinsSeen, scene: StandingScene): Message {
  const { own, ratherNots, isCoordinator } = seen;
  const { channelId } = scene;
  const mine = [stateWords(seen), ...(own ? [ownWords(own, scene)] : [])];
  const met = own ? metButtons({ channelId, groupId: own.group.id }) : [];
  const nots =
    ratherNots.length > 0
      ? [
          `Only you see this: I don’t introduce you to ${ratherNots.map(({ slackUserId }) => mention(slackUserId)).join(', ')}. \`/partnership checkins again @person\` ends that.`,
        ]
      : [];
  const shares = isCoordinator ? sharesWords(seen, scene.partnership) : [];
  const hint =
    'In words: `/partnership checkins join`, `pause until 15 January`, `resume`, `leave`, `met`, `not this time`. `/partnership checkins help` tells the rest.';
  const blocks: readonly KnownBlock[] = [
    ...mine.map((text) => section(text)),
    actions([
      ...(own && own.place.answer === undefined && own.group.state !== 'met' ? met : []),
      ...stateButtons(seen, channelId),
    ]),
    ...nots.map((text) => context(text)),
    ...(shares.length > 0 ? [section(shares.join('\n')), ...coordinatorRow(seen, channelId)] : []),
    context(hint),
  ];
  return {
    text: [...mine, ...nots, ...shares, hint].join('\n'),
    blocks: fitting(blocks, 'There is more than Slack shows at once.'),
    isSecret: nots.length > 0,
  };
}

function coordinatorRow({ isUnderWay, joined }: CheckinsSeen, channelId: string) {
  return [
    actions([
      verbButton('invite', 'Ask the channel', channelId),
      ...(!isUnderWay && joined > 1 ? [verbButton('now', 'Open a round now', channelId)] : []),
    ]),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const SHOWN = 6;
const ENOUGH_GROUPS = 3;

/** For coordinators: how many, and never who. */
function sharesWords({ joined, shares, aparts }: CheckinsSeen, partnership: Partnership) {
  const lines = shares.slice(0, SHOWN).map(shareLine);
  const closed = shares.filter(({ isClosed, grouped }) => isClosed && grouped >= ENOUGH_GROUPS);
  const met = closed.map((one) => one.met / one.grouped).toReversed();
  const name = (id: string) => inert(organizationById(partnership, id)?.shortName ?? '');
  return [
    `*For coordinators:* ${countWords(joined, 'person takes', 'people take')} part.`,
    ...(lines.length > 0 ? lines : ['There was no round yet.']),
    ...(met.length > 1
      ? [`Groups that met, round by round: ${curve(met)} ${met.map(percent).join(', ')}`]
      : []),
    ...aparts.map(
      ({ organizationId, otherId, until }) =>
        `${name(organizationId)} and ${name(otherId)} are not introduced to each other until ${dayWords(until)}.`,
    ),
  ];
}

/** Of one or two groups, how many met would say who. */
function shareLine({ number, opensOn, joined, matched, grouped, met, isClosed }: Shares): string {
  const counts = `${joined} took part, ${matched} were introduced`;
  const so = isClosed ? '' : ' so far';
  const meetings = grouped >= ENOUGH_GROUPS ? `, ${met} of ${grouped} groups met${so}` : '';
  return `• Round ${number}, ${dayWords(opensOn)}: ${counts}${meetings}.`;
}
