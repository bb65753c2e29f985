import { followChannel, type House } from './channels/follow-channel.ts';
import { returnToChannels } from './channels/return-to-channels.ts';
import type { PrismaClient } from './database/client.ts';
import type { Logger } from './log.ts';
import type { Clients } from './slack/clients.ts';
import type { Identity } from './slack/identity.ts';
import { createPacer, type Pace } from './slack/pace.ts';
import { createPoster, type Poster, type PosterParts } from './slack/post.ts';
import type { Presence } from './slack/presence.ts';
import { createTokenWatch, type TokenWatch } from './slack/token-watch.ts';

export type SayParts = {
  readonly db: PrismaClient;
  /** The queue is opened after what it sends with. */
  readonly house: () => House;
  readonly clients: Clients;
  readonly presence: Presence;
  readonly identity: Identity;
  readonly pace: Pace;
  readonly log: Logger;
};

export type Say = {
  /** For what nobody waits for: it takes its turn. */
  readonly poster: Poster;
  /** A person waits for what they had posted: it takes none. */
  readonly atOnce: Poster;
  readonly token: TokenWatch;
};

/** How the bot speaks, and what follows where Slack does not let it. */
export function createSay({ db, house, clients, presence, identity, pace, log }: SayParts): Say {
  const token = createTokenWatch(
    {
      async lost() {
        const { teamId } = identity.known() ?? {};
        if (teamId) await followChannel(house(), { kind: 'uninstalled', teamId });
      },
      async back() {
        const { teamId, botUserId } = identity.known() ?? {};
        if (!teamId || !botUserId) return;
        const isInChannel = (channelId: string) =>
          presence.isInNow(channelId, botUserId).catch(() => false);
        await returnToChannels(house(), { teamId, isInChannel });
      },
    },
    log,
  );
  const parts: PosterParts = {
    client: clients.delivering,
    now: () => house().now,
    gone: (channelId, why) => followChannel(house(), { kind: 'gone', channelId, why }),
    token: token.saw,
  };
  return {
    poster: createPoster({ ...parts, pacer: createPacer(db, pace) }),
    atOnce: createPoster(parts),
    token,
  };
}
