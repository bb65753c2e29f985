import type { Member } from '../../members/member.ts';
import type { Partnership } from '../../partnerships/partnership.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, context, section } from '../../slack/blocks.ts';
import { bold, mention } from '../../slack/mrkdwn.ts';
import { wholeDay } from '../../time/day-words.ts';
import type { Why } from '../held-round.ts';
import { verbButton } from './ids.ts';

const WHY: Readonly<Record<Why, string>> = {
  numbers: 'No partner for you this round; the numbers didn’t work out.',
  no_shared_hours: 'No partner for you this round: there was no shared hour with anybody.',
  left: 'No partner for you this round: whoever it was to be can’t take part after all.',
};

/** Who could not be matched, with the reason that can be said. */
export function waitingMessage(
  partnership: Partnership,
  { why, nextOn }: { readonly why: Why; readonly nextOn: string },
): Message {
  const hours =
    why === 'no_shared_hours' ? ' `/partnership hours` shows and changes when you work.' : '';
  const text = `${WHY[why]} You’re first in line on ${wholeDay(nextOn)}, and if somebody comes free before, I introduce you at once.${hours}`;
  return withWhy(text, partnership);
}

/** Somebody left the group after it was introduced. */
export function leftMessage(
  partnership: Partnership,
  left: Member,
  given: { readonly others: readonly Member[]; readonly nextOn: string },
): Message {
  const { others, nextOn } = given;
  const [other] = others;
  const gone = `${mention(left.slackUserId)} can’t take part this time after all.`;
  const rest = other
    ? `You and ${mention(other.slackUserId)} are still introduced to each other.`
    : `If somebody else waits, I introduce you to them; otherwise you’re first in line on ${wholeDay(nextOn)}.`;
  return withWhy(`${gone} ${rest}`, partnership);
}

function withWhy(text: string, { name, channelIds }: Partnership): Message {
  const why = `You get this because you take part in the check-ins of ${bold(name)}.`;
  const [channelId = ''] = channelIds;
  return {
    text: `${text}\n${why}`,
    blocks: [
      section(text),
      context(why),
      actions([
        verbButton('pause', 'Pause for a while', channelId),
        verbButton('leave', 'Stop check-ins', channelId),
      ]),
    ],
  };
}

/** What a coordinator lets the whole channel be asked, once. */
export function invitationMessage({ channelIds }: Partnership): Message {
  const lead =
    'Want to meet someone from the other organizations now and then? 25 minutes, no agenda, no notes. Pause or stop whenever.';
  const how =
    'Nobody is joined without tapping, and nobody sees who takes part. In words: `/partnership checkins join`.';
  return {
    text: `${lead}\n${how}`,
    blocks: [
      section(lead),
      actions([verbButton('join', 'Join', channelIds[0] ?? '', 'primary')]),
      context(how),
    ],
  };
}
