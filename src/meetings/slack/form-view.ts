import type { ModalView } from '@slack/types';
import { dateInput, modal, textInput } from '../../slack/blocks.ts';
import { MEETING_NAME_LIMIT } from '../meeting-words.ts';
import { MEETINGS } from './ids.ts';

/** The form for the days of a series. */
export function addForm(given: { readonly name: string; readonly channelId: string }): ModalView {
  return modal({
    id: MEETINGS.add,
    title: 'Add a meeting',
    submit: 'Add',
    about: `- ${given.channelId}`,
    blocks: [
      textInput({
        block: 'name',
        label: 'Which meeting is it?',
        hint: 'The steps of your milestones find it by this name.',
        placeholder: 'council',
        initial: given.name,
        limit: MEETING_NAME_LIMIT,
      }),
      dateInput({ block: 'day', label: 'On which day?', isOptional: true }),
      textInput({
        block: 'days',
        label: 'Or on several',
        placeholder: '15 December, 5 January, 19 January',
        isLong: true,
        isOptional: true,
        limit: 1_500,
      }),
      textInput({
        block: 'time',
        label: 'At what time there?',
        placeholder: '18:30',
        isOptional: true,
        limit: 8,
      }),
      textInput({
        block: 'papers',
        label: 'How many working days before must papers be in?',
        placeholder: '10',
        isOptional: true,
        limit: 3,
      }),
    ],
  });
}
