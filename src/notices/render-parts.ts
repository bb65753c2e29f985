import type { Context } from '../context.ts';
import type { Member } from '../members/member.ts';
import { Refusal } from '../refusal.ts';
import type { Notice } from './notice.ts';
import type { NoticeKind, NoticePart } from './notice-kind.ts';

export type RenderedPart = NoticePart & { readonly notice: Notice; readonly kind: NoticeKind };

/** What these say to the member now; those that have become moot are left out. */
export async function renderParts(
  ctx: Context,
  kinds: readonly NoticeKind[],
  input: { readonly member: Member; readonly notices: readonly Notice[] },
): Promise<readonly RenderedPart[]> {
  const { member, notices } = input;
  const parts: RenderedPart[] = [];
  for (const notice of notices) {
    const kind = kinds.find((one) => one.kind === notice.kind);
    const part = kind && (await partOf({ ...ctx, member }, kind, notice));
    if (kind && part) parts.push({ ...part, notice, kind });
  }
  return parts;
}

/** What is refused to the member is not for them any more: nobody is there to hear the sentence. */
async function partOf(
  ctx: Context,
  kind: NoticeKind,
  notice: Notice,
): Promise<NoticePart | undefined> {
  try {
    return await kind.part(ctx, notice);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
