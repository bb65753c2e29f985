import { fileShape, fileStub } from './file-shape.ts';
import { richTextOf } from './rich-text.ts';
import type { Simulation } from './simulation.ts';
import { messagesIn } from './simulation.ts';
import type { Json, StoredMessage } from './state.ts';

type Show = { readonly metadata?: boolean; readonly files?: 'whole' | 'named' };

/** A message as the Web API and the payloads show it. */
export function messageShape(sim: Simulation, message: StoredMessage, show: Show = {}): Json {
  const isTyped = message.clientMsgId !== undefined && message.text !== '';
  const blocks = isTyped ? richTextOf(message.ts, message.text) : message.blocks;
  return {
    ...(message.clientMsgId && { client_msg_id: message.clientMsgId }),
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.botId && {
      bot_id: message.botId,
      app_id: sim.world.app.id,
      bot_profile: botProfile(sim),
    }),
    text: message.text,
    team: message.team,
    ...(blocks && { blocks }),
    ...filesShape(sim, message, show),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.edited && { edited: message.edited }),
    ...threadShape(sim, message),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((it) => ({ ...it, count: it.users.length })),
    }),
    ...(isPinned(sim, message) && { pinned_to: [message.channelId] }),
    ...(show.metadata && message.metadata && { metadata: message.metadata }),
  };
}

function filesShape(sim: Simulation, message: StoredMessage, show: Show): Json {
  if (message.fileIds.length === 0) return {};
  const files = message.fileIds.flatMap((id) => sim.state.files.get(id) ?? []);
  return {
    files: files.map((file) => (show.files === 'named' ? fileStub(file) : fileShape(sim, file))),
    upload: false,
    display_as_bot: false,
  };
}

function isPinned(sim: Simulation, { channelId, ts }: StoredMessage): boolean {
  return sim.state.channels.get(channelId)?.pins.some((pin) => pin.ts === ts) ?? false;
}

function threadShape(sim: Simulation, message: StoredMessage): Json {
  if (message.threadTs) {
    const parent = messagesIn(sim, message.channelId).find(({ ts }) => ts === message.threadTs);
    return { thread_ts: message.threadTs, ...(parent && { parent_user_id: parent.user }) };
  }
  const replies = repliesTo(sim, message);
  if (replies.length === 0) return {};
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map(({ user }) => user))],
    latest_reply: replies.at(-1)?.ts,
  };
}

function repliesTo(sim: Simulation, parent: StoredMessage): StoredMessage[] {
  return messagesIn(sim, parent.channelId).filter(
    ({ threadTs, viewerId }) => threadTs === parent.ts && !viewerId,
  );
}

function botProfile(sim: Simulation): Json {
  const { app } = sim.world;
  return {
    id: app.botId,
    app_id: app.id,
    name: app.name,
    deleted: false,
    team_id: app.installedOn,
  };
}
