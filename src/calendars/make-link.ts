import type { Context } from '../context.ts';
import { hashOf } from './link-token.ts';
import { newToken } from './new-token.ts';
import { ownerOf } from './owner-of.ts';
import { insertLink } from './store.ts';

/**
 * A link of the acting member's own: turning it off hurts nobody else. Answers its token, known now and
 * never again; undefined where there is a link already, which an old button does not end.
 */
export async function makeLink(ctx: Context): Promise<string | undefined> {
  const token = newToken();
  const link = { tokenHash: hashOf(token), madeAt: ctx.clock.now() };
  return (await insertLink(ctx.db, ownerOf(ctx), link)) ? token : undefined;
}
