import type { App } from '@slack/bolt';
import { type Answer, isForm, type Message, toSlack } from './answer.ts';
import { type Asking, askingOf } from './asking.ts';
import { failureOf, type Way } from './attend.ts';
import type { DoorParts } from './click-door.ts';
import type { Pressed } from './deeds.ts';
import { drawnOrInWords, isDrawn } from './drawn.ts';
import { withOrigin } from './form.ts';
import { GATE } from './gate-words.ts';
import type { Line, Talk } from './line.ts';
import { typed } from './mrkdwn.ts';
import { refuseLong } from './refuse-long.ts';
import type { Registry } from './registry.ts';
import { within } from './within.ts';
import { wordedFor } from './wording.ts';

/** Slack waits 3 s for an answer in the acknowledgement; what takes longer is sent after it. */
const ANSWER_WITHIN_MS = 2_000;

/** Every slash command comes in here. */
export function openCommands(slack: App, commands: Registry<Talk>, parts: DoorParts): void {
  const { contextOf, attend, privately, openForm, log, deeds } = parts;

  const answerTo = async (
    asking: Asking,
    { name, text }: { readonly name: string; readonly text: string },
    deed: Pressed,
  ): Promise<Answer> => {
    const line: Line = {
      words: typed(text).trim(),
      raw: text.trim(),
      fileIds: [],
      asking,
      context: async (how) => ({ ...(await contextOf(asking, how)), deed }),
    };
    const talk = commands.find(name);
    if (!talk) return { text: GATE.outdatedCommand };
    try {
      refuseLong(talk, line);
      return wordedFor('command', await talk(line));
    } catch (error) {
      return wordedFor('command', await failureOf(error, log, commands.nameOf(name), deed));
    }
  };

  /** Opens a form where there is a trigger for it; what is left to say, if anything. */
  const opened = async (answer: Answer, asking: Asking): Promise<readonly Message[]> => {
    if (!isForm(answer)) return [answer];
    try {
      await openForm(withOrigin(answer.view, asking, undefined), asking);
      return [];
    } catch (error) {
      log.info({ err: error }, 'a form could not be opened; its button is offered instead');
      return [answer.invitation];
    }
  };

  slack.command(/^/, async ({ ack, body, respond }) => {
    const asking = askingOf(body);
    const deed = deeds.pressed(asking, body.command);
    const answering = answerTo(asking, { name: body.command, text: body.text ?? '' }, deed);
    const soon = await within(ANSWER_WITHIN_MS, answering);
    // Whether Slack takes what is drawn is not heard after an acknowledgement.
    if (soon && !isForm(soon) && !isDrawn(soon)) {
      return ack({ response_type: 'ephemeral', ...toSlack(soon) });
    }
    await ack();
    const here: Way = (message) =>
      drawnOrInWords(message, (given) =>
        respond({ response_type: 'ephemeral', ...toSlack(given) }),
      );
    const work = async () =>
      (await opened(soon ?? (await answering), asking)).map((message) => ({ message }));
    await attend(commands.nameOf(body.command), work, {
      ways: [here, (message) => privately(asking, message)],
      deed,
    });
  });
}
