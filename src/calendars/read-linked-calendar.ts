import type { Context } from '../context.ts';
import type { Db } from '../database/client.ts';
import { takeTurn } from '../schedule/pace-store.ts';
import { hashOf } from './link-token.ts';
import { readCalendar } from './read-calendar.ts';
import { findOwner } from './store.ts';

export type Linked =
  | { readonly kind: 'calendar'; readonly text: string }
  /** Unknown, turned off, of somebody who left: whoever asks learns no difference. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-often'; readonly seconds: number };

export type LinkedParts = {
  readonly db: Db;
  readonly contextFor: (partnershipId: string) => Promise<Context>;
};

/**
 * Calendars look every few minutes at most, several devices of one person at once. In the database's own
 * time, so that all replicas count together.
 */
const EVERY_MS = 60_000;
const BURST_MS = 600_000;

/** What is found at the address of a link. */
export async function readLinkedCalendar(
  { db, contextFor }: LinkedParts,
  input: { readonly token: string },
): Promise<Linked> {
  const owner = await findOwner(db, hashOf(input.token));
  if (!owner) return { kind: 'gone' };
  const scope = { scope: `calendar ${owner.memberId}`, everyMs: EVERY_MS, burstMs: BURST_MS };
  const seconds = await takeTurn(db, [scope], 0);
  if (seconds > 0) return { kind: 'too-often', seconds: Math.ceil(seconds) };
  const { text } = await readCalendar(await contextFor(owner.partnershipId));
  return { kind: 'calendar', text };
}
