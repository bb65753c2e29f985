import type { WorkingCalendar } from '../../partnerships/calendar.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import { type Alignment, align } from '../../timelines/alignment.ts';
import { type DateAnswer, windowsOf } from '../../timelines/date-proposal.ts';
import type { EarliestPossible } from '../earliest-possible.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen } from '../milestone.ts';
import { encodeAbout, MILESTONES } from './ids.ts';
import { count, dayWords, nameOf, namesOf, type Scene } from './words.ts';

/** What the organizations answered; while it is blind, one's own answer and who is missing. */
export function answersParagraph(
  { milestone, answers, missing }: Seen,
  scene: Scene,
): string | undefined {
  if (!isOpen(milestone)) return undefined;
  const lines = answers.map(
    (answer) => `• *${nameOf(scene, answer.organizationId)}*: ${answerWords(answer, scene)}`,
  );
  if (missing.length > 0) {
    const rule = `Everybody’s dates appear once all have answered. Still to answer: ${namesOf(scene, missing)}.`;
    const own = 'Your own answer, which the others don’t see yet:';
    return [rule, ...(lines.length > 0 ? [own, ...lines] : [])].join('\n');
  }
  return lines.length > 0 ? ['What would suit each of us:', ...lines].join('\n') : undefined;
}

function answerWords(answer: DateAnswer, scene: Scene): string {
  const day = (on: string) => dayWords(on, scene.today);
  const { earliestOn, targetOn, latestOn, confidence, note } = answer;
  const ends = [
    ...(earliestOn && earliestOn !== targetOn ? [`${day(earliestOn)} at the earliest`] : []),
    ...(latestOn && latestOn !== targetOn ? [`${day(latestOn)} at the latest`] : []),
  ];
  return [
    `${day(targetOn)} would suit${ends.length > 0 ? `; ${ends.join(', ')}` : ''}`,
    ...(confidence ? [`sure: ${confidence} of 5`] : []),
    ...(note ? [`“${inert(note)}”`] : []),
  ].join(' · ');
}

/** How the dates of all go together, with the ways through (domain 8.4). */
export function alignmentMessage(
  seen: Seen,
  calendars: readonly WorkingCalendar[],
  scene: Scene,
): Message {
  const { milestone, answers } = seen;
  const alignment = align(windowsOf(answers, scene.today), {
    contributors: milestone.contributors,
    calendars,
    today: scene.today,
  });
  const lines = answers.map(
    (answer) => `• *${nameOf(scene, answer.organizationId)}*: ${answerWords(answer, scene)}`,
  );
  const paragraphs = [
    `${alignmentWords(seen, alignment, scene)}`,
    lines.join('\n'),
    waysWords(alignment, scene),
  ].filter(Boolean);
  return {
    text: paragraphs.join('\n'),
    blocks: [
      ...paragraphs.map((text) => section(text)),
      actions(wayButtons(seen, alignment, scene)),
    ],
  };
}

function alignmentWords({ milestone }: Seen, alignment: Alignment, scene: Scene): string {
  const title = bold(milestone.title);
  const day = (on: string) => dayWords(on, scene.today);
  if (milestone.contributors.length < 2) {
    return `${title}: only ${namesOf(scene, milestone.contributors)} takes part now, so there are no dates to compare. It can put one forward.`;
  }
  switch (alignment.status) {
    case 'waiting':
      return `${title}: waiting for the dates of ${namesOf(scene, alignment.missing)}.`;
    case 'no_overlap':
      return `${title}: the dates are all in, and they miss each other by ${count(alignment.gapDays, 'day')}. ${nameOf(scene, alignment.latestStarter)} can start on ${day(alignment.windowFrom)} at the earliest; ${nameOf(scene, alignment.earliestFinisher)} can go until ${day(alignment.windowTo)}. Nobody is late: these are two calendars.`;
    case 'misaligned':
      return `${title}: the dates are all in. There is a window, ${day(alignment.windowFrom)} to ${day(alignment.windowTo)}, but the days people would like lie ${count(alignment.spreadDays, 'day')} apart.`;
    case 'stretched':
      return `${title}: the dates are all in, ${count(alignment.spreadDays, 'day')} apart. A little give on each side is enough.`;
    case 'aligned':
      return `${title}: the dates are all in, and they fit.`;
  }
}

function waysWords(alignment: Alignment, scene: Scene): string {
  if (alignment.status === 'waiting' || alignment.status === 'aligned') return '';
  const move =
    'suggestedOn' in alignment ? `meet on ${dayWords(alignment.suggestedOn, scene.today)}; ` : '';
  return `Ways through: ${move}split it into what can be ready early and what waits; step out for now and join later; or look further ahead and plan back from there.`;
}

function wayButtons(seen: Seen, alignment: Alignment, scene: Scene) {
  const { id: milestoneId, open, title } = seen.milestone;
  const valueOn = (on?: string) =>
    encodeAbout({ milestoneId, version: open?.version ?? 0, channelId: scene.channelId, on });
  if (alignment.status === 'waiting')
    return [
      button({
        id: MILESTONES.dates,
        text: 'Give our dates',
        value: valueOn(),
        style: 'primary',
        label: `Give our dates for ${title}`,
      }),
    ];
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
            value: valueOn(alignment.windowTo),
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
    button({
      id: MILESTONES.dates,
      text: 'Change our dates',
      value: valueOn(),
      label: `Change our dates for ${title}`,
    }),
  ];
}

/** Told to the organization alone, before the others see its date (domain 8.4). */
export function optimismWords(
  { milestone }: Seen,
  targetOn: string,
  earliest: EarliestPossible,
  scene: Scene,
): string {
  const day = (on: string | undefined) => (on ? dayWords(on, scene.today) : 'later');
  const ready = earliest.readyOn ? ` Your papers could be ready on ${day(earliest.readyOn)}.` : '';
  return `Between us: ${day(targetOn)} comes before what your own steps allow for ${bold(milestone.title)}.${ready} The first day that works is ${day(earliest.earliestOn)}. Would you like to change it before the others see it?`;
}
