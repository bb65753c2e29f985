import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from '../log.ts';
import type { Message } from './answer.ts';
import { type Asking, askingOf } from './asking.ts';
import { failureMessage } from './failure.ts';
import { type PayloadKind, type ReadPayload, readPayload } from './read-payload.ts';

export type WireParts = {
  readonly log: Logger;
  /** Counts what was acknowledged and is nothing that we know. */
  readonly unread: (kind: PayloadKind, why: string) => void;
  /** Says something to the one person who waits. */
  readonly tell: (asking: Asking, message: Message) => Promise<void>;
};

const UNREADABLE =
  'I couldn’t read what Slack sent me for this, so I did nothing. Please try again from a new message of mine; if it happens again, tell whoever looks after the bot.';

/**
 * Stands between the receiver and everything else, over HTTP and over a socket alike: whoever comes
 * behind meets texts that can be stored, and payloads of a known shape. What is neither read nor listened
 * to is acknowledged at once, because Slack would only send it again.
 */
export function guardWire(receiver: Receiver, parts: WireParts): void {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    init({ processEvent: (event: ReceiverEvent) => hear(app, event, parts) } as App);
  };
}

async function hear(app: App, event: ReceiverEvent, parts: WireParts): Promise<void> {
  const read = readPayload(event.body);
  if ('why' in read) return refuse(read, event, parts);
  const { kind, body } = read;
  let isAcknowledged = false;
  const ack: ReceiverEvent['ack'] = (answer) => {
    isAcknowledged = true;
    return event.ack(answer);
  };
  try {
    await app.processEvent({ ...event, body, ack });
  } catch (error) {
    if (isAcknowledged || kind !== 'command') throw error;
    await ack({ response_type: 'ephemeral', ...failureMessage(error, parts.log, kind) });
  }
  if (isAcknowledged) return;
  note(parts, { kind, why: 'nobody listens' });
  await event.ack();
}

async function refuse(
  read: Extract<ReadPayload, { why: string }>,
  event: ReceiverEvent,
  parts: WireParts,
): Promise<void> {
  const { kind, why, at, sent } = read;
  note(parts, { kind, why, ...(at && { at }) });
  if (kind === 'command') return event.ack({ response_type: 'ephemeral', text: UNREADABLE });
  if (sent.type === 'view_submission') return event.ack({ response_action: 'update', view: FORM });
  await event.ack();
  const asking = askingOf(sent);
  if (kind !== 'interaction' || !asking.userId) return;
  await parts
    .tell(asking, { text: UNREADABLE })
    .catch((err) => parts.log.info({ err }, 'Slack lets nobody hear this'));
}

function note(
  { log, unread }: WireParts,
  seen: { readonly kind: PayloadKind; readonly why: string; readonly at?: string },
): void {
  unread(seen.kind, seen.why);
  log.warn(seen, 'acknowledged a payload that is nothing I know');
}

const FORM = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Not understood' },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: UNREADABLE } }],
} as const;
