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
  plan: 'milestones.plan',
  propose: 'milestones.propose',
  proposeOther: 'milestones.propose-other',
  reopen: 'milestones.reopen',
  share: 'milestones.share',
  shortcut: 'milestones.make',
  show: 'milestones.show',
  split: 'milestones.split',
  stepOut: 'milestones.step-out',
  still: 'milestones.still',
  timeline: 'milestones.timeline',
  trend: 'milestones.trend',
} as const;

/** What a button or form is about. Whoever presses it, authority comes from who Slack says they are. */
export type About = {
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

export function decodeAbout(value: string): About {
  const [milestoneId = '', version = '', on = '', channelId = ''] = value.split(' ');
  return {
    milestoneId,
    version: Number(version) || 0,
    channelId,
    on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined,
  };
}

/** What was asked for with a date in words, kept until the reading is confirmed. */
export type Pending = {
  readonly verb: 'add' | 'dates' | 'done' | 'move' | 'propose';
  readonly channelId: string;
  readonly on: string;
  /** The title, or for a new date its reason too. */
  readonly words: string;
};

export function encodePending({ verb, channelId, on, words }: Pending): string {
  return [verb, channelId, on, words].join(' ');
}

export function decodePending(value: string): Pending {
  const [verb = '', channelId = '', on = '', ...words] = value.split(' ');
  return { verb: verb as Pending['verb'], channelId, on, words: words.join(' ') };
}
