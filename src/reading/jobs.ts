import type { JobHandler } from '../schedule/queue.ts';
import type { Poster } from '../slack/post.ts';
import { announcement } from './slack/views.ts';

/** That the bot reads is said in the channel, rather twice than never. */
export function readingJobs(poster: Poster): Readonly<Record<string, JobHandler>> {
  return {
    'reading.announce': async ({ channelId = '', what }) => {
      await poster.post(channelId, announcement(what === 'on' ? 'on' : 'off', channelId));
    },
  };
}
