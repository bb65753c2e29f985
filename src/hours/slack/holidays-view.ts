import type { ModalView } from '@slack/types';
import type { Form, Message } from '../../slack/answer.ts';
import {
  actions,
  button,
  choiceInput,
  choicesInput,
  context,
  fitting,
  groupedChoiceInput,
  modal,
  section,
  textInput,
} from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Holiday } from '../holiday.ts';
import type { Offer } from '../offer-holidays.ts';
import type { NamedPlace } from '../open-holidays.ts';
import { placeCode } from '../place.ts';
import { HOURS } from './ids.ts';
import { dateWords, shortDay } from './words.ts';

/*
 * Slack keeps what was chosen in a form whose place another one takes, by the names of the blocks: each
 * step has its own.
 */

/** As many as one menu of Slack holds. */
const MOST_SHOWN = 100;
const ATTRIBUTION = 'Dates by date-holidays, CC BY-SA 3.0. Moon calendars may be a day off.';

export function countryForm(
  countries: readonly NamedPlace[],
  current: string | undefined,
  channelId: string,
): ModalView {
  return modal({
    id: HOURS.country,
    title: 'Holidays',
    submit: 'Next',
    about: channelId,
    blocks: [
      section('Where does your organization take its public holidays from?'),
      groupedChoiceInput({
        block: 'country',
        label: 'Country',
        groups: byInitial(countries),
        initial: current,
      }),
    ],
  });
}

function byInitial(countries: readonly NamedPlace[]) {
  const groups = Map.groupBy(countries, ({ name }) =>
    name.normalize('NFD').slice(0, 1).toUpperCase(),
  );
  return [...groups].map(([label, some]) => ({ label, choices: some.map(choiceOf) }));
}

function choiceOf({ code, name }: NamedPlace) {
  return { value: code, text: name };
}

export function stateForm(
  country: NamedPlace,
  subdivisions: readonly NamedPlace[],
  current: string | undefined,
  channelId: string,
): ModalView {
  const whole = { value: country.code, text: 'None of these: the whole country' };
  return modal({
    id: HOURS.state,
    title: 'Holidays',
    submit: 'Next',
    about: channelId,
    blocks: [
      section(`${bold(country.name)} has holidays of its parts.`),
      choiceInput({
        block: 'state',
        label: 'State or region',
        choices: [whole, ...subdivisions.map(choiceOf)],
        initial: current ?? whole.value,
      }),
    ],
  });
}

export function daysForm(offer: Offer, channelId: string): ModalView {
  const shown = shownOf(offer);
  const name = bold(offer.organization.shortName);
  return modal({
    id: HOURS.days,
    title: 'Holidays',
    submit: 'Save',
    about: `${placeCode(offer.place)} ${channelId}`,
    blocks: [
      section(
        shown.length > 0
          ? `What ${bold(offer.placeName)} lists until ${dateWords(offer.until)}. ${name} is closed on the days that are chosen. Public holidays are chosen already; take away those on which you work, and add others. I remember it for the next year.`
          : `${bold(offer.placeName)} lists no day on which ${name} would work until ${dateWords(offer.until)}.`,
      ),
      ...(shown.length > 0
        ? [
            choicesInput({
              block: 'days',
              label: 'Closed on',
              choices: shown.map((day) => ({ value: day.on, text: optionWords(day) })),
              initial: shown.map(({ on }) => on).filter((on) => offer.ticked.has(on)),
              isOptional: true,
            }),
          ]
        : []),
      closedInput(),
      context(ATTRIBUTION),
    ],
  });
}

export function closedInput() {
  return textInput({
    block: 'closed',
    label: 'Closed on other days too',
    placeholder: '27 November 2026, 24 December to 1 January',
    isOptional: true,
    limit: 1_000,
  });
}

/** Those on which the organization would work otherwise; where there are too many, the public ones first. */
export function shownOf({
  days,
  organization,
}: Pick<Offer, 'days' | 'organization'>): readonly Holiday[] {
  const worked = days.filter(({ on }) =>
    organization.workingWeek.includes(new Date(`${on}T12:00:00Z`).getUTCDay() || 7),
  );
  if (worked.length <= MOST_SHOWN) return worked;
  const isPublic = worked.filter(({ kind }) => kind === 'public');
  const others = worked.filter(({ kind }) => kind !== 'public');
  return [...isPublic, ...others].slice(0, MOST_SHOWN).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function optionWords({ on, name, kind }: Holiday): string {
  return `${shortDay(on)} · ${name}${kind === 'public' ? '' : ` (${kind})`}`;
}

/** What an import would close, before it does. */
export function previewMessage(offer: Offer, channelId: string): Message {
  const shown = shownOf(offer);
  const line = ({ on, name }: Holiday) => `• ${shortDay(on)} · ${inert(name)}`;
  const closed = shown.filter(({ on }) => offer.ticked.has(on));
  const open = shown.filter(({ on, kind }) => !offer.ticked.has(on) && kind === 'public');
  const others = shown.length - closed.length - open.length;
  const name = bold(offer.organization.shortName);
  const paragraphs = [
    closed.length > 0
      ? `With the holidays of ${bold(offer.placeName)}, ${name} would be closed on these days until ${dateWords(offer.until)}:\n${closed.map(line).join('\n')}`
      : `${bold(offer.placeName)} lists no day until ${dateWords(offer.until)} on which ${name} would be closed.`,
    ...(open.length > 0 ? [`Open, because you said so before:\n${open.map(line).join('\n')}`] : []),
    ...(others > 0
      ? [
          `${others} more listed ${others === 1 ? 'day is no public holiday and stays' : 'days are no public holidays and stay'} open; *Choose days* shows them.`,
        ]
      : []),
    'Nothing is changed yet. In words: `/partnership hours open 1 March` and `/partnership hours closed 27 November` correct it later.',
  ];
  const value = `${placeCode(offer.place)} ${channelId}`;
  return {
    text: paragraphs.join('\n'),
    blocks: fitting(
      [
        ...paragraphs.map((one) => section(one)),
        actions([
          button({ id: HOURS.confirm, text: 'Close on these days', value, style: 'primary' }),
          button({ id: HOURS.days, text: 'Choose days', value }),
        ]),
        context(ATTRIBUTION),
      ],
      'There is more: `/partnership hours`',
    ),
  };
}

export function holidaysInvitation(view: ModalView, value: string): Form {
  const text =
    'To import public holidays, open the form, or write where: `/partnership hours holidays US-IL`. Nothing changes before you confirm.';
  const open = button({ id: HOURS.country, text: 'Open the form', value, style: 'primary' });
  return { view, invitation: { text, blocks: [section(text), actions([open])] } };
}
