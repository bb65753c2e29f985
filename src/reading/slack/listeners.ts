import type { Doors } from '../../slack/doors.ts';
import type { Poster } from '../../slack/post.ts';
import { allowReading } from '../allow-reading.ts';
import { askForReading } from '../ask-for-reading.ts';
import { stopReading } from '../stop-reading.ts';
import { READING } from './ids.ts';
import { readingNow } from './talk.ts';
import { askingMessage } from './views.ts';

export function registerReading(doors: Doors, poster: Poster): void {
  doors.click(READING.ask, async ({ ctx, channelId }) => {
    const { organizations } = ctx.partnership;
    const { isOn } = await askForReading(ctx, { channelId }, (reading) =>
      poster.saying(askingMessage(reading, { organizations, viewer: undefined })),
    );
    return {
      message: isOn ? await readingNow(ctx, channelId) : { text: 'Asked in the channel.' },
    };
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
