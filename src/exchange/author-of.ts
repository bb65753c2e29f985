import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import type { TermImport } from './term-import.ts';

/** The member in whose name an import goes on; refuses when they, or their organization, have left. */
export async function authorOf(ctx: Context, given: TermImport): Promise<Member> {
  const members = await listMembers(ctx);
  const author = members.find(({ id }) => id === given.author.memberId);
  const isPresent = presentOrganizations(ctx.partnership).some(
    ({ id }) => id === author?.organizationId,
  );
  if (author && isPresent && !author.observer) return author;
  throw new Refusal('not-yours', 'Whoever brought this in is no longer here to stand behind it.');
}
