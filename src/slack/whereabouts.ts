import type { webApi } from '@slack/bolt';
import type { SlackPerson } from '../members/member.ts';
import { createDirectory } from './directory.ts';

/**
 * What Slack says of somebody who is about to be written to unasked, and until when they are not to be
 * disturbed, as far as it was said. Undefined where it does not say: that keeps nobody from being written to.
 */
export type Whereabouts = (
  slackUserId: string,
) => Promise<{ readonly person: SlackPerson | undefined; readonly quietUntil: Date | undefined }>;

export function createWhereabouts(client: webApi.WebClient, now: () => Date): Whereabouts {
  const directory = createDirectory(client);
  return async (slackUserId) => {
    const [person, quietUntil] = await Promise.all([
      directory.person(slackUserId).catch(() => undefined),
      doNotDisturbUntil(client, slackUserId, now()).catch(() => undefined),
    ]);
    return { person, quietUntil };
  };
}

/** Their regular hours; for how long somebody snoozes, Slack tells nobody else. */
async function doNotDisturbUntil(
  client: webApi.WebClient,
  slackUserId: string,
  now: Date,
): Promise<Date | undefined> {
  const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts } = await client.dnd.info({
    user: slackUserId,
  });
  const [from, until] = [next_dnd_start_ts, next_dnd_end_ts].map(
    (seconds = 0) => new Date(seconds * 1_000),
  );
  const isNow = dnd_enabled && from && until && from <= now && now < until;
  return isNow ? until : undefined;
}
