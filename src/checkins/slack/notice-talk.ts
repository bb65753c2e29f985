import type { NoticeKind, NoticePart } from '../../notices/notice-kind.ts';
import { actions, section } from '../../slack/blocks.ts';
import { wholeDay } from '../../time/day-words.ts';
import { getGroup } from '../get-group.ts';
import { getStanding } from '../get-standing.ts';
import { placeOf } from '../held-round.ts';
import { metButtons, verbButton } from './ids.ts';
import { timeBlocks } from './introduction-view.ts';
import { mentions, timeWords } from './words.ts';

const RANK = 7;
const WHY = 'you take part in check-ins';

/** What people of a round are told unasked, beside the introduction; moot when it no longer holds. */
export function createCheckinNotices(): readonly NoticeKind[] {
  return [
    {
      kind: 'checkins.plan',
      rank: RANK,
      name: 'reminders of check-ins',
      async part(ctx, { about }) {
        const told = await getGroup(ctx, { groupId: about });
        if (!told || !ctx.member || told.group.state !== 'introduced') return undefined;
        const { round, members, group, timeZones } = told;
        if (round.closedAt || placeOf(round, ctx.member.id)?.groupId !== group.id) return undefined;
        const others = members.filter(({ id }) => id !== ctx.member?.id);
        const text = `You and ${mentions(others)} have no moment yet. There is time until ${wholeDay(round.meetBy)}.`;
        const now = ctx.clock.now();
        const times = group.times.filter((at) => at > now);
        const lines = times.map((at) => `• ${timeWords(at, timeZones)}`);
        const scene = { ...told, partnership: ctx.partnership };
        return calm({
          text: [text, ...lines].join('\n'),
          blocks: [section(text), ...timeBlocks(scene, now)],
        });
      },
    },
    {
      kind: 'checkins.met',
      rank: RANK,
      name: 'questions whether you met',
      async part(ctx, { about, occasion }) {
        const told = await getGroup(ctx, { groupId: about });
        if (!told || !ctx.member) return undefined;
        const { round, members, group } = told;
        const place = placeOf(round, ctx.member.id);
        if (place?.groupId !== group.id || place.answer || group.state === 'met') return undefined;
        // A time that was planned asks for itself, afterwards.
        const planned = group.plannedAt?.toISOString();
        if (planned ? planned !== occasion : occasion !== round.opensOn) return undefined;
        const others = members.filter(({ id }) => id !== ctx.member?.id);
        const text = `Did you and ${mentions(others)} find a moment? Either answer is fine, and it goes no further than a count.`;
        const [channelId = ''] = ctx.partnership.channelIds;
        const buttons = metButtons({ channelId, groupId: group.id });
        return calm({ text, blocks: [section(text), actions(buttons)] });
      },
    },
    {
      kind: 'checkins.paused',
      rank: RANK,
      name: 'word of a pause',
      async part(ctx) {
        const { standing } = await getStanding(ctx);
        if (standing.state !== 'paused' || standing.until) return undefined;
        const text =
          'Two introductions went by without a tap, so I’ve paused check-ins for you. Nobody else hears of it, and one tap brings you back.';
        const [channelId = ''] = ctx.partnership.channelIds;
        const buttons = [
          verbButton('resume', 'Take part again', channelId),
          verbButton('leave', 'Stop check-ins', channelId),
        ];
        return {
          ...calm({ text, blocks: [section(text), actions(buttons)] }),
          why: 'you took part in check-ins',
        };
      },
    },
  ];
}

function calm({ text, blocks }: Pick<NoticePart, 'text' | 'blocks'>): NoticePart {
  return { text, blocks, why: WHY, isUrgent: false };
}
