import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, isForm, type Message, toSlack } from './answer.ts';
import { answeredIn, answerInPlace, questionOf } from './answered.ts';
import { type Asking, askingOf } from './asking.ts';
import { chosenIn } from './chosen.ts';
import { type Clients, slackErrorOf } from './clients.ts';
import type { ContextOf, Where } from './context-of.ts';
import { drawnOrInWords, isDrawn } from './drawn.ts';
import { failureMessage } from './failure.ts';
import {
  type FormValues,
  fieldErrors,
  formValues,
  originOf,
  withOrigin,
  withoutFiles,
} from './form.ts';
import type { Line, Talk } from './line.ts';
import { typed } from './mrkdwn.ts';
import { refuseLong } from './refuse-long.ts';
import { sendPrivately } from './send.ts';
import { within } from './within.ts';
import { type Door, doorOf, wordedFor } from './wording.ts';

/** What a click asks for, parsed once. */
export type Click = {
  /** A button's value, or that of the option chosen. */
  readonly value: string;
  readonly asking: Asking;
  context(where?: Where): Promise<Context>;
};

export type ClickAnswer = {
  /** For the one who clicked, alone. */
  readonly message?: Message;
  /** Takes the place of the message that holds the button. */
  readonly replace?: Message;
  readonly form?: ModalView;
};

export type Submission = {
  readonly values: FormValues;
  /** What the form was opened about. */
  readonly about: string;
  readonly asking: Asking;
  context(): Promise<Context>;
};

/** What is said to the one who sent a form off, or the form that takes its place. */
export type FormAnswer = Message | { readonly next: ModalView } | undefined;

export type Shortcut = {
  /** As its readers see it. */
  readonly messageText: string;
  /** As Slack writes it, with tokens and entities. */
  readonly raw: string;
  readonly asking: Asking;
  context(): Promise<Context>;
};

export type Doors = {
  command(name: string, talk: Talk): void;
  /** Answers a line that came as a mention or a direct message. */
  line(talk: Talk, said: Said): Promise<void>;
  click(id: string | RegExp, handle: (click: Click) => Promise<ClickAnswer>): void;
  form(id: string, handle: (submission: Submission) => Promise<FormAnswer>): void;
  shortcut(id: string, handle: (shortcut: Shortcut) => Promise<ModalView>): void;
  /** Tells the one who is asking something, alone, where they are; or not at all. */
  tell(asking: Asking, message: Message): Promise<void>;
};

export type Said = {
  readonly asking: Asking;
  readonly raw: string;
  readonly messageTs: string | undefined;
  readonly fileIds?: readonly string[];
  readonly partnershipName?: string | undefined;
};

/** Slack waits 3 s for an answer in the acknowledgement; what takes longer is sent after it. */
const ANSWER_WITHIN_MS = 2_000;

