import type { Args } from './api-refusal.ts';
import { neededArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, installTeam, secondsNow } from './simulation.ts';
import type { Bookmark, Channel, Json } from './state.ts';

const BOOKMARKS_LIMIT = 100;

export function addBookmark(sim: Simulation, args: Args): Json {
  const channel = writableChannel(sim, args);
  const title = neededArg(args, 'title');
  if (neededArg(args, 'type') !== 'link') return refuse('invalid_bookmark_type');
  const link = checkedLink(neededArg(args, 'link'));
  const emoji = checkedEmoji(textArg(args, 'emoji') ?? '');
  if (channel.bookmarks.length >= BOOKMARKS_LIMIT) return refuse('too_many_bookmarks');
  const createdAt = secondsNow(sim);
  const bookmark = { id: sim.newId('Bk'), title, link, emoji, createdAt, updatedAt: 0 };
  channel.bookmarks.push(bookmark);
  sim.changed();
  return { bookmark: bookmarkShape(sim, channel, bookmark) };
}

export function editBookmark(sim: Simulation, args: Args): Json {
  const channel = writableChannel(sim, args);
  const bookmark = knownBookmark(channel, args);
  const [link, emoji] = [textArg(args, 'link'), textArg(args, 'emoji')];
  if (link) checkedLink(link);
  if (emoji) checkedEmoji(emoji);
  bookmark.title = textArg(args, 'title') ?? bookmark.title;
  bookmark.link = link ?? bookmark.link;
  bookmark.emoji = emoji ?? bookmark.emoji;
  bookmark.updatedAt = secondsNow(sim);
  sim.changed();
  return { bookmark: bookmarkShape(sim, channel, bookmark) };
}

export function removeBookmark(sim: Simulation, args: Args): Json {
  const channel = writableChannel(sim, args);
  const bookmark = knownBookmark(channel, args);
  channel.bookmarks.splice(channel.bookmarks.indexOf(bookmark), 1);
  sim.changed();
  return {};
}

export function listBookmarks(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel_id'));
  return { bookmarks: channel.bookmarks.map((each) => bookmarkShape(sim, channel, each)) };
}

function writableChannel(sim: Simulation, args: Args): Channel {
  const channel = knownChannel(sim, neededArg(args, 'channel_id'));
  if (!hasBot(sim, channel) || channel.isArchived) return refuse('permission_denied');
  return channel;
}

function knownBookmark(channel: Channel, args: Args): Bookmark {
  const id = neededArg(args, 'bookmark_id');
  return channel.bookmarks.find((bookmark) => bookmark.id === id) ?? refuse('not_found');
}

function checkedLink(link: string): string {
  return /^https?:\/\//.test(link) && URL.canParse(link) ? link : refuse('invalid_link');
}

function checkedEmoji(emoji: string): string {
  return emoji === '' || /^:[a-z0-9_+'-]+:$/.test(emoji) ? emoji : refuse('invalid_emoji');
}

function bookmarkShape(sim: Simulation, channel: Channel, bookmark: Bookmark): Json {
  return {
    id: bookmark.id,
    channel_id: channel.id,
    title: bookmark.title,
    link: bookmark.link,
    emoji: bookmark.emoji,
    icon_url: null,
    type: 'link',
    entity_id: null,
    date_created: bookmark.createdAt,
    date_updated: bookmark.updatedAt,
    rank: 'i',
    last_updated_by_user_id: sim.world.app.botUserId,
    last_updated_by_team_id: installTeam(sim).id,
    shortcut_id: null,
    app_id: sim.world.app.id,
  };
}
