import { idIn } from '../../slack/value-in.ts';

/** Action ids: `<capability>.<verb>`. */
export const SPOTTING = { mute: 'spotting.mute' } as const;

/** Which word, and a channel of the partnership to find it again from a direct message. */
export function encodeWord(termId: string, channelId: string): string {
  return `${termId} ${channelId}`;
}

export function decodeWord(value: string): { readonly termId: string; readonly channelId: string } {
  const [termId = '', channelId = ''] = value.split(' ');
  return { termId: idIn(termId), channelId };
}
