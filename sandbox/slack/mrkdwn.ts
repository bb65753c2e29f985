import type { WorldUser } from '../world.ts';
import type { Simulation } from './simulation.ts';
import type { Json } from './state.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
}

/**
 * What Slack makes of what a person typed: `@Name` and `#channel` become ids, links get angle
 * brackets, the rest is escaped. An id of somebody in this world may be typed as `<@U…>`.
 */
export function typedText(sim: Simulation, typed: string): string {
  const parts = typed.split(/(<@[UW][A-Z0-9]+>|https?:\/\/[^\s<>|]+)/);
  return parts.map((part, index) => (index % 2 ? token(sim, part) : linked(sim, part))).join('');
}

function token(sim: Simulation, part: string): string {
  if (!part.startsWith('<@')) return `<${part.replaceAll('&', '&amp;')}>`;
  return namesOf(sim).some(([, id]) => part === `<@${id}>`) ? part : escapeText(part);
}

function linked(sim: Simulation, part: string): string {
  let text = escapeText(part);
  for (const [name, id] of namesOf(sim)) text = replaceMention(text, name, `<@${id}>`);
  for (const { id, name, kind, isPrivate } of sim.state.channels.values()) {
    if (kind !== 'channel') continue;
    const label = isPrivate ? '' : name;
    text = text.replace(new RegExp(`#${escapeRegExp(name)}(?![\\w-])`, 'g'), `<#${id}|${label}>`);
  }
  return text.replace(/(^|\s)@(here|channel|everyone)\b/g, '$1<!$2>');
}

/** Longest first, so that a name never hides inside a longer one. */
function namesOf(sim: Simulation): [name: string, id: string][] {
  const { app, users } = sim.world;
  const handle = sim.manifest.features?.bot_user?.display_name;
  const people = users.flatMap((user: WorldUser): [string, string][] => [
    [user.name, user.id],
    [user.handle, user.id],
  ]);
  const bot: [string, string][] = [[app.name, app.botUserId]];
  if (handle) bot.push([handle, app.botUserId]);
  return [...bot, ...people].sort(([a], [b]) => b.length - a.length);
}

function replaceMention(text: string, name: string, mention: string): string {
  const pattern = new RegExp(`@${escapeRegExp(escapeText(name))}(?![\\w-])`, 'gi');
  return text.replace(pattern, mention);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Everybody a message notifies: by mrkdwn, by rich text, and by bare names where asked for. */
export function pingsOf(text: string, blocks: unknown, linksNames = false): string[] {
  const found = new Set<string>();
  collect(text, found);
  if (linksNames) for (const [, word] of text.matchAll(BARE)) found.add(word as string);
  collectFrom(blocks, found);
  return [...found];
}

const BARE = /(?:^|\s)@(channel|here|everyone)\b/g;
const MENTION =
  /<(?:@([UW][A-Z0-9]+)|!(channel|here|everyone)|!subteam\^(S[A-Z0-9]+))(?:\|[^>]*)?>/g;

function collect(text: string, found: Set<string>): void {
  for (const [, user, broadcast, group] of text.matchAll(MENTION)) {
    found.add((user ?? broadcast ?? group) as string);
  }
}

function collectFrom(part: unknown, found: Set<string>): void {
  if (Array.isArray(part)) {
    for (const each of part) collectFrom(each, found);
    return;
  }
  if (typeof part !== 'object' || part === null) return;
  const it = part as Json;
  if ((it.type === 'mrkdwn' || it.type === 'markdown') && typeof it.text === 'string') {
    collect(it.text, found);
  }
  if (it.type === 'user' && typeof it.user_id === 'string') found.add(it.user_id);
  if (it.type === 'broadcast' && typeof it.range === 'string') found.add(it.range);
  if (it.type === 'usergroup' && typeof it.usergroup_id === 'string') found.add(it.usergroup_id);
  for (const value of Object.values(it)) collectFrom(value, found);
}
