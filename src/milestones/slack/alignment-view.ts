import type { Button } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Alignment } from '../../timelines/alignment.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen, type Milestone } from '../milestone.ts';
import { answerLines } from './answers-view.ts';
import { encodeAbout, MILESTONES } from './ids.ts';
import { datesButton, proposeButton } from './milestone-buttons.ts';
import { count, dayWords, nameOf, namesOf, type Scene } from './words.ts';

/** How the dates of all go together, with the ways through (domain 8.4). */
export function alignmentMessage(seen: Seen, scene: Scene): Message {
  const { milestone, alignment } = seen;
  const title = bold(milestone.title);
  const alone = aloneWords(milestone, scene);
  const paragraphs = [
    `${title}: ${openingWords(seen, scene)}`,
    ...(alignment || alone ? [answerLines(seen, scene).join('\n')] : []),
    ...(alignment && !alone ? [waysWords(alignment, scene)] : []),
  ].filter(Boolean);
  return {
    text: paragraphs.join('\n'),
    blocks: [...paragraphs.map((text) => section(text)), actions(buttonsFor(seen, scene))],
  };
}

function openingWords(seen: Seen, scene: Scene): string {
  const { milestone, alignment, missing } = seen;
  if (alignment) return alignmentWords(seen, alignment, scene);
  return aloneWords(milestone, scene) ?? `waiting for the dates of ${namesOf(scene, missing)}.`;
}

function buttonsFor(seen: Seen, scene: Scene): readonly Button[] {
  const { alignment } = seen;
  if (aloneWords(seen.milestone, scene)) return [proposeButton(seen, scene)];
  return alignment ? wayButtons(seen, alignment, scene) : [datesButton(seen, scene)];
}

/** One alone has nobody to compare its dates with. */
function aloneWords({ contributors }: Milestone, scene: Scene): string | undefined {
  if (contributors.length > 1) return undefined;
  return `only ${namesOf(scene, contributors)} takes part now, so there are no dates to compare. It can put one forward.`;
}

/** The same on the milestone itself, as long as nobody has put a date forward. */
export function clashParagraphs(seen: Seen, scene: Scene): readonly string[] {
  const { milestone, alignment } = seen;
  if (!alignment || milestone.open || !isOpen(milestone)) return [];
  const words = alignmentWords(seen, alignment, scene);
  const sentence = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  const ways = aloneWords(milestone, scene) ? '' : waysWords(alignment, scene);
  return [sentence, ways].filter(Boolean);
}

function alignmentWords(seen: Seen, alignment: Alignment, scene: Scene): string {
  const day = (on: string) => dayWords(on, scene.today);
  const alone = aloneWords(seen.milestone, scene);
  if (alone) return alone;
  switch (alignment.status) {
    case 'waiting':
      return `waiting for the dates of ${namesOf(scene, alignment.missing)}.`;
    case 'no_overlap':
      return `the dates are all in, and they miss each other by ${count(alignment.gapDays, 'day')}. ${nameOf(scene, alignment.latestStarter)} can start on ${day(alignment.windowFrom)} at the earliest, and ${nameOf(scene, alignment.earliestFinisher)} can go until ${day(alignment.windowTo)}. Nobody is late: these are two calendars.`;
    case 'misaligned': {
      const apart = count(alignment.spreadDays, 'day');
      const window = windowSaid(seen, alignment, day);
      return window
        ? `the dates are all in. There is a window, ${window}, but the days people would like lie ${apart} apart.`
        : `the dates are all in, and the days people would like lie ${apart} apart.`;
    }
    case 'stretched':
      return `the dates are all in, ${count(alignment.spreadDays, 'day')} apart. A little give on each side is enough.`;
    case 'aligned':
      return 'the dates are all in, and they fit.';
  }
}

/** Only the ends that somebody gave: who names one day alone has claimed no window. */
function windowSaid(
  { answers }: Seen,
  { windowFrom, windowTo }: Extract<Alignment, { readonly windowFrom: string }>,
  day: (on: string) => string,
): string | undefined {
  const hasFrom = answers.some(({ earliestOn }) => earliestOn === windowFrom);
  const hasTo = answers.some(({ latestOn }) => latestOn === windowTo);
  if (hasFrom && hasTo) return `${day(windowFrom)} to ${day(windowTo)}`;
  if (hasFrom) return `from ${day(windowFrom)} on`;
  return hasTo ? `until ${day(windowTo)}` : undefined;
}

function waysWords(alignment: Alignment, scene: Scene): string {
  if (alignment.status === 'waiting' || alignment.status === 'aligned') return '';
  const move =
    'suggestedOn' in alignment ? [`meet on ${dayWords(alignment.suggestedOn, scene.today)}`] : [];
  const ways = [
    ...move,
    'split it into what can be ready early and what waits',
    'step out for now and join later',
    'look further ahead and plan back from there',
  ];
  return ['Ways through:', ...ways.map((way) => `• ${way}`)].join('\n');
}

export function wayButtons(seen: Seen, alignment: Alignment, scene: Scene): readonly Button[] {
  const { id: milestoneId, open, title } = seen.milestone;
  const valueOn = (on?: string) =>
    encodeAbout({ milestoneId, version: open?.version ?? 0, channelId: scene.channelId, on });
  if (alignment.status === 'waiting') return [datesButton(seen, scene)];
  const suggested = 'suggestedOn' in alignment ? alignment.suggestedOn : undefined;
  const isClash = alignment.status !== 'aligned';
  return [
    ...(suggested
      ? [
          button({
            id: MILESTONES.propose,
            text: `Agree on ${dayWords(suggested, scene.today)}`,
            value: valueOn(suggested),
            style: 'primary',
            label: `Agree on ${dayWords(suggested, scene.today)} for ${title}`,
          }),
        ]
      : []),
    ...(isClash
      ? [
          button({
            id: MILESTONES.split,
            text: 'Split it',
            value: valueOn(),
            label: `Split ${title}`,
          }),
          button({
            id: MILESTONES.stepOut,
            text: 'Join later',
            value: valueOn(),
            label: `Our organization joins ${title} later`,
          }),
        ]
      : []),
    button({
      id: MILESTONES.proposeOther,
      text: isClash ? 'Look further' : 'Another date',
      value: valueOn(suggested ?? alignment.windowFrom),
      label: `Put another date forward for ${title}`,
    }),
    datesButton(seen, scene),
  ];
}
