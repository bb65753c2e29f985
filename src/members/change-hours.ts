import { actingMember, type TransactionContext } from '../context.ts';
import type { Member } from './member.ts';
import { changeMember, listMembers } from './store.ts';

export type HoursChange = {
  readonly workingHours?: Member['workingHours'];
  /** Given as undefined, the days off of the organization hold again. */
  readonly closures?: { readonly country: string; readonly days: readonly string[] } | undefined;
};

/** When the acting member works; what is not given stays. Nothing of it is noted: it is theirs. */
export async function changeHours(ctx: TransactionContext, input: HoursChange): Promise<Member> {
  const { id } = actingMember(ctx);
  await changeMember(ctx.db, ctx.partnership.id, id, input);
  const members = await listMembers(ctx.db, ctx.partnership.id);
  const changed = members.find((one) => one.id === id);
  if (!changed) throw new Error(`member ${id} is gone`);
  return changed;
}
