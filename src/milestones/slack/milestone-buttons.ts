import type { Button } from '@slack/types';
import { button } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { type About, encodeAbout, MILESTONES } from './ids.ts';
import { dayWords, type Scene } from './words.ts';

/** One tap: still 4 December · new date · done (domain 9.2). */
export function updateButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { title } = seen.milestone;
  const on = expectedOn(seen.milestone);
  const value = valueFor(seen, scene, on);
  const isPast = on !== undefined && on < scene.today;
  const isLost = mayNotHold(seen);
  const still = `Still ${on ? dayWords(on, scene.today) : ''}`;
  const move = button({
    id: MILESTONES.move,
    text: 'New date',
    value,
    label: `New date for ${title}`,
    ...(isLost && { style: 'primary' as const }),
  });
  const done = doneButton(seen, value);
  if (!on || isPast) return [done, move];
  const hold = button({
    id: MILESTONES.still,
    text: still,
    value,
    label: `${still}: ${title}`,
    ...(!isLost && { style: 'primary' as const }),
  });
  return isLost ? [move, hold, done] : [hold, move, done];
}

/** What is known speaks against its day, so that a new one is the likely answer. */
export function mayNotHold({ assessment }: Seen): boolean {
  return (
    assessment?.reasons.some((one) =>
      ['overdue', 'misses_meeting', 'short_of_time'].includes(one),
    ) ?? false
  );
}

/** Everybody hears of it, so it is asked once more. */
function doneButton({ milestone: { title }, waitsFor }: Seen, value: string): Button {
  const others = waitsFor.map((one) => `“${one.title}”`);
  const waits =
    others.length > 0
      ? ` It waits for ${listed(others)}, which ${others.length === 1 ? 'is' : 'are'} not done.`
      : '';
  return button({
    id: MILESTONES.done,
    text: 'Done',
    value,
    label: `Done: ${title}`,
    confirm: { question: `Done: “${title}”? I tell the channel.${waits}`, yes: 'Yes, done' },
  });
}

/** A yes or a no to what is put forward: a date, or giving it up. */
export function stanceButtons(seen: Seen, scene: Scene): readonly Button[] {
  const { open, title } = seen.milestone;
  const value = valueFor(seen, scene, open?.content.on);
  if (open?.content.dropped) {
    return [
      button({
        id: MILESTONES.endorse,
        text: 'Yes, give it up',
        value,
        label: `Yes, give up ${title}`,
        confirm: {
          question: `Give up “${title}”? When all have said yes, it is over, and its history stays.`,
          yes: 'Yes, give it up',
        },
      }),
      button({ id: MILESTONES.object, text: 'No, keep it', value, label: `No, keep ${title}` }),
    ];
  }
  return [
    button({
      id: MILESTONES.endorse,
      text: 'Endorse',
      value,
      style: 'primary',
      label: `Endorse the date of ${title}`,
    }),
    button({
      id: MILESTONES.object,
      text: 'Object',
      value,
      label: `Object to the date of ${title}`,
    }),
  ];
}

/** Primary where the others wait for it. */
export function datesButton(seen: Seen, scene: Scene): Button {
  const { title } = seen.milestone;
  const isMissing =
    seen.missing.includes(scene.viewer ?? '') || (!scene.viewer && seen.missing.length > 0);
  const text = isMissing ? 'Give our dates' : 'Change our dates';
  return button({
    id: MILESTONES.dates,
    text,
    value: valueFor(seen, scene),
    label: `${text} for ${title}`,
    ...(isMissing && { style: 'primary' as const }),
  });
}

export function proposeButton(seen: Seen, scene: Scene): Button {
  const text = seen.milestone.open ? 'Put another date forward' : 'Put a date forward';
  return button({
    id: MILESTONES.proposeOther,
    text,
    value: valueFor(seen, scene),
    label: `${text} for ${seen.milestone.title}`,
  });
}

export function withdrawButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.withdraw,
    text: 'Take it back',
    value: valueFor(seen, scene),
    label: `Take back what I said of ${seen.milestone.title}`,
  });
}

export function confidenceButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.confidence,
    text: 'How likely?',
    value: valueFor(seen, scene, expectedOn(seen.milestone)),
    label: `How likely is the date of ${seen.milestone.title}?`,
  });
}

export function planButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.plan,
    text: 'Plan',
    value: valueFor(seen, scene),
    label: `Plan ${seen.milestone.title}`,
  });
}

export function reopenButton(seen: Seen, scene: Scene): Button {
  const { title, isDropped } = seen.milestone;
  const text = isDropped ? 'Bring it back' : 'Not done after all';
  return button({
    id: MILESTONES.reopen,
    text,
    value: valueFor(seen, scene),
    label: `${text}: ${title}`,
  });
}

export function shareButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.share,
    text: 'Share in the channel',
    value: valueFor(seen, scene),
    label: `Share ${seen.milestone.title} in the channel`,
  });
}

export function historyButton(seen: Seen, scene: Scene): Button {
  return button({
    id: MILESTONES.history,
    text: 'History',
    value: valueFor(seen, scene),
    label: `History of ${seen.milestone.title}`,
  });
}

/** `at` tells several in one block apart. */
export function openButton(seen: Seen, scene: Scene, at = 0): Button {
  return button({
    id: `${MILESTONES.show}.${at}`,
    text: 'Open',
    value: valueFor(seen, scene),
    label: `Open ${seen.milestone.title}`,
  });
}

export function valueFor(seen: Seen, scene: Scene, on?: string): string {
  const about: About = {
    milestoneId: seen.milestone.id,
    version: seen.milestone.open?.version ?? 0,
    channelId: scene.channelId,
    on,
  };
  return encodeAbout(about);
}
