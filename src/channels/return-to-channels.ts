import { followChannel, type House } from './follow-channel.ts';
import type { Sight } from './loss.ts';
import { listChannelsWithoutInstallation } from './store.ts';

/** Slack takes the bot's token again: it is back in the channels that it was not removed from. */
export async function returnToChannels(
  house: House,
  input: {
    readonly teamId: string;
    readonly look: (slackChannelId: string) => Promise<Sight>;
  },
): Promise<void> {
  for (const channelId of await listChannelsWithoutInstallation(house.db, input.teamId)) {
    const sight = await input.look(channelId);
    await followChannel(house, { kind: 'seen', channelId, sight });
  }
}
