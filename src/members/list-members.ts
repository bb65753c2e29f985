import { type Context, readOnce } from '../context.ts';
import type { Member } from './member.ts';
import { listMembers as list } from './store.ts';

/** Everybody who has taken part, by organization and name. */
export function listMembers(ctx: Context): Promise<readonly Member[]> {
  return readOnce(ctx, 'members', () => list(ctx.db, ctx.partnership.id));
}
