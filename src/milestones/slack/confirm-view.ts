import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { MOVE_REASONS } from '../forecast.ts';
import type { Reported } from '../report-forecast.ts';
import { encodePending, MILESTONES, type Pending } from './ids.ts';
import { valueFor } from './milestone-buttons.ts';
import { reportedMessage } from './outcome-view.ts';
import { MOVE_WORDS, type Scene, wholeDay } from './words.ts';

/** How a date in words was read, to be said yes to. */
export function confirmMessage(text: string, pendings: readonly Pending[]): Message {
  const [first] = pendings;
  const question =
    pendings.length === 1 && first
      ? `I read “${inert(text)}” as *${wholeDay(first.on)}*${endsWords(first)}. Is that right?`
      : `“${inert(text)}” can mean more than one day. Which do you mean?`;
  const how = 'Otherwise write it with day, month and year, such as `31 March 2027`.';
  return {
    text: `${question} ${how}`,
    // It may become an answer that is blind.
    isSecret: first?.verb === 'dates' || first?.verb === 'add',
    blocks: [
      section(question),
      actions(
        pendings.map((pending, at) =>
          button({
            id: `${MILESTONES.confirm}.${at}`,
            text: pendings.length === 1 ? `Yes, ${wholeDay(pending.on)}` : wholeDay(pending.on),
            value: encodePending(pending),
            ...(pendings.length === 1 && { style: 'primary' as const }),
          }),
        ),
      ),
      context(how),
    ],
  };
}

function endsWords({ verb, words }: Pending): string {
  if (verb !== 'dates') return '';
  const [earliestOn, latestOn] = words.split('\n');
  return [
    ...(earliestOn ? [`, ${wholeDay(earliestOn)} at the earliest`] : []),
    ...(latestOn ? [`, ${wholeDay(latestOn)} at the latest`] : []),
  ].join('');
}

/** The new date is kept; its reason is none of the six, so they are offered. */
export function reasonsMessage(reported: Reported, why: string, scene: Scene): Message {
  const { seen, on } = reported;
  const moved = reportedMessage(reported, scene);
  const question = `The date is saved. “${inert(why)}” is none of the reasons that I keep. Is it one of these?`;
  const buttons = MOVE_REASONS.map((reason, at) =>
    button({
      id: `${MILESTONES.reason}.${at}`,
      text: MOVE_WORDS[reason],
      value: `${valueFor(seen, scene, on)} ${reason}`,
    }),
  );
  const names = `In words: \`because\` ${MOVE_REASONS.join(', ')}.`;
  return {
    text: [question, names, moved.text].join('\n'),
    blocks: [section(question), actions(buttons), context(names), ...(moved.blocks ?? [])],
  };
}
