import * as bookmarks from './api-bookmarks.ts';
import * as canvases from './api-canvases.ts';
import * as chat from './api-chat.ts';
import * as conversations from './api-conversations.ts';
import * as files from './api-files.ts';
import * as opening from './api-open.ts';
import * as people from './api-people.ts';
import * as pins from './api-pins.ts';
import type { Args } from './api-refusal.ts';
import { textArg } from './api-refusal.ts';
import * as views from './api-views.ts';
import type { Simulation } from './simulation.ts';
import type { Channel, Json } from './state.ts';

export type Method = {
  readonly run: (sim: Simulation, args: Args) => Json;
  /** The scopes of which this call needs one; empty when it needs none. */
  readonly scopes: (sim: Simulation, args: Args) => readonly string[];
  /** Calls per minute; messages are counted per channel instead. */
  readonly perMinute: number | 'per-channel';
  /** Takes no JSON body, only a form. */
  readonly isFormOnly?: true;
};

const [TIER_2, TIER_3, TIER_4] = [20, 50, 100];
const [none, oneOf] = [() => [], (scope: string) => () => [scope]];

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': { run: people.authTest, scopes: none, perMinute: 600 },
  'bookmarks.add': {
    run: bookmarks.addBookmark,
    scopes: oneOf('bookmarks:write'),
    perMinute: TIER_2,
  },
  'bookmarks.edit': {
    run: bookmarks.editBookmark,
    scopes: oneOf('bookmarks:write'),
    perMinute: TIER_2,
  },
  'bookmarks.list': {
    run: bookmarks.listBookmarks,
    scopes: oneOf('bookmarks:read'),
    perMinute: TIER_3,
  },
  'bookmarks.remove': {
    run: bookmarks.removeBookmark,
    scopes: oneOf('bookmarks:write'),
    perMinute: TIER_2,
  },
  'bots.info': { run: people.botsInfo, scopes: oneOf('users:read'), perMinute: TIER_3 },
  'canvases.delete': {
    run: canvases.deleteCanvas,
    scopes: oneOf('canvases:write'),
    perMinute: TIER_3,
  },
  'canvases.edit': { run: canvases.editCanvas, scopes: oneOf('canvases:write'), perMinute: TIER_3 },
  'canvases.sections.lookup': {
    run: canvases.lookUpSections,
    scopes: oneOf('canvases:read'),
    perMinute: TIER_3,
  },
  'chat.delete': { run: chat.deleteMessage, scopes: oneOf('chat:write'), perMinute: TIER_3 },
  'chat.getPermalink': { run: chat.getPermalink, scopes: none, perMinute: 600 },
  'chat.postEphemeral': { run: chat.postEphemeral, scopes: oneOf('chat:write'), perMinute: TIER_4 },
  'chat.postMessage': {
    run: chat.postMessage,
    scopes: oneOf('chat:write'),
    perMinute: 'per-channel',
  },
  'chat.update': { run: chat.updateMessage, scopes: oneOf('chat:write'), perMinute: TIER_3 },
  'conversations.canvases.create': {
    run: canvases.createChannelCanvas,
    scopes: oneOf('canvases:write'),
    perMinute: TIER_2,
  },
  'conversations.history': {
    run: conversations.conversationsHistory,
    scopes: byKind('history'),
    perMinute: TIER_3,
  },
  'conversations.info': {
    run: conversations.conversationsInfo,
    scopes: byKind('read'),
    perMinute: TIER_3,
  },
  'conversations.members': {
    run: conversations.conversationsMembers,
    scopes: byKind('read'),
    perMinute: TIER_4,
  },
  'conversations.open': {
    run: opening.conversationsOpen,
    scopes: opening.openingScopes,
    perMinute: TIER_3,
  },
  'conversations.replies': {
    run: conversations.conversationsReplies,
    scopes: byKind('history'),
    perMinute: TIER_3,
  },
  'dnd.info': { run: people.dndInfo, scopes: oneOf('dnd:read'), perMinute: TIER_3 },
  'files.completeUploadExternal': {
    run: files.completeUpload,
    scopes: oneOf('files:write'),
    perMinute: TIER_4,
  },
  'files.delete': { run: files.filesDelete, scopes: oneOf('files:write'), perMinute: TIER_3 },
  'files.getUploadURLExternal': {
    run: files.getUploadUrl,
    scopes: oneOf('files:write'),
    perMinute: TIER_4,
    isFormOnly: true,
  },
  'files.info': { run: files.filesInfo, scopes: oneOf('files:read'), perMinute: TIER_4 },
  'pins.add': { run: pins.addPin, scopes: oneOf('pins:write'), perMinute: TIER_2 },
  'pins.list': { run: pins.listPins, scopes: oneOf('pins:read'), perMinute: TIER_2 },
  'pins.remove': { run: pins.removePin, scopes: oneOf('pins:write'), perMinute: TIER_2 },
  'reactions.add': {
    run: people.reactionsAdd,
    scopes: oneOf('reactions:write'),
    perMinute: TIER_3,
  },
  'team.info': { run: people.teamInfo, scopes: oneOf('team:read'), perMinute: TIER_3 },
  'users.conversations': {
    run: people.usersConversations,
    scopes: listedKinds,
    perMinute: TIER_2,
  },
  'users.info': { run: people.usersInfo, scopes: oneOf('users:read'), perMinute: TIER_4 },
  'views.open': { run: views.viewsOpen, scopes: none, perMinute: TIER_4 },
  'views.publish': { run: views.viewsPublish, scopes: none, perMinute: TIER_4 },
  'views.push': { run: views.viewsPush, scopes: none, perMinute: TIER_4 },
  'views.update': { run: views.viewsUpdate, scopes: none, perMinute: TIER_4 },
};

/** Which scope reads a conversation depends on its kind; any will do while it is unknown. */
function byKind(verb: 'read' | 'history'): Method['scopes'] {
  return (sim, args) => {
    const channel = sim.state.channels.get(textArg(args, 'channel') ?? '');
    const kinds = channel ? [scopeKind(channel)] : ['channels', 'groups', 'im', 'mpim'];
    return kinds.map((kind) => `${kind}:${verb}`);
  };
}

function scopeKind(channel: Channel): string {
  if (channel.kind !== 'channel') return channel.kind;
  return channel.isPrivate ? 'groups' : 'channels';
}

const kindScopes: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/** Each listed kind needs its own scope, so the first that is missing is the one to name. */
function listedKinds(sim: Simulation, args: Args): readonly string[] {
  const kinds = (textArg(args, 'types') ?? 'public_channel').split(',');
  const needed = kinds.map((kind) => kindScopes[kind.trim()] ?? 'channels:read');
  return [needed.find((scope) => !sim.scopes.includes(scope)) ?? 'channels:read'];
}
