import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';

/** Who is to look after a milestone, of one of these organizations; undefined when nobody is named. */
export async function getMilestoneOwner(
  ctx: Context,
  organizationIds: readonly string[],
  slackUserId: string | undefined,
): Promise<Member | undefined> {
  if (!slackUserId) return undefined;
  const members = await listMembers(ctx);
  const found = members.find((one) => one.slackUserId === slackUserId);
  if (found && organizationIds.includes(found.organizationId) && !found.observer) return found;
  const names = organizationIds.map((id) => organizationById(ctx.partnership, id)?.shortName ?? '');
  const any = names.join(' or ');
  throw new Refusal(
    'invalid',
    found
      ? `That person doesn’t work for ${any}, which ${names.length > 1 ? 'may look after' : 'owns'} the milestone. Choose one of its people.`
      : `I don’t know that person yet. Once they have used me here, ${any} can name them.`,
    'owner',
  );
}
