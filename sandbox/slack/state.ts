import type { World } from '../world.ts';

/** Block Kit as it travels: only what a rule looks at is ever narrowed. */
export type Json = Record<string, unknown>;

export type Reaction = { readonly name: string; users: string[] };

export type StoredMessage = {
  readonly ts: string;
  readonly channelId: string;
  readonly user: string;
  readonly team: string;
  readonly botId?: string;
  text: string;
  blocks: Json[] | undefined;
  attachments: Json[] | undefined;
  readonly threadTs?: string;
  metadata?: Json;
  edited?: { readonly user: string; readonly ts: string };
  /** Set on an ephemeral message: the only person who sees it. */
  readonly viewerId?: string;
  readonly reactions: Reaction[];
  readonly fileIds: readonly string[];
  /** Who this text notifies: 'channel', 'here', 'everyone', user ids, user group ids. */
  pings: string[];
  readonly clientMsgId?: string;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly size: number;
  readonly userId: string;
  readonly createdAt: number;
  readonly altText?: string;
  readonly isSnippet: boolean;
  bytes: Buffer;
  /** From the ticket for an upload, through its bytes, to a file that can be shared. */
  stage: 'expected' | 'received' | 'complete' | 'deleted';
  /** A person gave it to the bot in a modal. */
  isHandedOver: boolean;
};

export type CanvasSection = { readonly id: string; text: string };

export type StoredCanvas = {
  readonly id: string;
  readonly channel: Channel;
  readonly userId: string;
  readonly createdAt: number;
  title: string;
  sections: CanvasSection[];
  isDeleted: boolean;
};

export type Bookmark = {
  readonly id: string;
  title: string;
  link: string;
  emoji: string;
  readonly createdAt: number;
  updatedAt: number;
};

export type Pin = { readonly ts: string; readonly createdAt: number; readonly userId: string };

export type Channel = {
  id: string;
  name: string;
  readonly kind: 'channel' | 'im' | 'mpim';
  readonly isPrivate: boolean;
  isArchived: boolean;
  teamIds: string[];
  readonly hostTeamId: string;
  pendingTeamIds: string[];
  readonly members: Set<string>;
  readonly createdAt: number;
  readonly previousNames: string[];
  canvas?: StoredCanvas;
  readonly bookmarks: Bookmark[];
  readonly pins: Pin[];
};

/** block_id → action_id → what the person entered there. */
export type Values = Record<string, Record<string, Json>>;

export type StoredView = {
  readonly id: string;
  readonly userId: string;
  readonly type: 'modal' | 'home';
  readonly rootViewId: string;
  readonly previousViewId: string | undefined;
  hash: string;
  content: Json;
  blocks: Json[];
  values: Values;
};

/** What has changed about a person since the world began. */
export type PersonState = {
  readonly timeZone?: string;
  readonly isDeactivated?: boolean;
  readonly doNotDisturb?: { readonly from: Date; readonly until: Date };
};

export type SlackState = {
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, StoredMessage[]>;
  readonly people: Map<string, PersonState>;
  readonly homes: Map<string, StoredView>;
  /** Per person, the open modals from bottom to top. */
  readonly modals: Map<string, StoredView[]>;
  /** What Slack itself told a person: refused commands, failed clicks. */
  readonly notices: Map<string, string[]>;
  /** What a person selected inside a message, by `channel:ts:user`. */
  readonly selections: Map<string, Values>;
  readonly files: Map<string, StoredFile>;
  /** Deleted ones stay, as Slack tells them from unknown ones. */
  readonly canvases: Map<string, StoredCanvas>;
  /** Optional scopes that an administrator left out. */
  readonly withheldScopes: Set<string>;
  install: 'active' | 'revoked' | 'uninstalled';
};

export function createState(world: World, createdAt: number): SlackState {
  const channels = world.channels.map((channel): [string, Channel] => [
    channel.id,
    {
      id: channel.id,
      name: channel.name,
      kind: 'channel',
      isPrivate: channel.isPrivate ?? false,
      isArchived: channel.isArchived ?? false,
      teamIds: [...channel.teamIds],
      hostTeamId: channel.teamIds[0] ?? world.app.installedOn,
      pendingTeamIds: [...(channel.pendingTeamIds ?? [])],
      members: new Set([...channel.memberIds, ...(channel.hasBot ? [world.app.botUserId] : [])]),
      createdAt,
      previousNames: [],
      bookmarks: [],
      pins: [],
    },
  ]);
  return {
    channels: new Map(channels),
    messages: new Map(),
    people: new Map(),
    homes: new Map(),
    modals: new Map(),
    notices: new Map(),
    selections: new Map(),
    files: new Map(),
    canvases: new Map(),
    withheldScopes: new Set(),
    install: 'active',
  };
}
