import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from './answer.ts';
import { answerInPlace } from './answered.ts';
import { type Asking, askingOf } from './asking.ts';
import { failureOf, type Way } from './attend.ts';
import { carriedChannel, channelOf } from './carried.ts';
import type { DoorParts } from './click-door.ts';
import { type FormValues, fieldErrors, formValues, originOf, withOrigin } from './form.ts';
import { GATE } from './gate-words.ts';
import type { Registry } from './registry.ts';
import { within } from './within.ts';
import { doorOf, wordedFor } from './wording.ts';

/** What somebody sent off, who has been let in. */
export type Submission = {
  readonly values: FormValues;
  /** What the form was opened about. */
  readonly about: string;
  readonly asking: Asking;
  readonly ctx: Context;
  /** A channel of the partnership: the one that the form was opened in, or for. */
  readonly channelId: string;
};

/** What is said to the one who sent a form off, or the form that takes its place. */
export type FormAnswer = Message | { readonly next: ModalView } | undefined;

type Outcome = { readonly answer: FormAnswer } | { readonly error: unknown };

/** Slack shows a form for 3 s; what takes longer is answered after it has gone. */
const ANSWER_WITHIN_MS = 2_000;

/** Every form that is sent off comes in here. */
export function openForms(
  slack: App,
  forms: Registry<(submission: Submission) => Promise<FormAnswer>>,
  parts: DoorParts,
): void {
  const { contextOf, attend, privately, client, log, deeds } = parts;

  slack.view<ViewSubmitAction>(/^/, async ({ ack, body, view }) => {
    const asking = askingOf(body);
    const origin = originOf(view);
    const id = view.callback_id;
    const where = forms.nameOf(id);
    const deed = deeds.pressed(asking, id);
    const { question } = origin;
    const direct: Way = (message) => privately(asking, message, { channelId: asking.userId });
    const channelId = origin.direct ? asking.userId : origin.channelId;
    const there: Way = (message) => privately(asking, message, { channelId });
    const unseen: Way = (message) => privately(asking, message, { channelId, neverInPublic: true });
    const inPlace: Way = async (message) => {
      const { answered } = wordedFor(doorOf(asking), message);
      const isDone = question && answered && (await answerInPlace(client, question, answered));
      if (!isDone) await there(message);
    };
    const ways = [inPlace, there, direct];

    const submitted = async (): Promise<Outcome> => {
      try {
        const handle = forms.find(id);
        if (!handle) throw new Refusal('not-found', GATE.outdatedForm);
        const carried = origin.channelId ?? carriedChannel(origin.about);
        const ctx = { ...(await contextOf(asking, { channelId: carried })), deed };
        const { about } = origin;
        const values = formValues(view.state);
        const place = channelOf(ctx.partnership, carried);
        return { answer: await handle({ values, about, asking, ctx, channelId: place }) };
      } catch (error) {
        return { error };
      }
    };

    const submitting = submitted();
    const outcome = await within(ANSWER_WITHIN_MS, submitting);
    if (outcome && 'error' in outcome) {
      const message = wordedFor(doorOf(asking), await failureOf(outcome.error, log, where, deed));
      const isRefused = outcome.error instanceof Refusal;
      const field = isRefused ? outcome.error.field : undefined;
      // What may have been done is not to be sent off once more.
      const isUndone = isRefused || (await deed.isDone().catch(() => true)) === false;
      const errors = isUndone && fieldErrors(view, field, message.text);
      if (errors) return ack({ response_action: 'errors', errors });
      await ack({ response_action: 'clear' });
      return attend(where, async () => [{ message }], { ways: [unseen, direct], deed });
    }
    if (outcome?.answer && 'next' in outcome.answer) {
      const next = withOrigin(outcome.answer.next, asking, origin, question);
      return ack({ response_action: 'update', view: next });
    }
    await ack({ response_action: 'clear' });
    await attend(where, async () => told(outcome ?? (await submitting)), { ways, deed });
  });

  slack.view({ type: 'view_closed', callback_id: /^/ }, ({ ack }) => ack());
}

function told(outcome: Outcome): readonly { readonly message: Message }[] {
  if ('error' in outcome) throw outcome.error;
  const { answer } = outcome;
  if (!answer) return [];
  return [{ message: 'next' in answer ? { text: GATE.tooSlow } : answer }];
}
