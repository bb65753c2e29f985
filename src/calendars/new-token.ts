import { randomBytes } from 'node:crypto';

/** 256 bits, so that nobody finds one by trying. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
