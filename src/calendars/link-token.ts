import { createHash } from 'node:crypto';

/** 32 bytes. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const ENDING = '.ics';

/** What is kept of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where a calendar is found; `publicUrl` is where people reach the bot. */
export function addressOf(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/(?<!\/)\/+$/, '')}/calendar/${token}${ENDING}`;
}

/** The token in the last part of an address; undefined where it can be none. */
export function tokenIn(fileName: string): string | undefined {
  if (!fileName.endsWith(ENDING)) return undefined;
  const token = fileName.slice(0, -ENDING.length);
  return TOKEN.test(token) ? token : undefined;
}
