import type { webApi } from '@slack/bolt';
import type { Deed } from '../context.ts';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, isForm, type Message } from './answer.ts';
import type { Asking } from './asking.ts';
import type { ContextOf } from './context-of.ts';
import type { Deeds } from './deeds.ts';
import { failureMessage } from './failure.ts';
import { cut } from './limits.ts';
import type { Line, Talk } from './line.ts';
import { escaped, typed } from './mrkdwn.ts';
import { refuseLong } from './refuse-long.ts';
import { sendPrivately } from './send.ts';
import { type Door, wordedFor } from './wording.ts';

/** What came as a mention or a direct message. */
export type Said = {
  /** Of the event: however often it is worked on, what it asks for is done once. */
  readonly eventId: string;
  readonly asking: Asking;
  readonly raw: string;
  readonly messageTs: string | undefined;
  readonly fileIds?: readonly string[];
  readonly partnershipName?: string | undefined;
};

function cutOff(raw: string): Message {
  const line = escaped(cut(typed(raw).trim(), MOST_QUOTED));
  return {
    text: `I was interrupted after I did what you asked with “${line}”, and before I could tell you what came of it. Please look before you ask again: \`/partnership\` shows how things stand, \`/glossary list\` the terms, \`/partnership milestones\` the dates.`,
  };
}

/** Of a line, as much as tells its author which one it was. */
const MOST_QUOTED = 80;

const NOT_KEPT: Message = {
  text: 'My answer held something for your eyes alone, and Slack did not let me tell you. I keep no copy of such an answer. Please ask again to read it; what you asked me to change is changed already.',
};

/** Answers lines that no trigger waits for: what they ask for and the answer are done one after the other, each once. */
export function createLineDoor(parts: {
  readonly contextOf: ContextOf;
  readonly client: webApi.WebClient;
  readonly log: Logger;
  readonly deeds: Deeds;
}): (talk: Talk, said: Said) => Promise<void> {
  const { contextOf, client, log, deeds } = parts;

  const lineOf = ({ asking, raw, fileIds = [], partnershipName }: Said, deed: Deed): Line => ({
    words: typed(raw).trim(),
    raw: raw.trim(),
    fileIds,
    asking,
    context: async (how) => ({ ...(await contextOf(asking, { partnershipName, ...how })), deed }),
  });

  return async (talk, said) => {
    const { asking, messageTs, eventId } = said;
    const door: Door = asking.isDirect ? 'direct' : 'mention';
    const outcome = await deeds.once<Message>(eventId, {
      async act(deed) {
        try {
          const line = lineOf(said, deed);
          refuseLong(talk, line);
          return spoken(wordedFor(door, await talk(line)));
        } catch (error) {
          const isDone = !(error instanceof Refusal) && (await deed.isDone());
          return wordedFor(door, failureMessage(error, log, asking.kind, isDone));
        }
      },
      kept: (message) => (message.isSecret ? wordedFor(door, NOT_KEPT) : message),
      cutOff: () => wordedFor(door, cutOff(said.raw)),
    });
    if (!outcome) return;
    const { userId = '', channelId = '', isDirect, threadTs } = asking;
    const to = { userId, channelId, isDirect, threadTs, messageTs };
    await sendPrivately(client, to, outcome.answer, outcome.trace);
    await deeds.delivered(eventId);
  };
}

/** Without a trigger a form is offered, not opened. */
function spoken(answer: Answer): Message {
  return isForm(answer) ? answer.invitation : answer;
}
