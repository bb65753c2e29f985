import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Member } from './member.ts';
import { membersNow } from './members-now.ts';

/** The member who acts, where they are a coordinator of an organization that is there. */
export async function coordinatingMember(ctx: Context, otherwise: string): Promise<Member> {
  const { member } = await membersNow(ctx);
  if (member.coordinator) return member;
  throw new Refusal('not-yours', otherwise);
}
