import type { Context } from '../context.ts';
import { findHomePicture } from './picture-store.ts';

/** Slack’s file with exactly this picture, drawn for the acting member's organization before. */
export async function findPicture(
  ctx: Context,
  input: { readonly hash: string },
): Promise<string | undefined> {
  const organizationId = ctx.member?.organizationId;
  if (!organizationId) return undefined;
  return findHomePicture(ctx.db, ctx.partnership.id, organizationId, input.hash);
}
