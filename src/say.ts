import { type ChannelChange, followChannel, type House } from './channels/follow-channel.ts';
import { listLost } from './channels/list-lost.ts';
import { returnToChannels } from './channels/return-to-channels.ts';
import type { PrismaClient } from './database/client.ts';
import type { Logger } from './log.ts';
import type { Clients } from './slack/clients.ts';
import type { Identity } from './slack/identity.ts';
import { createLook, type Look } from './slack/look.ts';
import { createLostChannels, type LostChannels } from './slack/lost-channels.ts';
import { createPacer, type Pace } from './slack/pace.ts';
import { createPoster, type Poster, type PosterParts } from './slack/post.ts';
import { createTokenWatch, type TokenWatch } from './slack/token-watch.ts';

export type SayParts = {
  readonly db: PrismaClient;
  /** The queue is opened after what it sends with. */
  readonly house: () => House;
  readonly clients: Clients;
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
  readonly look: Look;
  readonly follow: (change: ChannelChange) => Promise<void>;
  readonly lost: LostChannels;
};

/** How the bot speaks, and what follows where Slack does not let it. */
export function createSay({ db, house, clients, identity, pace, log }: SayParts): Say {
  const look = createLook(clients.waiting);
  const follow = async (change: ChannelChange): Promise<void> => {
    await followChannel(house(), change);
    await lost.refresh();
  };
  const lost = createLostChannels(
    {
      list: () => listLost(db),
      review: async (channelId) => {
        const sight = await look(channelId);
        if (sight === 'here') await follow({ kind: 'seen', channelId, sight });
      },
    },
    log,
  );
  const token = createTokenWatch(
    {
      ask: identity.isAccepted,
      async lost() {
        const { teamId } = identity.known() ?? {};
        if (teamId) await follow({ kind: 'uninstalled', teamId });
      },
      async back() {
        const { teamId } = identity.known() ?? {};
        if (teamId) await returnToChannels(house(), { teamId, look });
        await lost.refresh();
      },
    },
    log,
  );
  const parts: PosterParts = {
    client: clients.delivering,
    now: () => house().now,
    look,
    seen: (channelId, sight) => follow({ kind: 'seen', channelId, sight }),
    limited: (channelId) => follow({ kind: 'limited', channelId }),
    token,
  };
  return {
    poster: createPoster({ ...parts, pacer: createPacer(db, pace) }),
    atOnce: createPoster(parts),
    token,
    look,
    follow,
    lost,
  };
}
