import type { ModalView } from '@slack/types';
import type { Doubt } from '../../agreements/proposal.ts';
import { doubtForm, REASON } from '../../slack/agreeing.ts';
import {
  choiceInput,
  choicesInput,
  dateInput,
  modal,
  peopleInput,
  section,
  textInput,
} from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { NOTE_LIMIT } from '../../timelines/date-proposal.ts';
import { MOVE_REASONS } from '../forecast.ts';
import type { Seen } from '../list-milestones.ts';
import { DONE_LIMIT, expectedOn, TITLE_LIMIT } from '../milestone.ts';
import { MILESTONES } from './ids.ts';
import { aboutOf, remainingInput } from './plan-view.ts';
import { windowsWords } from './window-words.ts';
import { dayWords, MOVE_WORDS, nameOf, presentIn, type Scene } from './words.ts';

export type AddValues = {
  readonly title?: string;
  readonly on?: string | undefined;
  readonly doneMeans?: string;
  /** Said above the fields. */
  readonly lead?: string;
};

/** The form for a new milestone. */
export function addForm(given: AddValues, scene: Scene): ModalView {
  const present = scene.organizations.filter(({ hasLeft }) => !hasLeft);
  const choices = present.map(({ id, shortName }) => ({ value: id, text: shortName }));
  return modal({
    id: MILESTONES.add,
    title: 'Add a milestone',
    submit: 'Add',
    about: `- 0 - ${scene.channelId}`,
    blocks: [
      ...(given.lead ? [section(given.lead)] : []),
      textInput({
        block: 'title',
        label: 'What is to be reached?',
        initial: given.title,
        placeholder: 'Pilot open in three neighborhoods',
        limit: TITLE_LIMIT,
      }),
      dateInput({
        block: 'target',
        label: 'Which day would suit your organization?',
        hint: 'The others give their own dates first, and see yours once everybody has answered.',
        initial: given.on,
        isOptional: true,
      }),
      dateInput({ block: 'earliest', label: 'The earliest day', isOptional: true }),
      dateInput({ block: 'latest', label: 'The latest day', isOptional: true }),
      textInput({
        block: 'doneMeans',
        label: 'What does done mean?',
        initial: given.doneMeans,
        placeholder: 'First resident served in each neighborhood',
        isLong: true,
        isOptional: true,
        limit: DONE_LIMIT,
      }),
      choiceInput({
        block: 'organization',
        label: 'Which organization looks after it?',
        choices,
        initial: scene.viewer,
      }),
      peopleInput({
        block: 'owner',
        label: 'Who there?',
        hint: 'They are asked now and then whether the date still holds.',
        isOptional: true,
        isSingle: true,
      }),
      choicesInput({
        block: 'contributors',
        label: 'Whose dates count?',
        choices,
        initial: presentIn(scene),
      }),
    ],
  });
}

export function datesForm(seen: Seen, scene: Scene): ModalView {
  const { milestone } = seen;
  const own = seen.answers.find(({ organizationId }) => organizationId === scene.viewer);
  const blind = milestone.isCollecting
    ? 'Nobody else sees your dates before all have answered.'
    : 'Everybody has answered, so the others see a change at once.';
  return modal({
    id: MILESTONES.dates,
    title: 'Our dates',
    submit: 'Save',
    about: aboutOf(seen, scene),
    blocks: [
      section(`${bold(milestone.title)}\n${blind}`),
      dateInput({ block: 'target', label: 'Which day would suit you?', initial: own?.targetOn }),
      dateInput({
        block: 'earliest',
        label: 'The earliest day',
        initial: own?.earliestOn,
        isOptional: true,
      }),
      dateInput({
        block: 'latest',
        label: 'The latest day',
        initial: own?.latestOn,
        isOptional: true,
      }),
      confidenceInput('How sure are you of it?', own?.confidence, true),
      textInput({
        block: 'note',
        label: 'What it depends on',
        initial: own?.note,
        placeholder: 'After the council vote and the posting of notices',
        isOptional: true,
        limit: NOTE_LIMIT,
      }),
    ],
  });
}

