import type { WorldUser } from '../world.ts';
import { canvasMarkdown } from './api-canvases.ts';
import { standingPins } from './api-pins.ts';
import { homeOf } from './app-home.ts';
import { fileTypeOf } from './file-types.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, isExternal, messagesIn } from './simulation.ts';
import type { Bookmark, Channel, Json, Reaction, StoredMessage, StoredView } from './state.ts';

export type SeenFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly mimetype: string;
  /** What a picture shows, where whoever sent it said so. */
  readonly altText: string | null;
  /** Where this person gets the file, on the control API. */
  readonly url: string;
};

export type SeenCanvas = { readonly id: string; readonly title: string; readonly markdown: string };

export type SeenMessage = {
  readonly ts: string;
  readonly user: string;
  readonly userName: string;
  readonly isBot: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  readonly pings: readonly string[];
  readonly reactions: readonly Reaction[];
  readonly files: readonly SeenFile[];
  readonly replies: readonly SeenMessage[];
};

export type SeenChannel = {
  readonly id: string;
  readonly name: string;
  readonly isExternal: boolean;
  readonly isArchived: boolean;
  readonly hasBot: boolean;
  readonly canvas: SeenCanvas | null;
  readonly bookmarks: readonly Pick<Bookmark, 'id' | 'title' | 'link' | 'emoji'>[];
  /** The times of the pinned messages, the newest pin first. */
  readonly pins: readonly string[];
  readonly messages: readonly SeenMessage[];
};

/** Named by its people, without the one who looks. */
export type SeenGroup = SeenChannel & { readonly memberIds: readonly string[] };

export type Seen = {
  readonly channels: readonly SeenChannel[];
  /** The conversations of several people that the bot began. */
  readonly groups: readonly SeenGroup[];
  readonly dmChannelId: string;
  /** The conversation with the bot. */
  readonly dm: readonly SeenMessage[];
  /** Null where the bot’s App Home is out of this person's reach or still empty. */
  readonly home: StoredView | null;
  /** The stack, top last. */
  readonly modals: readonly StoredView[];
  readonly notices: readonly string[];
};

/** Everything on one person's screen. */
export function seenBy(sim: Simulation, user: WorldUser): Seen {
  const joined = (wanted: Channel['kind']): Channel[] =>
    [...sim.state.channels.values()].filter(
      ({ kind, members }) => kind === wanted && members.has(user.id),
    );
  const direct = directChannel(sim, user);
  return {
    dmChannelId: direct.id,
    channels: joined('channel').map((channel) => seenChannel(sim, channel, user)),
    groups: joined('mpim').map((group) => seenGroup(sim, group, user)),
    dm: seenMessages(sim, direct, user),
    home: homeOf(sim, user) ?? null,
    modals: [...(sim.state.modals.get(user.id) ?? [])],
    notices: [...(sim.state.notices.get(user.id) ?? [])],
  };
}

function seenChannel(sim: Simulation, channel: Channel, user: WorldUser): SeenChannel {
  return {
    id: channel.id,
    name: channel.name,
    isExternal: isExternal(channel),
    isArchived: channel.isArchived,
    hasBot: channel.members.has(sim.world.app.botUserId),
    canvas: seenCanvas(channel),
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji }) => ({ id, title, link, emoji })),
    pins: standingPins(sim, channel).map(({ pin }) => pin.ts),
    messages: seenMessages(sim, channel, user),
  };
}

function seenGroup(sim: Simulation, group: Channel, user: WorldUser): SeenGroup {
  const memberIds = [...group.members];
  const { botUserId } = sim.world.app;
  const others = memberIds.filter((id) => id !== user.id && id !== botUserId);
  const name = others.map((id) => nameOf(sim, id)).join(', ');
  return { ...seenChannel(sim, group, user), name, memberIds };
}

function seenCanvas({ canvas }: Channel): SeenCanvas | null {
  return canvas ? { id: canvas.id, title: canvas.title, markdown: canvasMarkdown(canvas) } : null;
}

function seenFiles(sim: Simulation, message: StoredMessage, user: WorldUser): SeenFile[] {
  const files = message.fileIds.flatMap((id) => sim.state.files.get(id) ?? []);
  return files
    .filter(({ stage }) => stage === 'complete')
    .map(({ id, name, title, size, altText }) => ({
      id,
      name,
      title,
      size,
      altText: altText ?? null,
      mimetype: fileTypeOf(name).mimetype,
      url: `/control/file?as=${user.id}&id=${id}`,
    }));
}

function seenMessages(sim: Simulation, channel: Channel, user: WorldUser): SeenMessage[] {
  const visible = messagesIn(sim, channel.id).filter(
    (message) => (message.viewerId ?? user.id) === user.id && !isEmptied(sim, message),
  );
  const seen = (message: StoredMessage): SeenMessage => ({
    ts: message.ts,
    user: message.user,
    userName: nameOf(sim, message.user),
    isBot: message.botId !== undefined,
    text: message.text,
    blocks: message.blocks ?? [],
    isEphemeral: message.viewerId !== undefined,
    isEdited: message.edited !== undefined,
    pings: message.pings,
    reactions: message.reactions,
    files: seenFiles(sim, message, user),
    replies: visible.filter(({ threadTs }) => threadTs === message.ts).map(seen),
  });
  return visible.filter(({ threadTs }) => !threadTs).map(seen);
}

/** Its files were all there was, and they are deleted. */
function isEmptied(sim: Simulation, { text, blocks, fileIds }: StoredMessage): boolean {
  if (fileIds.length === 0 || text !== '' || blocks) return false;
  return fileIds.every((id) => sim.state.files.get(id)?.stage === 'deleted');
}

function nameOf(sim: Simulation, userId: string): string {
  if (userId === sim.world.app.botUserId) return sim.world.app.name;
  return sim.world.users.find(({ id }) => id === userId)?.name ?? userId;
}
