import type { Context } from '../context.ts';
import { markAnnounced, markNotAnnounced } from './store.ts';

/** How the outcome is posted, and how to tell that a failure means it was not. */
export interface Announcement {
  send(): Promise<void>;
  isCertainlyNotSent(error: unknown): boolean;
}

/** Says the outcome of an import in the channel: once, and silence is better than twice. */
export async function announceImport(
  ctx: Context,
  input: { readonly importId: string; readonly announcement: Announcement },
): Promise<void> {
  const { importId, announcement } = input;
  const { id } = ctx.partnership;
  if (!(await markAnnounced(ctx.db, id, importId, ctx.clock.now()))) return;
  try {
    await announcement.send();
  } catch (error) {
    if (announcement.isCertainlyNotSent(error)) await markNotAnnounced(ctx.db, id, importId);
    throw error;
  }
}
