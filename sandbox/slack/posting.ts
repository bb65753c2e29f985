import type { WorldUser } from '../world.ts';
import { announceFiles, announceMention, announceMessage } from './message-events.ts';
import { pingsOf } from './mrkdwn.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, messagesIn } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';

/** Slack cuts what is longer. */
export const TEXT_LIMIT = 40_000;

export type Draft = {
  readonly text: string;
  readonly blocks?: Json[] | undefined;
  readonly attachments?: Json[] | undefined;
  readonly threadTs?: string | undefined;
  readonly metadata?: Json | undefined;
  readonly viewerId?: string | undefined;
  readonly linksNames?: boolean;
  readonly fileIds?: readonly string[] | undefined;
};

/** Puts the bot's message into a conversation; the app hears of it where it listens. */
export function postAsBot(sim: Simulation, channel: Channel, draft: Draft): StoredMessage {
  const { app } = sim.world;
  const message = store(sim, channel, draft, {
    user: app.botUserId,
    team: app.installedOn,
    botId: app.botId,
  });
  if (!message.viewerId) void sim.courier.busyWhile(announceAll(sim, channel, message));
  return message;
}

/** A person's message, with all the events it causes. Resolves when they were answered. */
export async function postAsPerson(
  sim: Simulation,
  channel: Channel,
  user: WorldUser,
  draft: Draft,
): Promise<StoredMessage> {
  const message = store(sim, channel, draft, {
    user: user.id,
    team: user.teamId,
    clientMsgId: crypto.randomUUID(),
  });
  const isMention = message.text.includes(`<@${sim.world.app.botUserId}>`);
  await Promise.all([
    announceAll(sim, channel, message),
    isMention && channel.kind !== 'im' && hasBot(sim, channel)
      ? announceMention(sim, channel, user, message)
      : undefined,
  ]);
  return message;
}

async function announceAll(
  sim: Simulation,
  channel: Channel,
  message: StoredMessage,
): Promise<void> {
  await Promise.all([announceMessage(sim, channel, message), announceFiles(sim, channel, message)]);
}

function store(
  sim: Simulation,
  channel: Channel,
  draft: Draft,
  author: { user: string; team: string; botId?: string; clientMsgId?: string },
): StoredMessage {
  const text = draft.text.slice(0, TEXT_LIMIT);
  const message: StoredMessage = {
    ts: sim.newTs(),
    channelId: channel.id,
    ...author,
    text,
    blocks: draft.blocks,
    attachments: draft.attachments,
    ...(draft.threadTs && { threadTs: rootOf(sim, channel, draft.threadTs) }),
    ...(draft.metadata && { metadata: draft.metadata }),
    ...(draft.viewerId && { viewerId: draft.viewerId }),
    reactions: [],
    fileIds: draft.fileIds ?? [],
    pings: pingsOf(text, [draft.blocks, draft.attachments], draft.linksNames),
  };
  messagesIn(sim, channel.id).push(message);
  sim.changed();
  return message;
}

/** A reply to a reply belongs to the thread of its parent. */
function rootOf(sim: Simulation, channel: Channel, ts: string): string {
  return messagesIn(sim, channel.id).find((message) => message.ts === ts)?.threadTs ?? ts;
}
