import type { Chart } from '../../charts/chart.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import type { FileToSend } from '../../slack/files.ts';
import { cutMarkup, LIMITS } from '../../slack/limits.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { wordedFor } from '../../slack/wording.ts';
import type { Seen } from '../list-milestones.ts';
import type { PictureKind } from '../start-picture.ts';
import { ganttPicture } from './gantt-view.ts';
import { MILESTONES } from './ids.ts';
import { timelineMessage } from './timeline-view.ts';
import { trendPicture } from './trend-picture-view.ts';
import { trendMessage } from './trend-view.ts';
import type { Scene } from './words.ts';

type Kind = {
  readonly words: (all: readonly Seen[], scene: Scene) => Message;
  readonly picture: (all: readonly Seen[], scene: Scene, name: string) => Chart | undefined;
};

/** The same twice: in words, and drawn. */
export const KINDS: Readonly<Record<PictureKind, Kind>> = {
  timeline: { words: timelineMessage, picture: ganttPicture },
  trend: { words: trendMessage, picture: trendPicture },
};

export function kindIn(word: string | undefined): PictureKind {
  return word === 'trend' ? 'trend' : 'timeline';
}

/** What is said at once; the picture follows. */
export function comingMessage(kind: PictureKind, { channelId }: Scene): Message {
  const text =
    'I’m drawing it. The picture comes to our direct messages in a moment, where only you see it.';
  const share = button({
    id: MILESTONES.sharePicture,
    text: 'Share in channel',
    value: `${kind} ${channelId}`,
    confirm: {
      question:
        'Everybody in the channel sees the picture. Dates that not everybody may see yet are left out.',
      yes: 'Share it',
    },
  });
  return { text, blocks: [section(text), actions([share])] };
}

/** With its words, so that nobody depends on seeing it. */
export function pictureFile(
  { title, altText }: Chart,
  bytes: Uint8Array,
  given: {
    readonly kind: PictureKind;
    readonly words: Message;
    readonly today: string;
    /** Who shares it, where everybody sees it. */
    readonly by?: string;
  },
): FileToSend {
  const { kind, by, today } = given;
  const words = by ? given.words.text : wordedFor('direct', given.words).text;
  const lead = by
    ? `${inert(by)} shares ${kind === 'trend' ? 'how the dates moved' : 'the timeline'}.\n`
    : '';
  return {
    fileName: `${kind}-${today}.png`,
    title,
    altText,
    bytes,
    comment: cutMarkup(`${lead}${words}`, LIMITS.text),
  };
}

/** Said instead of a picture that Slack does not take. */
export function noPictureMessage(reason: string): Message {
  return wordedFor('direct', {
    text: `I couldn’t send you the picture. ${reason} The words are all there: \`/partnership timeline\`.`,
  });
}
