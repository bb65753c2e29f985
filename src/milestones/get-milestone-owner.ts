import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';

/** The member of an organization who looks after a milestone; undefined when nobody is named. */
export async function getMilestoneOwner(
  ctx: Context,
  organizationId: string,
  slackUserId: string | undefined,
): Promise<Member | undefined> {
  if (!slackUserId) return undefined;
  const members = await listMembers(ctx);
  const found = members.find((one) => one.slackUserId === slackUserId);
  if (found?.organizationId === organizationId && !found.observer) return found;
  const organization = organizationById(ctx.partnership, organizationId)?.shortName ?? '';
  throw new Refusal(
    'invalid',
    found
      ? `That person doesn’t work for ${organization}, which owns the milestone. Choose one of its people.`
      : `I don’t know that person yet. Once they have used me here, ${organization} can name them.`,
    'owner',
  );
}
