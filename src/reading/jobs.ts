import type { HandlersOf } from '../schedule/queue.ts';
import type { Poster } from '../slack/post.ts';
import { announcement } from './slack/views.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'reading.announce': true;
  }
}

/** That the bot reads is said in the channel, rather twice than never. */
export function readingJobs(poster: Poster): HandlersOf<'reading.announce'> {
  return {
    'reading.announce': async ({ channelId = '', what }) => {
      await poster.post(channelId, announcement(what === 'on' ? 'on' : 'off', channelId));
    },
  };
}
