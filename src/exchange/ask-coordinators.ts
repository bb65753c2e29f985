import { type Context, type TransactionContext, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { membersNow } from '../members/members-now.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { getOwnImport, notReady, UNDER_WAY, underWay } from './propose-import.ts';
import { refuseWordsOfOthers } from './refuse-words-of-others.ts';
import { settleImport } from './settle-import.ts';
import { changeImport, countRows, insertConsent } from './store.ts';

/** Asks a coordinator of every organization to take all of it over as agreed. */
export async function askCoordinators(
  ctx: Context,
  input: { readonly importId: string },
): Promise<void> {
  try {
    await transaction(ctx, (tx) => ask(tx, input.importId));
  } catch (error) {
    if (isConflict(error, UNDER_WAY)) throw underWay();
    throw error;
  }
}

async function ask(ctx: TransactionContext, importId: string): Promise<void> {
  const { partnership, clock } = ctx;
  const given = await getOwnImport(ctx, importId);
  if (given.state !== 'ready') throw notReady(given);
  const counts = await countRows(ctx.db, partnership.id, given.id);
  if (counts.new + counts.changed === 0) {
    throw new Refusal('already-done', 'There is nothing new in it to agree on.');
  }
  const { member, members } = await membersNow(ctx);
  const without = presentOrganizations(partnership).filter(
    ({ id }) => !members.some((one) => one.coordinator && one.organizationId === id),
  );
  if (without.length > 0) {
    const names = without.map(({ shortName }) => shortName).join(' and ');
    throw new Refusal(
      'invalid',
      `${names} has named no coordinator yet, so nobody can confirm for them. Name one with \`/partnership setup\`, or bring the terms in as proposals.`,
    );
  }
  await refuseWordsOfOthers(ctx, given, { isConfirmed: true });
  await changeImport(ctx.db, partnership.id, given.id, {
    state: 'asking',
    askedAt: clock.now(),
    problem: null,
  });
  if (member.coordinator) {
    const consent = { organizationId: member.organizationId, memberId: member.id };
    await insertConsent(ctx.db, partnership.id, given.id, consent, clock.now());
  }
  await ctx.jobs.add(ctx.db, 'exchange.ask', { partnershipId: partnership.id, importId: given.id });
  await settleImport(ctx, given.id);
}
