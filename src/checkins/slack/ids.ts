import type { Button } from '@slack/types';
import { button } from '../../slack/blocks.ts';
import { encodeAbout } from '../../slack/verbs/about.ts';

/** Of the buttons that a message of a group holds; those of the verbs are `checkins.join` and so on. */
export const CHECKINS = {
  weMet: 'checkins.we-met',
  notThisTime: 'checkins.not-this-time',
} as const;

export const PICK: RegExp = /^checkins\.pick\.\d$/;

type InGroup = { readonly channelId: string; readonly groupId: string };

export function pickButton(
  { channelId, groupId }: InGroup,
  at: number,
  text: string,
  label: string,
): Button {
  return button({
    id: `checkins.pick.${at}`,
    text,
    label,
    value: encodeAbout({ channelId, id: groupId, values: { at: String(at) } }),
  });
}

export function metButtons({ channelId, groupId }: InGroup): readonly Button[] {
  const value = encodeAbout({ channelId, id: groupId });
  return [
    button({ id: CHECKINS.weMet, text: 'We met', value }),
    button({ id: CHECKINS.notThisTime, text: 'Not this time', value }),
  ];
}

/** The button of a verb that is told nothing, where no noun is at hand. */
export function verbButton(
  word: 'join' | 'resume' | 'pause' | 'leave' | 'invite' | 'now',
  text: string,
  channelId: string,
  style?: 'primary',
): Button {
  return button({
    id: `checkins.${word}`,
    text,
    value: encodeAbout({ channelId }),
    ...(style && { style }),
  });
}
