import type { Context } from '../context.ts';
import type { Member } from './member.ts';
import { listMembers as list } from './store.ts';

/** Everybody who has taken part, by organization and name. */
export function listMembers(ctx: Context): Promise<readonly Member[]> {
  return list(ctx.db, ctx.partnership.id);
}
