import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '../../slack/routes.ts';
import { tokenIn } from '../link-token.ts';
import { type LinkedParts, readLinkedCalendar } from '../read-linked-calendar.ts';

const PATH = '/calendar/';

/** Calendar programs may keep it, nobody between them and us, and each look asks whether it still stands. */
const HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex',
} as const;

/** `GET /calendar/TOKEN.ics`: the address is a secret, so nothing of it is logged. */
export function calendarRoute(parts: LinkedParts): Route {
  return {
    path: PATH,
    async handler(request, response) {
      const [path = ''] = (request.url ?? '').split('?');
      const token = tokenIn(path.slice(PATH.length));
      const linked = token ? await readLinkedCalendar(parts, { token }) : { kind: 'gone' as const };
      if (linked.kind === 'gone') return plain(response, 404, 'There is no calendar here.\n');
      if (linked.kind === 'too-often') {
        response.setHeader('retry-after', linked.seconds);
        return plain(response, 429, 'That is too often. Ask again a little later.\n');
      }
      const tag = `"${createHash('sha256').update(linked.text).digest('base64url')}"`;
      if (isKnown(request, tag))
        return void response.writeHead(304, { ...HEADERS, etag: tag }).end();
      const bytes = Buffer.from(linked.text);
      response
        .writeHead(200, { ...HEADERS, etag: tag, 'content-length': bytes.byteLength })
        .end(bytes);
    },
  };
}

function plain(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(text);
}

/** Proxies that compress weaken a tag to `W/"…"`. */
function isKnown(request: IncomingMessage, tag: string): boolean {
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  return known.some((one) => one === '*' || one.replace(/^W\//, '') === tag);
}
