import { actingMember, type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { insertImport } from './store.ts';

/** Slack's own limit for a message is lower; a form's is 3,000. */
const PASTED_LIMIT = 40_000;

/** Takes in a file or pasted rows; they are read in the background, and shown before anything happens. */
export async function startImport(
  ctx: Context,
  input: {
    readonly fileId?: string | undefined;
    readonly pasted?: string | undefined;
    readonly channelId: string;
  },
): Promise<void> {
  const member = actingMember(ctx);
  const pasted = input.pasted?.trim();
  if (!input.fileId && !pasted) {
    throw new Refusal(
      'invalid',
      'There is nothing to bring in yet. Choose a file, or paste rows like `MOU = what it means`.',
      'pasted',
    );
  }
  if (pasted && pasted.length > PASTED_LIMIT) {
    throw new Refusal(
      'invalid',
      'That is a lot to paste. Bring it in as a file instead.',
      'pasted',
    );
  }
  await transaction(ctx, async (tx) => {
    const importId = await insertImport(tx.db, ctx.partnership.id, {
      memberId: member.id,
      source: input.fileId ? 'your file' : 'a pasted list',
      fileId: input.fileId,
      pasted: input.fileId ? undefined : pasted,
      channelId: input.channelId,
      createdAt: ctx.clock.now(),
    });
    await ctx.jobs.add(tx.db, 'exchange.read', { partnershipId: ctx.partnership.id, importId });
  });
}
