import type { KnownBlock } from '@slack/types';
import type { Member } from '../../members/member.ts';
import type { Partnership } from '../../partnerships/partnership.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, section } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { wholeDay } from '../../time/day-words.ts';
import type { HeldGroup, HeldRound } from '../held-round.ts';
import { pickButton, verbButton } from './ids.ts';
import { clocksAt, mentions, peopleWords, personWords, timeWords } from './words.ts';

export type GroupScene = {
  readonly partnership: Partnership;
  readonly round: Pick<HeldRound, 'meetBy'>;
  readonly group: HeldGroup;
  readonly members: readonly Member[];
  /** The zones of all of them. */
  readonly timeZones: readonly string[];
  readonly opener: string;
};

const channelOf = ({ channelIds }: Partnership): string => channelIds[0] ?? '';

/** For all of a group at once, where Slack lets them have one conversation. */
export function introductionTogether(scene: GroupScene): Message {
  const { members, partnership } = scene;
  const [first, second, third] = members;
  const meet =
    first && second && !third
      ? `${personWords(first, partnership)}, meet ${personWords(second, partnership)}. ${mentions([second])}, meet ${mentions([first])}.`
      : `${peopleWords(members, partnership)}, meet each other.`;
  return introduction(scene, `${meet} ${starts(scene)}`);
}

/** For one of them, where Slack does not. */
export function introductionAlone(scene: GroupScene, reader: Member): Message {
  const others = scene.members.filter(({ id }) => id !== reader.id);
  const meet = `Meet ${peopleWords(others, scene.partnership)}.`;
  const how =
    scene.group.starterId === reader.id
      ? 'You start this time: tap a moment below, or write to them.'
      : `${starts(scene)} Tap a moment below if you like, and I pass it on.`;
  return introduction(scene, `${meet} ${how}`);
}

function starts({ members, group }: GroupScene): string {
  const starter = members.filter(({ id }) => id === group.starterId);
  return `${mentions(starter)} starts this time.`;
}

function introduction(scene: GroupScene, lead: string): Message {
  const { partnership, round, group, opener } = scene;
  const channelId = channelOf(partnership);
  const by = wholeDay(round.meetBy);
  const all = scene.members.length > 2 ? 'all of you' : 'you both';
  const hasTimes = group.times.length > 0;
  const what = hasTimes
    ? `Moments that suit ${all} are below, or agree on one of your own, until ${by}.`
    : `I found no moment for ${all}; agree on one of your own, until ${by}.`;
  const how = `25 minutes, no agenda. Video is fine; bring your own cup. If you want an opening: _${opener}_`;
  const times = timeLines(scene);
  const why = `You get this because you take part in the check-ins of ${bold(partnership.name)}. Away, or too busy? A pause ends by itself.`;
  return {
    text: [lead, what, ...times, how, why].join('\n'),
    blocks: [
      section([lead, `${what} ${how}`].join('\n\n')),
      ...timeBlocks(scene),
      context(why),
      actions([
        verbButton('pause', 'Pause for a while', channelId),
        verbButton('leave', 'Stop check-ins', channelId),
      ]),
    ],
  };
}

function timeLines({ group, timeZones }: GroupScene): readonly string[] {
  return group.times.map((at) => `• ${timeWords(at, timeZones)}`);
}

/** Each time with its button; Slack shows it by the reader's own clock. */
export function timeBlocks(scene: GroupScene, after?: Date): readonly KnownBlock[] {
  const { group, partnership, timeZones } = scene;
  const about = { channelId: channelOf(partnership), groupId: group.id };
  return group.times.flatMap((at, place) => {
    if (after && at <= after) return [];
    const label = `${clocksAt(at, timeZones)} suits me`;
    return [section(timeWords(at, timeZones), pickButton(about, place, 'Suits me', label))];
  });
}

/** Somebody tapped on a time, and the others hear it. */
export function pickedMessage(
  scene: GroupScene,
  { by, time }: { readonly by: Member; readonly time: Date },
): Message {
  const { group, partnership, timeZones } = scene;
  const text = `${mentions([by])}: ${timeWords(time, timeZones)} would suit me.`;
  const at = group.times.findIndex((one) => one.getTime() === time.getTime());
  const about = { channelId: channelOf(partnership), groupId: group.id };
  const label = `${clocksAt(time, timeZones)} suits me too`;
  return {
    text: `${text} One more tap and it is planned.`,
    blocks: [
      section(text),
      ...(at < 0 ? [] : [actions([pickButton(about, at, 'Suits me too', label)])]),
      context('One more tap and it is planned.'),
    ],
  };
}

export function plannedMessage(scene: GroupScene, time: Date): Message {
  const { members, timeZones } = scene;
  const text = `Planned: ${mentions(members)}, ${timeWords(time, timeZones)}, 25 minutes. The file puts it into your calendar. Who calls whom is yours to say, and so is another time.`;
  return { text, blocks: [section(text)] };
}
