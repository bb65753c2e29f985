import type { ModalView } from '@slack/types';
import type { Member } from '../../members/member.ts';
import type { Organization } from '../../partnerships/partnership.ts';
import { choiceInput, choicesInput, modal, section, textInput } from '../../slack/blocks.ts';
import { bold, escaped } from '../../slack/mrkdwn.ts';
import { closedInput } from './holidays-view.ts';
import { HOURS } from './ids.ts';
import { placeWords, weekdayName } from './words.ts';

export function arrangeForm(own: Organization, channelId: string): ModalView {
  const { quietHours, workingWeek } = own;
  const isQuiet = quietHours.from !== quietHours.to;
  return modal({
    id: HOURS.arrange,
    title: 'Week and closed days',
    submit: 'Save',
    about: channelId,
    blocks: [
      section(`When ${bold(own.shortName)} works. Everybody here sees it.`),
      choicesInput({
        block: 'week',
        label: 'Working week',
        choices: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: `${day}`,
          text: weekdayName(day),
        })),
        initial: workingWeek.map(String),
      }),
      textInput({
        block: 'quiet',
        label: 'Quiet hours',
        initial: isQuiet ? `${quietHours.from}-${quietHours.to}` : 'off',
        hint: 'Nobody is written to unasked then, by the clock where they are. off means none.',
        placeholder: '18:00-08:00',
        limit: 40,
      }),
      closedInput(),
      textInput({
        block: 'open',
        label: 'Open after all on',
        placeholder: '17 February 2027',
        isOptional: true,
        limit: 1_000,
      }),
    ],
  });
}

export const KEPT = 'kept';
const SHARED = 'shared';

export function mineForm(member: Member, own: Organization, channelId: string): ModalView {
  const { from, to } = member.workingHours;
  const choices = [
    { value: SHARED, text: `The same as ${own.shortName}` },
    ...(member.closuresFrom ? [{ value: KEPT, text: placeWords(member.closuresFrom) }] : []),
  ];
  return modal({
    id: HOURS.mine,
    title: 'My hours',
    submit: 'Save',
    about: channelId,
    blocks: [
      section(
        `I write to you unasked in these hours only, and nobody else sees them. Your time zone is ${escaped(member.timeZone ?? own.timeZone)}; Slack’s preferences change it.`,
      ),
      textInput({
        block: 'workingHours',
        label: 'Working day',
        initial: `${from}-${to}`,
        placeholder: '10:00-18:30',
        limit: 40,
      }),
      choiceInput({
        block: 'daysOff',
        label: 'Days off',
        choices,
        initial: member.closuresFrom ? KEPT : SHARED,
      }),
      textInput({
        block: 'place',
        label: 'Or the public holidays of another place',
        hint: 'If you live somewhere else than your organization works: US-CA, or California.',
        placeholder: 'US-CA',
        isOptional: true,
        limit: 80,
      }),
    ],
  });
}
