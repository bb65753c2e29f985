import { actingMember, type Context } from '../context.ts';
import { postPressed } from '../postings/post-pressed.ts';
import type { Saying } from '../postings/say-once.ts';
import { getMilestone } from './get-milestone.ts';
import type { Seen } from './list-milestones.ts';

/** Puts a milestone before everybody in a channel of the partnership, in the name of who asks for it. */
export async function shareMilestone(
  ctx: Context,
  input: { readonly milestoneId: string; readonly channelId: string },
  wording: (seen: Seen, by: string) => Saying,
): Promise<void> {
  const { displayName } = actingMember(ctx);
  const { milestoneId, channelId } = input;
  // Nobody in particular: what is collected blind is nobody's to see.
  const seen = await getMilestone({ ...ctx, member: undefined }, { milestoneId });
  const version = seen.milestone.latestVersion;
  await postPressed(
    ctx,
    {
      what: 'milestones.share',
      about: `${milestoneId} ${version} ${channelId}`,
      remembered: { subjectId: milestoneId, what: 'milestones.shared', version },
    },
    wording(seen, displayName).to(channelId),
  );
}
