import type { Context } from '../../context.ts';
import type { Click, ClickAnswer, Doors } from '../../slack/doors.ts';
import type { NoticeKind } from '../notice-kind.ts';
import { resumeNotices } from '../resume-notices.ts';
import { showNotices } from '../show-notices.ts';
import { stopNotices } from '../stop-notices.ts';
import { decodeAbout, NOTICES } from './ids.ts';
import { noticeMessage, resumedMessage } from './views.ts';

export function registerNotices(doors: Doors, kinds: readonly NoticeKind[]): void {
  const change = async (
    { ctx, channelId, value }: Click,
    act: (ctx: Context, kind: NoticeKind) => Promise<void>,
  ): Promise<ClickAnswer> => {
    const { noticeIds, ...about } = decodeAbout(value);
    const kind = kinds.find((one) => one.kind === about.kind);
    if (!kind) return {};
    await act(ctx, kind);
    const { parts, stopped } = await showNotices(ctx, kinds, { noticeIds });
    if (parts.length + stopped.length === 0) return { replace: resumedMessage(kind) };
    return { replace: noticeMessage(parts, { channelId, noticeIds, stopped }) };
  };

  doors.click(NOTICES.choose, async ({ ctx, channelId, value }) => {
    const { noticeIds } = decodeAbout(value);
    const { parts, stopped } = await showNotices(ctx, kinds, { noticeIds });
    if (parts.length + stopped.length === 0) return {};
    return { replace: noticeMessage(parts, { channelId, noticeIds, stopped, isChoosing: true }) };
  });
  doors.click(new RegExp(`^${NOTICES.stop}\\.\\d+$`), (click) => change(click, stopNotices));
  doors.click(new RegExp(`^${NOTICES.resume}\\.\\d+$`), (click) => change(click, resumeNotices));
}