export function createDoors(
  slack: App,
  contextOf: ContextOf,
  clients: Clients,
  log: Logger,
): Doors {
  const client = clients.waiting;

  const lineOf = (
    asking: Asking,
    raw: string,
    given: { readonly fileIds?: readonly string[]; readonly where?: Where } = {},
  ): Line => ({
    words: typed(raw).trim(),
    raw: raw.trim(),
    fileIds: given.fileIds ?? [],
    asking,
    context: () => contextOf(asking, given.where),
  });

  const answerOf = async (talk: Talk, line: Line, door: Door): Promise<Answer> => {
    try {
      refuseLong(talk, line);
      return wordedFor(door, await talk(line));
    } catch (error) {
      return wordedFor(door, failureMessage(error, log, line.asking.kind));
    }
  };

  const privately = (
    asking: Asking,
    message: Message,
    given: { readonly channelId?: string | undefined; readonly neverInPublic?: boolean } = {},
  ): Promise<void> => {
    const { neverInPublic = false } = given;
    const to = given.channelId ?? asking.channelId ?? asking.userId ?? '';
    const isDirect = to === asking.userId || to.startsWith('D');
    const { userId = '', threadTs } = asking;
    return sendPrivately(
      client,
      { userId, channelId: to, isDirect, threadTs, neverInPublic },
      wordedFor(doorOf(asking), message),
    );
  };

  return {
    async tell(asking, message) {
      try {
        await privately(asking, message, { neverInPublic: true });
      } catch (error) {
        if (slackErrorOf(error) === undefined) throw error;
        log.info({ err: error }, 'Slack lets nobody but everybody hear this, so it is not said');
      }
    },

    command(name, talk) {
      slack.command(name, async ({ ack, body, respond }) => {
        const asking = askingOf(body);
        const answering = answerOf(talk, lineOf(asking, body.text ?? ''), 'command');
        const soon = await within(ANSWER_WITHIN_MS, answering);
        // Whether Slack takes what is drawn is not heard after an acknowledgement.
        if (soon && !isForm(soon) && !isDrawn(soon)) {
          return ack({ response_type: 'ephemeral', ...toSlack(soon) });
        }
        await ack();
        const message = await opened(soon ?? (await answering), asking);
        if (!message) return;
        await drawnOrInWords(message, (given) =>
          respond({ response_type: 'ephemeral', ...toSlack(given) }),
        );
      });
    },

    async line(talk, { asking, raw, messageTs, fileIds = [], partnershipName }) {
      const door = asking.isDirect ? 'direct' : 'mention';
      const line = lineOf(asking, raw, { fileIds, where: { partnershipName } });
      const answer = await answerOf(talk, line, door);
      const message = isForm(answer) ? answer.invitation : answer;
      const { userId = '', channelId = '', isDirect, threadTs } = asking;
      await sendPrivately(client, { userId, channelId, isDirect, threadTs, messageTs }, message);
    },

    click(id, handle) {
      slack.action<BlockAction>(id, async ({ ack, body, action, respond }) => {
        await ack();
        const asking = askingOf(body);
        const context = (where?: Where) => contextOf(asking, where);
        const value = chosenIn(action);
        const { message, replace, form } = await handle({ value, asking, context }).catch(
          (error): ClickAnswer => ({ message: failureMessage(error, log, String(id)) }),
        );
        const responding = (given: Message, how: object) =>
          drawnOrInWords(wordedFor(doorOf(asking), given), (content) =>
            respond({ ...how, ...toSlack(content) }),
          );
        const question = questionOf(body, action.block_id);
        if (form) {
          const placed = withOrigin(form, asking, body.view && originOf(body.view), question);
          await openForm(placed, asking, body.view?.type === 'modal' ? 'push' : 'open');
        }
        if (replace && body.response_url) {
          await responding(replace, { replace_original: true });
        }
        if (!message) return;
        const { answered } = message;
        const said =
          question && answered && answeredIn(body.message ?? {}, question.blockId, answered);
        if (said && body.response_url) {
          await responding(said, { replace_original: true });
          return;
        }
        if (!body.response_url) return privately(asking, message);
        const how = { response_type: 'ephemeral', replace_original: false };
        await responding(message, how).catch(() => privately(asking, message));
      });
    },

    form(id, handle) {
      slack.view<ViewSubmitAction>(id, async ({ ack, body, view }) => {
        const asking = askingOf(body);
        const origin = originOf(view);
        const context = () => contextOf(asking, { channelId: origin.channelId });
        const submission = { values: formValues(view.state), about: origin.about, asking, context };
        let answer: FormAnswer;
        try {
          answer = await handle(submission);
        } catch (error) {
          const worded = wordedFor(doorOf(asking), failureMessage(error, log, id));
          const field = error instanceof Refusal ? error.field : undefined;
          return ack({ response_action: 'errors', errors: fieldErrors(view, field, worded.text) });
        }
        if (answer && 'next' in answer) {
          return ack({
            response_action: 'update',
            view: withOrigin(answer.next, asking, origin, origin.question),
          });
        }
        await ack({ response_action: 'clear' });
        if (!answer) return;
        const { answered } = wordedFor(doorOf(asking), answer);
        const { question } = origin;
        if (question && answered && (await answerInPlace(client, question, answered))) return;
        const channelId = origin.direct ? asking.userId : origin.channelId;
        await privately(asking, answer, { channelId });
      });
    },

    shortcut(id, handle) {
      slack.shortcut(
        { type: 'message_action', callback_id: id },
        async ({ ack, body, shortcut }) => {
          await ack();
          const asking = askingOf(body);
          const text = 'message' in shortcut ? (shortcut.message.text ?? '') : '';
          try {
            const context = () => contextOf(asking);
            const given = { messageText: typed(text), raw: text, asking, context };
            const view = await handle(given);
            await openForm(withOrigin(view, asking, undefined), asking);
          } catch (error) {
            await privately(asking, failureMessage(error, log, id));
          }
        },
      );
    },
  };

  /** Opens a form where there is a trigger for it; what is left to say, if anything. */
  async function opened(answer: Answer, asking: Asking): Promise<Message | undefined> {
    if (!isForm(answer)) return answer;
    try {
      await openForm(withOrigin(answer.view, asking, undefined), asking);
      return undefined;
    } catch (error) {
      log.info({ err: error }, 'a form could not be opened; its button is offered instead');
      return answer.invitation;
    }
  }

  /** Over whatever is open already, where it was asked for in there. */
  async function openForm(
    view: ModalView,
    asking: Asking,
    how: 'open' | 'push' = 'open',
  ): Promise<void> {
    const trigger_id = asking.triggerId ?? '';
    const show = (given: ModalView) =>
      how === 'push'
        ? client.views.push({ trigger_id, view: given })
        : client.views.open({ trigger_id, view: given });
    try {
      await show(view);
    } catch (error) {
      // Slack refuses a form that takes files where nobody allowed the app to read any.
      const plain = withoutFiles(view);
      if (slackErrorOf(error) !== 'invalid_arguments' || !plain) throw error;
      await show(plain);
    }
  }
}
