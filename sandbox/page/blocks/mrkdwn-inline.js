import { emojiOf } from './emoji.js';

/**
 * @typedef {{ kind: string, text?: string, target?: string, date?: object, children?: Part[] }} Part
 */

/** One alternative per kind; marks count only at the edges of words, as in Slack. */
const PARTS = new RegExp(
  [
    /<(?<token>[^<>\n]+)>/u,
    /`(?<code>[^`\n]+)`/u,
    /(?<![\p{L}\p{N}*])\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/u,
    /(?<![\p{L}\p{N}_])_(?<italic>[^\s_](?:[^\n]*?[^\s_])?)_(?![\p{L}\p{N}_])/u,
    /(?<![\p{L}\p{N}~])~(?<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])/u,
    /:(?<emoji>[a-z0-9_+-]+):/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** @param {string} text One line of mrkdwn. @returns {Part[]} */
export function inlineParts(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    if (match.index > end) parts.push(plain(text.slice(end, match.index)));
    parts.push(partOf(match.groups));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(plain(text.slice(end)));
  return parts;
}

/** @returns {Part} */
function partOf({ token, code, bold, italic, strike, emoji }) {
  if (token) return tokenPart(token);
  if (code) return { kind: 'code', text: unescapeText(code) };
  if (emoji) return { kind: 'text', text: emojiOf(emoji) };
  const kind = bold ? 'bold' : italic ? 'italic' : 'strike';
  return { kind, children: inlineParts(bold ?? italic ?? strike) };
}

/** What stands between angle brackets. @returns {Part} */
function tokenPart(token) {
  const [target = '', ...rest] = token.split('|');
  const label = unescapeText(rest.join('|'));
  const body = target.slice(1);
  if (target.startsWith('@')) return { kind: 'user', target: body, text: label };
  if (target.startsWith('#')) return { kind: 'channel', target: body, text: label };
  if (target.startsWith('!date^')) return { kind: 'date', date: dateIn(target), text: label };
  if (target.startsWith('!subteam^')) return { kind: 'group', text: label || 'group' };
  if (target.startsWith('!')) return { kind: 'broadcast', text: body };
  const url = unescapeText(target);
  return { kind: 'link', target: url, text: label || url };
}

/** `!date^seconds^pattern^link`, the link only where there is one. */
function dateIn(target) {
  const [, seconds, pattern = '', ...link] = unescapeText(target).split('^');
  return { seconds, pattern, url: link.join('^') };
}

function plain(text) {
  return { kind: 'text', text: unescapeText(text) };
}

export function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
