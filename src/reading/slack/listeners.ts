import { actingMember } from '../../context.ts';
import type { Doors } from '../../slack/doors.ts';
import type { Poster } from '../../slack/post.ts';
import { allowReading } from '../allow-reading.ts';
import { getReading } from '../get-reading.ts';
import { stopReading } from '../stop-reading.ts';
import { READING } from './ids.ts';
import { readingNow } from './talk.ts';
import { askingMessage } from './views.ts';

export function registerReading(doors: Doors, poster: Poster): void {
  doors.click(READING.ask, async ({ ctx, channelId }) => {
    actingMember(ctx);
    const reading = await getReading(ctx, { channelId });
    if (reading.isOn) return { message: await readingNow(ctx, channelId) };
    const { organizations } = ctx.partnership;
    const scene = { organizations, viewer: undefined };
    await poster.post(channelId, askingMessage(reading, scene));
    return { message: { text: 'Asked in the channel.' } };
  });

  doors.click(READING.allow, async ({ ctx, channelId }) => {
    await allowReading(ctx, { channelId });
    return { message: await readingNow(ctx, channelId) };
  });

  doors.click(READING.stop, async ({ ctx, channelId }) => {
    await stopReading(ctx, { channelId });
    return { message: { text: 'It is off. I read nothing here any more.' } };
  });
}
