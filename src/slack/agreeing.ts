import type { ModalView } from '@slack/types';
import type { Answered } from '../agreements/answer.ts';
import type { Doubt } from '../agreements/proposal.ts';
import type { TakenBack } from '../agreements/take-back.ts';
import type { StanceInput } from '../agreements/take-stance.ts';
import type { Context } from '../context.ts';
import type { Answer, Form, Message } from './answer.ts';
import { choiceInput, modal, section, textInput } from './blocks.ts';
import type { Click, Doors, Submission } from './doors.ts';

/** Who says something about what is put forward, where, and about which version of what. */
export type AgreeingPlace<S> = {
  readonly ctx: Context;
  readonly scene: S;
  readonly subjectId: string;
  /** Which they looked at; whichever is open where they wrote it in words. */
  readonly version?: number | undefined;
};

/** What has come of it. */
export type Said =
  | (Answered & { readonly kind: 'endorse' | Doubt })
  | (TakenBack & { readonly kind: 'withdraw' });

/** How one room words what can be said of anything that organizations agree about. */
export type Agreeing<S> = {
  /** With which its ids begin: `glossary`. */
  readonly room: string;
  clicked(given: Click): AgreeingPlace<S>;
  submitted(given: Submission): AgreeingPlace<S>;
  answer(ctx: Context, input: StanceInput): Promise<Answered>;
  takeBack(ctx: Context, input: { readonly subjectId: string }): Promise<TakenBack>;
  said(place: AgreeingPlace<S>, said: Said): Promise<Message>;
  history(place: AgreeingPlace<S>): Promise<Message>;
  /** Asks for the reason; how much it weighs can still be chosen, where that can be. */
  ask(place: AgreeingPlace<S>, weight: Doubt): Promise<Form>;
};

const WEIGHT = 'weight';
/** The block in which the reason of a no is written. */
export const REASON = 'reason';

/** The form of a no, in which its weight is chosen. */
export function doubtForm(given: {
  readonly id: string;
  readonly about: string;
  /** What is put forward. */
  readonly shown: string;
  readonly weight: Doubt;
  /** What an objection says: *it should not be this date*. */
  readonly objection: string;
  readonly limit: number;
  readonly hint?: string;
  readonly placeholder?: string;
}): ModalView {
  const { id, about, shown, weight, objection, ...reason } = given;
  return modal({
    id,
    // Slack takes 24 characters.
    title: 'Object or note a concern',
    submit: 'Send',
    about,
    blocks: [
      section(shown),
      choiceInput({
        block: WEIGHT,
        label: 'How much does it matter?',
        choices: [
          { value: 'object', text: `An objection: ${objection}` },
          { value: 'concern', text: 'A concern: note it, it doesn’t block' },
        ],
        initial: weight,
      }),
      textInput({ ...reason, block: REASON, label: 'What would have to change?', isLong: true }),
    ],
  });
}

/** What can be written after the name of it, by the words. */
export const AGREEING_WORDS = [
  'endorse',
  'accept',
  'object',
  'concern',
  'withdraw',
  'history',
] as const;

export type AgreeingWord = (typeof AGREEING_WORDS)[number];

export function isAgreeingWord(word: string): word is AgreeingWord {
  return (AGREEING_WORDS as readonly string[]).includes(word);
}

/** `endorse TERM`, `object TERM = REASON`; without a reason it is asked for. */
export async function agreeInWords<S>(
  agreeing: Agreeing<S>,
  word: AgreeingWord,
  place: AgreeingPlace<S>,
  reason: string | undefined,
): Promise<Answer> {
  if (word === 'history') return agreeing.history(place);
  if (word === 'withdraw') return withdraw(agreeing, place);
  if (word === 'endorse' || word === 'accept') return endorse(agreeing, place);
  return reason === undefined ? agreeing.ask(place, word) : refuse(agreeing, place, word, reason);
}

/** The buttons and the form of them all. */
export function registerAgreeing<S>(doors: Doors, agreeing: Agreeing<S>): void {
  const { room, clicked, submitted } = agreeing;
  doors.click(`${room}.endorse`, async (click) => ({
    message: await endorse(agreeing, clicked(click)),
  }));
  doors.click(`${room}.object`, async (click) => ({
    form: (await agreeing.ask(clicked(click), 'object')).view,
  }));
  doors.form(`${room}.object`, (submission) => {
    const { values } = submission;
    const weight = values.text(WEIGHT) === 'concern' ? 'concern' : 'object';
    return refuse(agreeing, submitted(submission), weight, values.text(REASON));
  });
  doors.click(`${room}.withdraw`, async (click) => ({
    message: await withdraw(agreeing, clicked(click)),
  }));
  doors.click(`${room}.history`, async (click) => ({
    message: await agreeing.history(clicked(click)),
  }));
}

/** Says yes for the organization of whoever says it. */
export async function endorse<S>(agreeing: Agreeing<S>, place: AgreeingPlace<S>): Promise<Message> {
  const { ctx, subjectId, version } = place;
  const answered = await agreeing.answer(ctx, { subjectId, version, kind: 'endorse' });
  return agreeing.said(place, { kind: 'endorse', ...answered });
}

async function refuse<S>(
  agreeing: Agreeing<S>,
  place: AgreeingPlace<S>,
  kind: Doubt,
  reason: string,
): Promise<Message> {
  const { ctx, subjectId, version } = place;
  const answered = await agreeing.answer(ctx, { subjectId, version, kind, reason });
  return agreeing.said(place, { kind, ...answered });
}

async function withdraw<S>(agreeing: Agreeing<S>, place: AgreeingPlace<S>): Promise<Message> {
  const { ctx, subjectId } = place;
  return agreeing.said(place, {
    kind: 'withdraw',
    ...(await agreeing.takeBack(ctx, { subjectId })),
  });
}
