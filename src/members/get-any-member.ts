import type { Context } from '../context.ts';
import type { Member } from './member.ts';
import { findAnyMember } from './store.ts';

/** Somebody by their id, also when they have left. */
export async function getAnyMember(
  ctx: Context,
  input: { readonly memberId: string },
): Promise<Member> {
  const member = await findAnyMember(ctx.db, ctx.partnership.id, input.memberId);
  if (!member) throw new Error(`no member ${input.memberId} in ${ctx.partnership.id}`);
  return member;
}
