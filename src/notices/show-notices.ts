import { actingMember, type Context } from '../context.ts';
import type { NoticeKind } from './notice-kind.ts';
import { type RenderedPart, renderParts } from './render-parts.ts';
import { listNotices, listStops } from './store.ts';

export type Shown = {
  readonly parts: readonly RenderedPart[];
  /** Kinds of the message that the acting member has stopped. */
  readonly stopped: readonly NoticeKind[];
};

/** What is still true of a message that the acting member was sent. */
export async function showNotices(
  ctx: Context,
  kinds: readonly NoticeKind[],
  input: { readonly noticeIds: readonly string[] },
): Promise<Shown> {
  const member = actingMember(ctx);
  const { id } = ctx.partnership;
  const notices = await listNotices(ctx.db, id, member.id, input.noticeIds);
  const stops = await listStops(ctx.db, id, member.id);
  const isStopped = (kind: string) => stops.has(kind);
  const going = notices.filter(({ kind }) => !isStopped(kind));
  return {
    parts: await renderParts(ctx, kinds, { member, notices: going }),
    stopped: kinds.filter(
      ({ kind }) => isStopped(kind) && notices.some((notice) => notice.kind === kind),
    ),
  };
}
