import type { Context } from '../../context.ts';
import type { Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import { ignoreWord } from '../../spotting/ignore-word.ts';
import { confirmTerm } from '../confirm-term.ts';
import { listGaps } from '../list-gaps.ts';
import { listReviews } from '../list-reviews.ts';
import { type AboutWeek, decodeReview, decodeWeek, UPKEEP } from './ids.ts';
import { reviewMessage } from './review-view.ts';
import { weekMessage } from './week-view.ts';
import type { UpkeepButtons } from './words.ts';

export function registerUpkeep(doors: Doors, buttons: UpkeepButtons): void {
  doors.click(UPKEEP.confirm, async ({ ctx, channelId, value }) => {
    const { at, reviewed } = decodeReview(value);
    const chosen = reviewed[at];
    if (chosen) await confirmTerm(ctx, chosen);
    const { organizations } = ctx.partnership;
    const reviews = await listReviews(ctx, { reviewed });
    return { replace: reviewMessage(reviews, { ...buttons, organizations, channelId }) };
  });

  doors.click(UPKEEP.ignore, async ({ ctx, channelId, value }) => {
    const about = { ...decodeWeek(value), channelId };
    const text = about.words[about.at];
    if (text !== undefined) await ignoreWord(ctx, { text });
    return { replace: await weekNow(ctx, about, buttons) };
  });

  doors.click(UPKEEP.words, async ({ ctx, channelId, value }) => ({
    message: await weekNow(ctx, { ...decodeWeek(value), channelId }, buttons),
  }));
}

/** The words of a digest, as far as the glossary still lacks them. */
async function weekNow(ctx: Context, about: AboutWeek, buttons: UpkeepButtons): Promise<Message> {
  const { channelId, week, words } = about;
  const gaps = await listGaps(ctx, { week, among: words });
  return weekMessage(gaps, { ...buttons, channelId, week });
}
