import type { Context } from '../../context.ts';
import type { Message } from '../../slack/answer.ts';
import type { PartTalk } from '../../slack/line.ts';
import { allowReading } from '../allow-reading.ts';
import { getReading } from '../get-reading.ts';
import { stopReading } from '../stop-reading.ts';
import { readingMessage } from './views.ts';

/** `reading`, `reading on`, `reading off`; in a direct message, about the partnership's channel. */
export const readingTalk: PartTalk = async (line) => {
  const word = line.words.toLowerCase();
  if (word !== '' && word !== 'on' && word !== 'off') return undefined;
  const ctx = await line.context();
  const here = line.asking.isDirect ? undefined : line.asking.channelId;
  const channelId = here ?? ctx.partnership.channelIds[0] ?? '';
  if (word === 'on') await allowReading(ctx, { channelId });
  if (word === 'off') await stopReading(ctx, { channelId });
  return readingNow(ctx, channelId);
};

export async function readingNow(ctx: Context, channelId: string): Promise<Message> {
  const reading = await getReading(ctx, { channelId });
  const { organizations } = ctx.partnership;
  return readingMessage(reading, { organizations, viewer: ctx.member?.organizationId });
}
