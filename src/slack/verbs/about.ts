import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import type { Values } from './verb.ts';

/** What a button or a form of a verb is about. It says where to look, never who may. */
export type About = {
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
  /** Of the row; undefined where there is none. */
  readonly id?: string | undefined;
  /** What was said already, by field. */
  readonly values?: Values | undefined;
  /** They were read, and are said yes to by pressing. */
  readonly isSure?: boolean | undefined;
};

const CARRIED = z.object({
  id: z.string().optional(),
  values: z.record(z.string(), z.string()).optional(),
  isSure: z.boolean().optional(),
});

/** The channel stands first, where every door looks for it. */
export function encodeAbout({ channelId, ...carried }: About): string {
  return `${channelId} ${JSON.stringify(carried)}`;
}

/** What was changed on its way, or is of an older version, is about nothing. */
export function decodeAbout(value: string): About {
  const [channelId = ''] = value.split(' ', 1);
  try {
    const carried = CARRIED.parse(JSON.parse(value.slice(channelId.length)));
    return { channelId, ...carried };
  } catch {
    return { channelId };
  }
}

/** Whether a button can hold it; Slack refuses the whole message otherwise. */
export function isCarried(about: About): boolean {
  return encodeAbout(about).length <= LIMITS.buttonValue;
}
