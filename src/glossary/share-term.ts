import { actingMember, type Context } from '../context.ts';
import { postPressed } from '../postings/post-pressed.ts';
import type { Saying } from '../postings/say-once.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

/** Puts a term before everybody in a channel of the partnership, in the name of who asks for it. */
export async function shareTerm(
  ctx: Context,
  input: { readonly termId: string; readonly channelId: string },
  wording: (entry: Entry, by: string) => Saying,
): Promise<void> {
  const { displayName } = actingMember(ctx);
  const { termId, channelId } = input;
  // Nobody in particular: what is collected blind is nobody's to see.
  const entry = await getTermById({ ...ctx, member: undefined }, termId);
  const version = entry.latestVersion;
  await postPressed(
    ctx,
    {
      what: 'glossary.share',
      about: `${entry.id} ${version} ${channelId}`,
      remembered: { subjectId: entry.id, what: 'glossary.shared', version },
    },
    wording(entry, displayName).to(channelId),
  );
}
