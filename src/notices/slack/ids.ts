import { idIn } from '../../slack/value-in.ts';

/** Action ids; several in one message differ by their index. */
export const NOTICES = {
  choose: 'notices.choose',
  resume: 'notices.resume',
  stop: 'notices.stop',
} as const;

/** A kind of notice in a message, with what else is in that message. */
export type AboutNotices = {
  readonly kind: string;
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
  readonly noticeIds: readonly string[];
};

export function encodeAbout({ kind, channelId, noticeIds }: AboutNotices): string {
  return [kind, channelId, ...noticeIds].join(' ');
}

export function decodeAbout(value: string): AboutNotices {
  const [kind = '', channelId = '', ...noticeIds] = value.split(' ');
  return { kind, channelId, noticeIds: noticeIds.map(idIn) };
}
