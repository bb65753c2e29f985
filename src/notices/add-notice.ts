import type { TransactionContext } from '../context.ts';
import { lookAgain } from './look-again.ts';
import { insertNotice } from './store.ts';

export type NoticeInput = {
  readonly memberId: string;
  /** `<capability>.<what>` */
  readonly kind: string;
  /** An id. */
  readonly about: string;
  /** A day or a version: the same kind about the same is told once for it. */
  readonly occasion: string;
  /** Told at the earliest; as soon as it may be, where it is not given. */
  readonly notBefore?: Date;
  readonly staleAt: Date;
};

/** Tells a member something unasked, when it is a good hour for them and within the budget. */
export async function addNotice(ctx: TransactionContext, input: NoticeInput): Promise<void> {
  const addedAt = ctx.clock.now();
  const notBefore = input.notBefore ?? addedAt;
  const notice = { ...input, notBefore, addedAt };
  if (!(await insertNotice(ctx.db, ctx.partnership.id, notice))) return;
  const after = Math.max(notBefore.getTime(), addedAt.getTime());
  await lookAgain(ctx, { memberId: input.memberId, after: new Date(after) });
}
