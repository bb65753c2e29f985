import { type Context, organizationOf } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { representativesOf, speaksFor } from './authority.ts';
import type { Member } from './member.ts';
import { membersNow } from './members-now.ts';

/** In a sentence; there may be many. */
const MOST_NAMES = 3;

/** The member who acts, where they may speak for their organization. Tells the others who may. */
export async function speakingMember(ctx: Context, field?: string): Promise<Member> {
  const { member, members } = await membersNow(ctx);
  if (speaksFor(member, members)) return member;
  throw new Refusal('not-yours', othersSpeak(ctx, member, members), field);
}

/** Who speaks for the organization of a member who does not, and how to find them. */
export function othersSpeak(ctx: Context, member: Member, members: readonly Member[]): string {
  const own = organizationOf(ctx, member).shortName;
  const named = representativesOf(member.organizationId, members);
  const names = named.slice(0, MOST_NAMES).map(({ displayName }) => displayName);
  const more = named.length > names.length ? [`${named.length - names.length} more`] : [];
  const [last = '', ...before] = [...names, ...more].toReversed();
  const all = before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last;
  return `${own} named who speaks for it: ${all}. Please ask them to say this; \`/partnership members\` lists everybody.`;
}
