import type { Db, Transaction } from './database/client.ts';
import type { Clock } from './schedule/clock.ts';
import type { Jobs } from './schedule/queue.ts';

/**
 * What happened, by its name, and what is told of it. Whoever causes it declares it in their `facts.ts`,
 * and knows nobody who hears it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each facts.ts adds to it
export interface FactTable {}

export type Fact = keyof FactTable;

/** Ids and moments, never content; each fact is of one partnership. */
export type Told<F extends Fact> = { readonly partnershipId: string } & FactTable[F];

export type Facts = {
  /** Everybody who hears it does so in the transaction that causes it: together with it, or not at all. */
  tell<F extends Fact>(tx: Transaction, fact: F, told: Told<F>): Promise<void>;
  /** Whether somebody has said anything for their organization that stays its word, anywhere. */
  hasSpoken(db: Db, partnershipId: string, memberId: string): Promise<boolean>;
};

/** The same in one capability, which knows its own rows alone. */
export type SpokenBy = (db: Db, partnershipId: string, memberId: string) => Promise<boolean>;

/** In what a fact is heard. */
export type Hearing = { readonly tx: Transaction; readonly jobs: Jobs; readonly now: Date };

/** What somebody does about the facts of others. */
export type Hears = {
  readonly [F in Fact]?: (hearing: Hearing, told: Told<F>) => Promise<void>;
};

export function createFacts(
  house: { readonly clock: Clock; readonly jobs: () => Jobs },
  { hears, spokenBy }: { readonly hears: readonly Hears[]; readonly spokenBy: readonly SpokenBy[] },
): Facts {
  return {
    async hasSpoken(db, partnershipId, memberId) {
      const found = await Promise.all(spokenBy.map((one) => one(db, partnershipId, memberId)));
      return found.includes(true);
    },
    async tell(tx, fact, told) {
      const hearing = { tx, jobs: house.jobs(), now: house.clock.now() };
      for (const one of hears) await one[fact]?.(hearing, told);
    },
  };
}
