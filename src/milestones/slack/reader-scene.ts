import type { Context } from '../../context.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { localDate } from '../../time/calendar.ts';
import type { Scene } from './words.ts';

/** For the member of the context, by their own day; nobody in particular where there is none. */
export function readerScene(
  { partnership, member, clock }: Context,
  channelId = partnership.channelIds[0] ?? '',
): Scene {
  const { organizations } = partnership;
  const viewer = member?.organizationId;
  const zone = member?.timeZone ?? organizationById(partnership, viewer ?? '')?.timeZone ?? 'UTC';
  const today = localDate(clock.now(), zone);
  return { organizations, channelId, viewer, userId: member?.slackUserId, today };
}
