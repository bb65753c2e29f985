import { followChannel, type House } from './follow-channel.ts';
import { listChannelsWithoutInstallation } from './store.ts';

/** Slack takes the bot's token again: it is back in the channels that it was not removed from. */
export async function returnToChannels(
  house: House,
  input: {
    readonly teamId: string;
    readonly isInChannel: (slackChannelId: string) => Promise<boolean>;
  },
): Promise<void> {
  for (const channelId of await listChannelsWithoutInstallation(house.db, input.teamId)) {
    if (await input.isInChannel(channelId)) await followChannel(house, { kind: 'back', channelId });
  }
}
