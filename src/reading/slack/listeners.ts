import type { Doors } from '../../slack/doors.ts';
import { allowReading } from '../allow-reading.ts';
import { stopReading } from '../stop-reading.ts';
import { READING } from './ids.ts';
import { readingNow } from './talk.ts';

export function registerReading(doors: Doors): void {
  doors.click(READING.allow, async ({ context, value: channelId }) => {
    const ctx = await context({ channelId });
    await allowReading(ctx, { channelId });
    return { message: await readingNow(ctx, channelId) };
  });

  doors.click(READING.stop, async ({ context, value: channelId }) => {
    const ctx = await context({ channelId });
    await stopReading(ctx, { channelId });
    return { message: { text: 'It is off. I read nothing here any more.' } };
  });
}
