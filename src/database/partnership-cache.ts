import { LRUCache } from 'lru-cache';
import type { Changes, ListenForChanges } from './changes.ts';

/** Values that stay true until their partnership changes. */
export type PartnershipCache<V extends object> = AsyncDisposable & {
  /** The value kept under a key, or else the one that is read now; undefined is never kept. */
  through(key: string, read: () => Promise<Kept<V> | undefined>): Promise<V | undefined>;
  /** For the replica that changes something: its own next answer must not wait for the notification. */
  forget(partnershipId: string): void;
};

export type Kept<V> = { readonly partnershipId: string; readonly value: V };

/**
 * Nothing here outlives a notification: a value whose partnership changed after its reading began is
 * never given out, and while notifications may be missed nothing is.
 */
export async function createPartnershipCache<V extends object>(
  listen: ListenForChanges,
  most: number,
): Promise<PartnershipCache<V>> {
  const kept = new LRUCache<string, Kept<V> & { readonly readAt: number }>({ max: most });
  const changedAt = new Map<string, number>();
  let moment = 0;
  let lostAt = 0;
  const forget = (partnershipId: string): void => {
    moment += 1;
    changedAt.set(partnershipId, moment);
  };
  const changes: Changes = await listen({
    changed: forget,
    lost() {
      kept.clear();
      moment += 1;
      lostAt = moment;
    },
  });
  const isTrue = (one: { readonly partnershipId: string; readonly readAt: number }): boolean =>
    one.readAt >= lostAt && one.readAt >= (changedAt.get(one.partnershipId) ?? 0);

  return {
    async through(key, read) {
      const known = kept.get(key);
      if (known && isTrue(known)) return known.value;
      const readAt = moment;
      const found = await read();
      if (found && changes.isHeard() && isTrue({ ...found, readAt }))
        kept.set(key, { ...found, readAt });
      return found?.value;
    },
    forget,
    [Symbol.asyncDispose]: () => changes[Symbol.asyncDispose](),
  };
}
