import { dayIn, gone, idIn, NEW, numberIn } from '../../slack/value-in.ts';

/** Action and callback ids: `<capability>.<verb>`. */
export const MILESTONES = {
  add: 'milestones.add',
  confidence: 'milestones.confidence',
  confirm: 'milestones.confirm',
  dates: 'milestones.dates',
  done: 'milestones.done',
  endorse: 'milestones.endorse',
  history: 'milestones.history',
  list: 'milestones.list',
  listNext: 'milestones.list-next',
  move: 'milestones.move',
  object: 'milestones.object',
  picture: 'milestones.picture',
  plan: 'milestones.plan',
  propose: 'milestones.propose',
  proposeOther: 'milestones.propose-other',
  reason: 'milestones.reason',
  reopen: 'milestones.reopen',
  share: 'milestones.share',
  sharePicture: 'milestones.share-picture',
  shortcut: 'milestones.make',
  show: 'milestones.show',
  split: 'milestones.split',
  stepOut: 'milestones.step-out',
  still: 'milestones.still',
  timeline: 'milestones.timeline',
  trend: 'milestones.trend',
  withdraw: 'milestones.withdraw',
} as const;

/** What a button or form is about. Whoever presses it, authority comes from who Slack says they are. */
export type About = {
  /** `NEW` where it is not there yet. */
  readonly milestoneId: string;
  /** The version the person looked at; 0 when none was open. */
  readonly version: number;
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
  /** An ISO date, where the button is about one. */
  readonly on?: string | undefined;
};

export function encodeAbout({ milestoneId, version, channelId, on }: About): string {
  return [milestoneId, version, on ?? '-', channelId].join(' ');
}

export function decodeAbout(value: string, { mayBeNew = false } = {}): About {
  const [milestoneId = '', version = '', on = '', channelId = ''] = value.split(' ');
  return {
    milestoneId: mayBeNew && milestoneId === NEW ? NEW : idIn(milestoneId),
    version: numberIn(version, 0),
    channelId,
    on: dayIn(on),
  };
}

const VERBS = ['add', 'dates', 'done', 'latest', 'move', 'propose'] as const;

type Verb = (typeof VERBS)[number];

/** What was asked for with a date in words, kept until the reading is confirmed. */
export type Pending = {
  readonly verb: Verb;
  readonly channelId: string;
  readonly on: string;
  /** The title; before it, line by line, the earliest and the latest day, after it the reason of a new date. */
  readonly words: string;
  /** It was written where others read it. */
  readonly isPublic: boolean;
};

export function encodePending({ verb, channelId, on, words, isPublic }: Pending): string {
  return [verb, channelId, on, isPublic ? 'public' : 'private', words].join(' ');
}

export function decodePending(value: string): Pending {
  const [said, channelId = '', day = '', where = '', ...words] = value.split(' ');
  const verb = VERBS.find((one) => one === said);
  const on = dayIn(day);
  if (!verb || !on) throw gone();
  return {
    verb,
    channelId,
    on,
    words: words.join(' '),
    isPublic: where === 'public',
  };
}
