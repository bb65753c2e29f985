import type { NoteLine } from '../../partnerships/list-history.ts';
import type { Message } from '../../slack/answer.ts';
import { context, fitting, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import type { MilestoneContent } from '../milestone.ts';
import { dayWords, nameOf, type Scene } from './words.ts';

const DONE: Readonly<Record<string, string>> = {
  'agreements.ended': 'ended what was put forward',
  'agreements.endorse': 'said yes',
  'agreements.concern': 'said what worries them',
  'agreements.object': 'objected',
  'agreements.withdrawn': 'took the proposal back',
  'agreements.stance-withdrawn': 'took back what they said',
  'milestones.collecting': 'asked everybody for their dates',
  'milestones.confidence': 'said how likely it is',
  'milestones.dates': 'gave their dates',
  'milestones.done': 'said it is done',
  'milestones.dropped': 'gave it up',
  'milestones.planned': 'changed the plan',
  'milestones.reopened': 'said it is still under way',
  'milestones.stepped-out': 'joins later',
};

/** Who changed what, and when. */
export function historyMessage(seen: Seen, lines: readonly NoteLine[], scene: Scene): Message {
  const proposed = new Map(
    lines.flatMap(({ version, content }) =>
      content ? [[version, content as MilestoneContent] as const] : [],
    ),
  );
  const paragraphs = lines.map((line) => {
    const who = line.who ? `${inert(line.who)} (${nameOf(scene, line.organizationId ?? '')}) ` : '';
    const reason = line.reason ? `: ${inert(cut(line.reason, 300))}` : '';
    const when = dayWords(line.at.toISOString().slice(0, 10), scene.today);
    if (line.what === 'agreements.agreed') {
      return `${when} · ${agreedWords(proposed.get(line.version), scene)}`;
    }
    if (line.what === 'milestones.revealed') return `${when} · All dates were in`;
    return `${when} · ${who}${deedOf(line, scene)}${reason}`;
  });
  const title = `The history of ${bold(seen.milestone.title)}`;
  // The newest matter most where not everything fits.
  const blocks = [section(title), ...[...paragraphs].reverse().map((one) => context(one))];
  return {
    text: [title, ...paragraphs].join('\n'),
    blocks: fitting(blocks, 'Older changes are not shown here.'),
  };
}

function deedOf({ what, on, before, content }: NoteLine, scene: Scene): string {
  const day = (date: string) => dayWords(date, scene.today);
  if (what === 'agreements.proposed') {
    const { dropped, on: proposedOn } = (content ?? {}) as Partial<MilestoneContent>;
    if (dropped) return 'would give it up';
    return `put ${proposedOn ? day(proposedOn) : 'a date'} forward`;
  }
  if (what === 'milestones.reported' && on) {
    return !before || before === on
      ? `still expects ${day(on)}`
      : `moved it from ${day(before)} to ${day(on)}`;
  }
  return `${DONE[what] ?? what}${on ? `, ${day(on)}` : ''}`;
}

function agreedWords(content: MilestoneContent | undefined, scene: Scene): string {
  if (!content) return 'All agreed';
  if (content.dropped) return 'All agreed to give it up';
  return `All agreed on ${dayWords(content.on, scene.today)}`;
}
