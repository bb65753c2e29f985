import type { Context } from '../context.ts';
import { type Organization, organizationById } from '../partnerships/partnership.ts';
import { localDate } from '../time/calendar.ts';
import type { Asking } from './asking.ts';
import { channelOf } from './carried.ts';

/** Who reads something, and where: all that a view knows beside its value. */
export type Scene = {
  /** Those that have left too: their words stay, with their name. */
  readonly organizations: readonly Organization[];
  /** A channel of the partnership: where it was asked, or else its first. */
  readonly channelId: string;
  /** The organization of the reader; undefined for everybody, and for who is of none that is known. */
  readonly viewer: string | undefined;
  /** The reader, as Slack calls them. */
  readonly userId: string | undefined;
  readonly timeZone: string | undefined;
  /** The reader's own day. */
  readonly today: string;
};

export function sceneOf(ctx: Context, asking?: Pick<Asking, 'channelId' | 'isDirect'>): Scene {
  const { partnership, member, clock } = ctx;
  const own = organizationById(partnership, member?.organizationId ?? '');
  const timeZone = member?.timeZone ?? own?.timeZone;
  return {
    organizations: partnership.organizations,
    channelId: channelOf(partnership, asking?.isDirect ? undefined : asking?.channelId),
    viewer: own?.id,
    userId: member?.slackUserId,
    timeZone,
    today: localDate(clock.now(), timeZone ?? 'UTC'),
  };
}

/** Of somebody who pressed or sent something: what it is about says of which channel. */
export function sceneOfClick(given: {
  readonly ctx: Context;
  readonly asking: Asking;
  readonly channelId: string;
}): Scene {
  const { ctx, asking, channelId } = given;
  return { ...sceneOf(ctx, asking), channelId };
}
