import type { Button, ModalView } from '@slack/types';
import { Refusal } from '../../refusal.ts';
import { dayWords, wholeDay } from '../../time/day-words.ts';
import type { Form, Message } from '../answer.ts';
import { actions, button, context, modal, section } from '../blocks.ts';
import { cutMarkup, LIMITS } from '../limits.ts';
import { bold, inert } from '../mrkdwn.ts';
import type { Scene } from '../scene.ts';
import { type About, encodeAbout, isCarried } from './about.ts';
import { hintOf, isOfRow } from './hint.ts';
import { inputOf, type Reading } from './values.ts';
import type { Field, Noun, Outcome, Question, Values, Verb } from './verb.ts';

/** Of what a verb is said, and where. */
export type Place<S> = {
  readonly noun: Noun<S>;
  readonly verb: Verb<S>;
  readonly subject: S;
  readonly scene: Scene;
};

function aboutOf<S>({ noun, verb, subject, scene }: Place<S>): About {
  const { rows } = noun;
  const id = rows && isOfRow(rows, verb) ? rows.idOf(subject) : undefined;
  return { channelId: scene.channelId, id };
}

function titleOf<S>({ noun: { rows }, verb, subject }: Place<S>): string | undefined {
  return rows && isOfRow(rows, verb) ? rows.titleOf(subject) : undefined;
}

/** The button of a verb: opens its form, or does it where everything is said. */
export function buttonOf<S>(
  place: Place<S>,
  given: {
    readonly values?: Partial<Values> | undefined;
    readonly isSure?: boolean;
    readonly text?: string;
    readonly style?: 'primary' | 'danger';
    readonly confirm?: { readonly question: string; readonly yes: string };
    /** Beside another one of the same verb. */
    readonly at?: number;
  } = {},
): Button {
  const { noun, verb } = place;
  const { values, isSure, at, text = verb.label, ...looks } = given;
  const about = { ...aboutOf(place), values: values as Values | undefined, isSure };
  const title = titleOf(place);
  return button({
    id: `${noun.name}.${verb.word}${at === undefined ? '' : `.${at}`}`,
    text,
    // A form asks anew for what no button can hold.
    value: encodeAbout(isCarried(about) ? about : aboutOf(place)),
    ...(title && { label: `${text}: ${title}` }),
    ...looks,
  });
}

export function formOf<S>(place: Place<S>, said: Partial<Values>): ModalView {
  const { noun, verb, scene } = place;
  const title = titleOf(place);
  return modal({
    id: `${noun.name}.${verb.word}`,
    title: verb.label,
    submit: verb.submit ?? verb.label,
    about: encodeAbout(aboutOf(place)),
    blocks: [
      ...(title ? [section(bold(title))] : []),
      ...Object.entries<Field>(verb.fields).map(([block, field]) =>
        inputOf(block, field, said[block], scene),
      ),
    ],
  });
}

/** What is still to be said: by form, or in a whole line. */
export function invitationTo<S>(place: Place<S>, said: Partial<Values>): Form {
  const { noun, verb } = place;
  const text = `Open the form, or write ${hintOf(noun, verb, inertTitle(titleOf(place)))}.`;
  const open = buttonOf(place, { values: said, style: 'primary' });
  return {
    view: formOf(place, said),
    invitation: secretIf(verb, { text, blocks: [section(text), actions([open])] }),
  };
}

function inertTitle(title: string | undefined): string | undefined {
  return title && inert(title);
}

/** How days were read, where they can be read in other ways. */
export function daysQuestion<S>(
  { verb }: Place<S>,
  { values, isCertain }: Reading,
): Question | undefined {
  if (isCertain) return undefined;
  const days = Object.entries<Field>(verb.fields)
    .filter(([, { is }]) => is === 'day' || is === 'days')
    .flatMap(([name]) => (values[name] ?? '').split(','))
    .filter(Boolean);
  const [only = '', other] = days;
  const otherwise = 'Otherwise write it with day, month and year, such as `15 December 2026`.';
  if (!other) {
    const says = `I read the day as *${wholeDay(only)}*. Is that right?`;
    return { says, yes: `Yes, ${wholeDay(only)}`, otherwise };
  }
  const lines = days.map((on) => `• ${wholeDay(on)}`);
  return {
    says: ['I read these days:', ...lines, 'Is that right?'].join('\n'),
    yes: 'Yes',
    otherwise,
  };
}

/** A button for yes, which carries what was read. */
export function questionMessage<S>(place: Place<S>, question: Question, values: Values): Message {
  refuseUncarried(place, values);
  const { says, yes, otherwise } = question;
  const sure = buttonOf(place, { values, isSure: true, text: yes, style: 'primary' });
  return secretIf(place.verb, {
    text: cutMarkup(`${says} ${otherwise}`, LIMITS.text),
    blocks: [section(says), actions([sure]), context(otherwise)],
  });
}

const MOST_DAYS = 10;

/** A button for each day that it can be. */
export function whichDayMessage<S>(place: Place<S>, { values, open }: Reading): Message {
  const { name = '', text: written = '', days = [] } = open ?? {};
  refuseUncarried(place, values);
  const text = `“${inert(written)}” can be ${days.map(dayWords).join(' or ')}. Which one do you mean?`;
  const choices = days
    .slice(0, MOST_DAYS)
    .map((on, at) =>
      buttonOf(place, { values: { ...values, [name]: on }, text: wholeDay(on), at }),
    );
  return secretIf(place.verb, { text, blocks: [section(text), actions(choices)] });
}

function refuseUncarried<S>(place: Place<S>, values: Values): void {
  if (isCarried({ ...aboutOf(place), values, isSure: true })) return;
  throw new Refusal(
    'invalid',
    'I would have to ask whether I read the day rightly, and that is more words than I can keep until you answer. Write the day with its year, such as `15 December 2026`.',
  );
}

export function outcomeMessage<S>(verb: Verb<S>, outcome: Exclude<Outcome, Message>): Message {
  const { says, answered, next = [] } = outcome;
  const row = next.length > 0 ? [actions(next)] : [];
  return secretIf(verb, {
    text: says,
    blocks: [section(says), ...row],
    ...(answered && { answered: { text: answered, blocks: [context(answered), ...row] } }),
  });
}

export function secretIf<S>({ isPrivate }: Verb<S>, message: Message): Message {
  return isPrivate ? { ...message, isSecret: true } : message;
}
