import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { DateAnswer } from '../../timelines/date-proposal.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen } from '../milestone.ts';
import { holdsSecret } from './answers-view.ts';
import { MILESTONES } from './ids.ts';
import { pictureButton } from './picture-button.ts';
import { reasonBeside } from './reason-words.ts';
import { count, dayWords, nameOf, type Scene, statusWords } from './words.ts';

/** All that is under way in the order of its dates, by month, with everybody's windows. */
export function timelineMessage(all: readonly Seen[], scene: Scene): Message {
  const open = underWay(all);
  const done = all.length - open.length;
  if (open.length === 0) {
    const text =
      done > 0
        ? `Nothing is under way; ${count(done, 'milestone')} are over. \`//partnership milestones add TITLE = 31 March\` adds one.`
        : 'There are no milestones yet, so the line is empty. `//partnership milestones add TITLE = 31 March` adds one.';
    return { text, blocks: [section(text)] };
  }
  const months = Map.groupBy(open, (seen) => dateOf(seen)?.slice(0, 7) ?? '');
  const paragraphs = [...months].map(([month, entries]) =>
    [`*${monthWords(month)}*`, ...entries.map((seen) => entryLines(seen, scene))].join('\n'),
  );
  const lead = `The timeline: ${count(open.length, 'milestone')} under way${done > 0 ? `, ${done} over` : ''}. Today is ${dayWords(scene.today, scene.today)}.`;
  return {
    isSecret: open.some(holdsSecret),
    text: [lead, ...paragraphs].join('\n'),
    blocks: fitting(
      [
        section(lead),
        ...paragraphs.map((paragraph) => section(paragraph)),
        actions([
          pictureButton('timeline', scene),
          button({ id: MILESTONES.trend, text: 'How dates moved', value: scene.channelId }),
          button({ id: MILESTONES.list, text: 'List', value: `1 ${scene.channelId}` }),
        ]),
        context('Dates that nobody else may see yet are shown to their own organization only.'),
      ],
      'There is more: `/partnership milestones`',
    ),
    ...(open.some(hasBlindDates) && { isSecret: true }),
  };
}

/** Those of the viewer's own organization are in it, and nobody else may see them yet. */
function hasBlindDates({ milestone, answers }: Seen): boolean {
  return milestone.isCollecting && answers.length > 0;
}

/** Those neither reached nor given up, the nearest first, those without a date last. */
export function underWay(all: readonly Seen[]): readonly Seen[] {
  return all
    .filter(({ milestone }) => isOpen(milestone))
    .toSorted((a, b) => ((dateOf(a) ?? '9999') < (dateOf(b) ?? '9999') ? -1 : 1));
}

/** `• 4 December: *Title* · agreed, amber, agreed was 16 October · why` */
export function dayLine(seen: Seen, scene: Scene): string {
  const { milestone } = seen;
  const on = dateOf(seen);
  const reason = reasonBeside(seen, scene);
  const moved =
    milestone.baselineOn && milestone.baselineOn !== on
      ? `, agreed was ${dayWords(milestone.baselineOn, scene.today)}`
      : '';
  return `• ${on ? `${dayWords(on, scene.today)}: ` : ''}${bold(milestone.title)} · ${statusWords(seen, scene)}${moved}${reason ? ` · ${reason}` : ''}`;
}

function entryLines(seen: Seen, scene: Scene): string {
  const windows = seen.answers.map((answer) => windowWords(answer, scene));
  return [dayLine(seen, scene), ...(windows.length > 0 ? [`    ${windows.join(' · ')}`] : [])].join(
    '\n',
  );
}

/** `City 3 March to 30 April, best 16 March` */
function windowWords(
  { organizationId, earliestOn, targetOn, latestOn }: DateAnswer,
  scene: Scene,
): string {
  const day = (on: string) => dayWords(on, scene.today);
  const from = earliestOn ? ` from ${day(earliestOn)}` : '';
  const until = latestOn ? ` until ${day(latestOn)}` : '';
  const ends = earliestOn && latestOn ? ` ${day(earliestOn)} to ${day(latestOn)}` : from || until;
  return `${nameOf(scene, organizationId)}${ends}${ends ? ',' : ''} best ${day(targetOn)}`;
}

function dateOf({ milestone }: Seen): string | undefined {
  return expectedOn(milestone);
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthWords(month: string): string {
  return month ? MONTH.format(new Date(`${month}-15T12:00:00Z`)) : 'Without a date';
}
