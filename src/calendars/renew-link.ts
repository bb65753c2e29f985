import type { Context } from '../context.ts';
import { hashOf } from './link-token.ts';
import { newToken } from './new-token.ts';
import { ownerOf } from './owner-of.ts';
import { putLink } from './store.ts';

/** Another address in place of the last, which is dead from then on. Answers its token. */
export async function renewLink(ctx: Context): Promise<string> {
  const token = newToken();
  await putLink(ctx.db, ownerOf(ctx), { tokenHash: hashOf(token), madeAt: ctx.clock.now() });
  return token;
}
