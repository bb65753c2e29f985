import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import {
  choicesInput,
  dateInput,
  modal,
  peopleInput,
  section,
  textInput,
} from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { leadTimeLine } from '../lead-time.ts';
import type { Seen } from '../list-milestones.ts';
import { stepLine } from '../steps.ts';
import { type About, encodeAbout, MILESTONES } from './ids.ts';
import type { Scene } from './words.ts';

/** How the owner means to get there. */
export function planForm(seen: Seen, all: readonly Seen[], scene: Scene): ModalView {
  const { milestone } = seen;
  const others = all.filter((one) => one.milestone.id !== milestone.id);
  const blocks: KnownBlock[] = [
    section(bold(milestone.title)),
    peopleInput({
      block: 'owner',
      label: 'Who looks after it?',
      isOptional: true,
      isSingle: true,
      initial: milestone.owner ? [milestone.owner.slackUserId] : [],
      hint: 'Leave it empty to keep who it is.',
    }),
    remainingInput(milestone.remainingWorkingDays),
    dateInput({
      block: 'latest',
      label: 'The latest day that would do',
      initial: milestone.latestAcceptableOn,
      isOptional: true,
    }),
    textInput({
      block: 'steps',
      label: 'What is left to do, step by step',
      hint: 'One a line: the working days it takes, or the meeting that decides and how many working days before it the papers are due.',
      placeholder: 'Budget memo 4\nAttorney review 6\nCouncil vote @council papers 10',
      initial: milestone.steps.map(stepLine).join('\n'),
      isLong: true,
      isOptional: true,
      limit: 1_000,
    }),
    textInput({
      block: 'leadTime',
      label: 'How long does such a thing take?',
      hint: 'Working days: the least, what is usual, the most.',
      placeholder: '20, 35, 60',
      initial: milestone.leadTime ? leadTimeLine(milestone.leadTime) : '',
      isOptional: true,
      limit: 20,
    }),
  ];
  if (others.length > 0) {
    blocks.push(
      choicesInput({
        block: 'dependsOn',
        label: 'What has to be reached before?',
        choices: others.map(({ milestone: { id, title } }) => ({ value: id, text: title })),
        initial: milestone.dependsOn,
        isOptional: true,
      }),
    );
  }
  return modal({
    id: MILESTONES.plan,
    title: 'Plan',
    submit: 'Save',
    about: aboutOf(seen, scene),
    blocks,
  });
}

export function remainingInput(days: number): InputBlock {
  return textInput({
    block: 'remaining',
    label: 'How many working days of work are left?',
    initial: String(days),
    isOptional: true,
    limit: 4,
  });
}

/** What a form about this milestone carries. */
export function aboutOf({ milestone }: Seen, scene: Scene): string {
  const about: About = {
    milestoneId: milestone.id,
    version: milestone.open?.version ?? 0,
    channelId: scene.channelId,
  };
  return encodeAbout(about);
}
