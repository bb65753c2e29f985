import type { KnownBlock } from '@slack/types';
import { stillToSpeak } from '../../agreements/still-to-speak.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, fitting, section } from '../../slack/blocks.ts';
import { page } from '../../slack/limits.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Waiting } from '../../slack/waiting.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen } from '../milestone.ts';
import { MILESTONES } from './ids.ts';
import { datesButton, openButton, stanceButtons } from './milestone-buttons.ts';
import { askWords } from './notice-view.ts';
import { reasonBeside } from './reason-words.ts';
import { namesOf, presentIn, type Scene, standWords } from './words.ts';

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
      'There are no milestones yet. A first one: `//partnership milestones add Pilot open = 1 March`, or the form.';
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
  return section(milestoneLine(seen, scene), openButton(seen, scene, index));
}

function milestoneLine(seen: Seen, scene: Scene): string {
  const { milestone, missing } = seen;
  const reason = reasonBeside(seen, scene);
  const waiting = milestone.isCollecting ? missing : stillToSpeak(milestone.open, presentIn(scene));
  return [
    `${bold(milestone.title)} · ${standWords(seen, scene)}`,
    ...(reason ? [reason] : []),
    ...(isOpen(milestone) && waiting.length > 0 ? [`waiting for ${namesOf(scene, waiting)}`] : []),
  ].join(' · ');
}

/** What somebody's organization is asked, with the buttons that answer it. */
export function waitingMilestone(seen: Seen, scene: Scene): Waiting {
  const isDates = seen.missing.includes(scene.viewer ?? '');
  return {
    text: askWords(isDates ? 'dates' : 'stance', seen, scene),
    buttons: isDates ? [datesButton(seen, scene)] : stanceButtons(seen, scene),
  };
}

function byDate(a: Seen, b: Seen): number {
  const [openA, openB] = [isOpen(a.milestone), isOpen(b.milestone)];
  if (openA !== openB) return openA ? -1 : 1;
  const [onA, onB] = [expectedOn(a.milestone) ?? '9999', expectedOn(b.milestone) ?? '9999'];
  const order = onA < onB ? -1 : Number(onA > onB);
  return openA ? order : -order;
}
