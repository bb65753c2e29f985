import type { Partnership } from '../partnerships/partnership.ts';

const CHANNEL = /^[CG][A-Z0-9]{5,}$/;

/** The channel that a button's value, or what a form was opened about, carries among its words. */
export function carriedChannel(value: string): string | undefined {
  return value.split(/\s/, 8).find((word) => CHANNEL.test(word));
}

/** The first of these that is a channel of the partnership, or else one of it; empty where it has none. */
export function channelOf(
  { channelIds }: Partnership,
  ...wanted: readonly (string | undefined)[]
): string {
  return wanted.find((id) => id !== undefined && channelIds.includes(id)) ?? channelIds[0] ?? '';
}
