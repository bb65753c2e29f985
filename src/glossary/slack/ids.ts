import { idIn, NEW, numberIn } from '../../slack/value-in.ts';

/** Action and callback ids: `<capability>.<verb>`. */
export const GLOSSARY = {
  add: 'glossary.add',
  bringBack: 'glossary.bring-back',
  confused: 'glossary.confused',
  define: 'glossary.define',
  endorse: 'glossary.endorse',
  history: 'glossary.history',
  list: 'glossary.list',
  listNext: 'glossary.list-next',
  lookUp: 'glossary.look-up',
  object: 'glossary.object',
  onlyWording: 'glossary.dispute-wording',
  same: 'glossary.same',
  share: 'glossary.share',
  usage: 'glossary.usage',
  withdraw: 'glossary.withdraw',
} as const;

/** What a button or form is about. Whoever presses it, authority comes from who Slack says they are. */
export type About = {
  /** `NEW` where it is not there yet. */
  readonly termId: string;
  /** The version the person looked at; 0 when none was open. To bring words back, the line of the history. */
  readonly version: number;
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
};

export function encodeAbout({ termId, version, channelId }: About): string {
  return `${termId} ${version} ${channelId}`;
}

export function decodeAbout(value: string, { mayBeNew = false } = {}): About {
  const [termId = '', version = '', channelId = ''] = value.split(' ');
  return {
    termId: mayBeNew && termId === NEW ? NEW : idIn(termId),
    version: numberIn(version, 0),
    channelId,
  };
}

/** What a button carries that looks a term up; several in one message differ by their index. */
export function lookUpButton(text: string, channelId: string, index: number) {
  return { id: `${GLOSSARY.lookUp}.${index}`, value: `${channelId} ${text}` };
}

/** What a button carries that opens the form for a term which is not there yet. */
export function defineButton(text: string, channelId: string) {
  return { id: GLOSSARY.define, value: `${NEW} 0 ${channelId} ${text}` };
}

/** What a button carries that opens the form for a change of a term. */
export function changeButton(termId: string, channelId: string) {
  return { id: GLOSSARY.define, value: encodeAbout({ termId, version: 0, channelId }) };
}
