import type { KnownBlock } from '@slack/types';
import type { NoteLine } from '../../partnerships/list-history.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, header, section } from '../../slack/blocks.ts';
import { cut, page } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen, type MilestoneContent, stillToSpeak } from '../milestone.ts';
import { encodeAbout, MILESTONES } from './ids.ts';
import {
  dayWords,
  nameOf,
  namesOf,
  presentIn,
  reasonWords,
  type Scene,
  statusWords,
} from './words.ts';

const PAGE_SIZE = 10;

/** Those under way, the nearest first, then those that are over. */
export function listMessage(all: readonly Seen[], number: number, scene: Scene): Message {
  const add = button({
    id: MILESTONES.add,
    text: 'Add a milestone',
    value: `- 0 - ${scene.channelId}`,
    style: 'primary',
  });
  if (all.length === 0) {
    const text =
      'There are no milestones yet. A first one: `/partnership milestones add Pilot open = 1 March`, or the form.';
    return { text, blocks: [section(text), actions([add])] };
  }
  const sorted = all.toSorted(byDate);
  const shown = page(sorted, number, PAGE_SIZE);
  const lines = shown.items.map((seen) => milestoneLine(seen, scene));
  const open = all.filter(({ milestone }) => isOpen(milestone)).length;
  const count = `Milestones: ${open} under way, ${all.length - open} over${shown.of > 1 ? ` · page ${shown.number} of ${shown.of}` : ''}`;
  const turn = (to: number, text: string, id: string) =>
    button({ id, text, value: `${to} ${scene.channelId}` });
  return {
    text: [count, ...lines].join('\n'),
    blocks: fitting(
      [
        section(`*${count}*`),
        ...shown.items.map((seen, index) => milestoneSection(seen, index, scene)),
        actions([
          ...(shown.number > 1 ? [turn(shown.number - 1, 'Previous page', MILESTONES.list)] : []),
          ...(shown.number < shown.of
            ? [turn(shown.number + 1, 'Next page', MILESTONES.listNext)]
            : []),
          add,
          button({ id: MILESTONES.timeline, text: 'Timeline', value: scene.channelId }),
        ]),
      ],
      'There is more: ask for the next page.',
    ),
  };
}

function milestoneSection(seen: Seen, index: number, scene: Scene): KnownBlock {
  return section(
    milestoneLine(seen, scene),
    button({
      id: `${MILESTONES.show}.${index}`,
      text: 'Open',
      value: encodeAbout({
        milestoneId: seen.milestone.id,
        version: 0,
        channelId: scene.channelId,
      }),
      label: `Open ${seen.milestone.title}`,
    }),
  );
}

function milestoneLine(seen: Seen, scene: Scene): string {
  const { milestone, missing } = seen;
  const on = expectedOn(milestone);
  const [reason] = reasonWords(seen, scene);
  const waiting = milestone.isCollecting ? missing : stillToSpeak(milestone, presentIn(scene));
  return [
    `${bold(milestone.title)}${on ? ` · ${dayWords(on, scene.today)}` : ''} · ${statusWords(seen)}`,
    ...(reason ? [reason] : []),
    ...(isOpen(milestone) && waiting.length > 0 ? [`waiting for ${namesOf(scene, waiting)}`] : []),
  ].join(' · ');
}

/** For the App Home: what waits for somebody's organization. */
export function waitingBlocks(waiting: readonly Seen[], scene: Scene): readonly KnownBlock[] {
  const shown = waiting.slice(0, 8);
  const more = waiting.length - shown.length;
  return [
    header(`Dates waiting for your organization: ${waiting.length}`),
    ...shown.map((seen, index) => milestoneSection(seen, index, scene)),
    ...(more > 0 ? [context(`And ${more} more: \`/partnership milestones\``)] : []),
  ];
}

function byDate(a: Seen, b: Seen): number {
  const [openA, openB] = [isOpen(a.milestone), isOpen(b.milestone)];
  if (openA !== openB) return openA ? -1 : 1;
  const [onA, onB] = [expectedOn(a.milestone) ?? '9999', expectedOn(b.milestone) ?? '9999'];
  const order = onA < onB ? -1 : Number(onA > onB);
  return openA ? order : -order;
}

const DONE: Readonly<Record<string, string>> = {
  'agreements.proposed': 'put a date forward',
  'agreements.endorse': 'said yes',
  'agreements.object': 'objected',
  'agreements.agreed': 'agreed by all',
  'agreements.ended': 'ended what was put forward',
  'agreements.withdrawn': 'took the proposal back',
  'agreements.stance-withdrawn': 'took back what they said',
  'milestones.collecting': 'asked everybody for their dates',
  'milestones.confidence': 'said how likely it is',
  'milestones.dates': 'gave their dates',
  'milestones.done': 'said it is done',
  'milestones.dropped': 'gave it up',
  'milestones.planned': 'changed the plan',
  'milestones.reopened': 'said it is still under way',
  'milestones.reported': 'said when it comes',
  'milestones.revealed': 'all dates were in',
  'milestones.stepped-out': 'joins later',
};

export function historyMessage(seen: Seen, lines: readonly NoteLine[], scene: Scene): Message {
  const paragraphs = lines.map((line) => {
    const who = line.who ? `${inert(line.who)} (${nameOf(scene, line.organizationId ?? '')}) ` : '';
    const content = line.content as Partial<MilestoneContent> | undefined;
    const on = line.on ?? content?.on;
    const reason = line.reason ? `: ${inert(cut(line.reason, 300))}` : '';
    return `${dayWords(line.at.toISOString().slice(0, 10), scene.today)} · ${who}${DONE[line.what] ?? line.what}${on ? ` ${dayWords(on, scene.today)}` : ''}${reason}`;
  });
  const title = `The history of ${bold(seen.milestone.title)}`;
  // The newest matter most where not everything fits.
  const blocks = [section(title), ...[...paragraphs].reverse().map((one) => context(one))];
  return {
    text: [title, ...paragraphs].join('\n'),
    blocks: fitting(blocks, 'Older changes are not shown here.'),
  };
}