export function moveForm(seen: Seen, scene: Scene): ModalView {
  const { milestone } = seen;
  return modal({
    id: MILESTONES.move,
    title: 'New date',
    submit: 'Save',
    about: aboutOf(seen, scene),
    blocks: [
      section(`${bold(milestone.title)}\nAn early word helps everybody: we plan around it.`),
      dateInput({
        block: 'target',
        label: 'When do you expect it now?',
        initial: expectedOn(milestone),
      }),
      choiceInput({
        block: 'reason',
        label: 'What moved it?',
        choices: MOVE_REASONS.map((value) => ({ value, text: MOVE_WORDS[value] })),
        isOptional: true,
      }),
      remainingInput(milestone.remainingWorkingDays),
    ],
  });
}

export function proposeForm(seen: Seen, scene: Scene, on: string | undefined): ModalView {
  return modal({
    id: MILESTONES.propose,
    title: 'Put a date forward',
    submit: 'Propose',
    about: aboutOf(seen, scene),
    blocks: [
      section(
        [
          bold(seen.milestone.title),
          'It is agreed when every organization has said yes to the same date.',
          windowsWords(seen, scene),
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      dateInput({ block: 'target', label: 'By when?', initial: on }),
    ],
  });
}

export function stepOutForm(seen: Seen, scene: Scene): ModalView {
  return modal({
    id: MILESTONES.stepOut,
    title: 'Join later',
    submit: 'Join later',
    about: aboutOf(seen, scene),
    blocks: [
      section(
        `${bold(seen.milestone.title)}\nThe others go ahead with their dates. Your organization gets a milestone of its own for the day on which it joins.`,
      ),
      dateInput({ block: 'target', label: 'From when can your organization join?' }),
    ],
  });
}

export function objectForm(seen: Seen, scene: Scene, weight: Doubt = 'object'): ModalView {
  const { milestone } = seen;
  const { on, dropped } = milestone.open?.content ?? {};
  if (dropped) return keepForm(seen, scene);
  return doubtForm({
    id: MILESTONES.object,
    about: aboutOf(seen, scene),
    shown: `${bold(milestone.title)}${on ? `\nPut forward: ${dayWords(on, scene.today)}` : ''}`,
    weight,
    objection: 'it should not be this date',
    placeholder: 'Papers are due before our attorney is finished',
    limit: DONE_LIMIT,
  });
}

/** The no to giving it up. */
function keepForm(seen: Seen, scene: Scene): ModalView {
  const from = nameOf(scene, seen.milestone.open?.organizationId ?? '');
  return modal({
    id: MILESTONES.object,
    title: 'Keep it',
    submit: 'Keep it',
    about: aboutOf(seen, scene),
    blocks: [
      section(`${from} would give up ${bold(seen.milestone.title)}.`),
      textInput({
        block: REASON,
        label: 'Why would you keep it?',
        placeholder: 'The clinics count on it',
        isLong: true,
        limit: DONE_LIMIT,
      }),
    ],
  });
}

/** Two milestones out of one: nothing is filled in for them but the name. */
export function splitForm({ milestone: { title } }: Seen, scene: Scene): ModalView {
  const name = `${title.slice(0, TITLE_LIMIT - SPLIT.length)}${SPLIT}`;
  const lead = `This adds what can be ready early, as a milestone of its own. ${bold(title)} stays for what waits.`;
  return addForm({ title: name, lead }, scene);
}

const SPLIT = ': first part';

export function confidenceForm(seen: Seen, scene: Scene): ModalView {
  const { milestone } = seen;
  const on = expectedOn(milestone);
  const own = milestone.confidence.find(({ organizationId }) => organizationId === scene.viewer);
  return modal({
    id: MILESTONES.confidence,
    title: 'How likely?',
    submit: 'Save',
    about: aboutOf(seen, scene),
    blocks: [
      section(`${bold(milestone.title)}\nYour organization’s answer is shown with its name.`),
      confidenceInput(
        `How likely is done by ${on ? dayWords(on, scene.today) : 'then'}?`,
        own?.value,
        false,
      ),
    ],
  });
}

const LIKELY = ['very unlikely', 'unlikely', 'even', 'likely', 'very likely'];

function confidenceInput(label: string, initial: number | undefined, isOptional: boolean) {
  return choiceInput({
    block: 'confidence',
    label,
    choices: LIKELY.map((words, at) => ({ value: String(at + 1), text: `${at + 1}: ${words}` })),
    initial: initial === undefined ? undefined : String(initial),
    isOptional,
  });
}
