import type { Db, Transaction } from './database/client.ts';
import { inTransaction } from './database/transaction.ts';
import type { Facts } from './facts.ts';
import type { Member } from './members/member.ts';
import type { Organization, Partnership } from './partnerships/partnership.ts';
import { Refusal } from './refusal.ts';
import type { Clock } from './schedule/clock.ts';
import type { Jobs } from './schedule/queue.ts';

/** What a use case is given. */
export type Context = {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  /** Tells those who stand on this what happened. */
  readonly facts: Facts;
  readonly partnership: Partnership;
  /** Tells this replica at once what the others hear through the database. */
  readonly changed: (partnershipId: string) => void;
  /** Who is asking; undefined for the clock, and for a person of no known organization. */
  readonly member: Member | undefined;
  /** What the person asked for, where it must not be done twice; undefined for the clock. */
  readonly deed?: Deed | undefined;
  /** What was read while one thing is put together to be shown. */
  readonly kept?: Map<string, Promise<unknown>> | undefined;
};

export type Deed = {
  /** Writes into the transaction that does it that it was done; breaks off a second one. */
  note(tx: Transaction): Promise<void>;
};

/** The same, to put one thing together of many parts: what they share is read once. It is not for changing anything. */
export function keepingReads(ctx: Context): Context {
  return { ...ctx, kept: ctx.kept ?? new Map() };
}

/** Reads it, or answers with what was read for another part. `name` tells it from everything else that is read. */
export function readOnce<T>(ctx: Context, name: string, read: () => Promise<T>): Promise<T> {
  const known = ctx.kept?.get(name);
  if (known) return known as Promise<T>;
  const reading = read();
  ctx.kept?.set(name, reading);
  return reading;
}

export type TransactionContext = Context & { readonly db: Transaction };

/** Runs `work` whole or not at all; what is already inside a transaction joins it. */
export function transaction<T>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<T>,
  limits?: { readonly seconds: number },
): Promise<T> {
  const noted = async (db: Transaction): Promise<T> => {
    await ctx.deed?.note(db);
    return work({ ...ctx, db, deed: undefined, kept: undefined });
  };
  return inTransaction(ctx.db, noted, limits).finally(() => ctx.changed(ctx.partnership.id));
}

/**
 * The member who acts. Refuses people of whom Slack does not say which partner they belong to, and those
 * of an organization that has left: nothing is said for who is not there.
 */
export function actingMember(ctx: Context): Member {
  const member = presentMember(
    ctx,
    'I can’t tell which of the partner organizations you work for, so I can only look things up for you. A coordinator can say so with `/partnership setup`.',
  );
  if (!member.observer) return member;
  throw new Refusal(
    'not-yours',
    'You are an observer here: you can look everything up, and a member of your organization can act on it.',
  );
}

/** The member who asks, also where they only look on; `otherwise` is said to people of no known organization. */
export function presentMember(ctx: Context, otherwise: string): Member {
  const { member } = ctx;
  if (!member) throw new Refusal('not-yours', otherwise);
  const own = ctx.partnership.organizations.find(({ id }) => id === member.organizationId);
  if (!own?.hasLeft) return member;
  throw new Refusal(
    'not-yours',
    `${own.shortName} has left this partnership, so nothing can be said or changed for it here. It is back as soon as it shares the channel again.`,
  );
}

export function organizationOf(ctx: Context, member: Member): Organization {
  const organization = ctx.partnership.organizations.find((o) => o.id === member.organizationId);
  if (!organization) throw new Error(`member ${member.id} is of no organization here`);
  return organization;
}
