import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Logger } from '../log.ts';
import type { WireParts } from './wire.ts';

type Client = SocketModeReceiver['client'];

/** The library keeps to itself how it answers over the present socket. */
type Answering = { send(envelopeId: string, answer?: object | string): Promise<unknown> };

/** What the library itself acts on: it opens and closes its connections by these. */
const CONTROL = z.looseObject({ type: z.enum(['hello', 'disconnect']) });

const ENVELOPE = z.looseObject({
  envelope_id: z.string().min(1),
  type: z.enum(['events_api', 'slash_commands', 'interactive']),
  payload: z.unknown(),
  retry_attempt: z.number().optional(),
  retry_reason: z.string().optional(),
});

/**
 * Looks at the frames of a socket before the library does, which ends the process where one is `null` or
 * holds no event, and takes the type of an event for the name of one of its own.
 */
export function guardFrames(
  client: Client,
  { log, unread }: Pick<WireParts, 'log' | 'unread'>,
): void {
  const [library] = client.listeners('ws_message');
  const { send } = client as unknown as Answering;
  const answer: Answering['send'] = (...given) => send.apply(client, given);
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: ArrayBuffer | string, isBinary: boolean) => {
    const frame = isBinary ? undefined : frameOf(data);
    if (CONTROL.safeParse(frame).success) return library?.(data, false);
    const { data: envelope } = ENVELOPE.safeParse(frame);
    if (!envelope) {
      unread('unknown', 'no envelope');
      log.warn('ignored a frame of the socket that is nothing I know');
      return acknowledge(answer, frame, log);
    }
    const { envelope_id, type, payload, retry_attempt, retry_reason } = envelope;
    client.emit('slack_event', {
      ack: (given?: object | string) => answer(envelope_id, given),
      envelope_id,
      type,
      body: payload,
      retry_num: retry_attempt,
      retry_reason,
    });
  });
}

function frameOf(data: ArrayBuffer | string): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data));
  } catch {
    return undefined;
  }
}

/** Slack would send it again. */
function acknowledge(answer: Answering['send'], frame: unknown, log: Logger): void {
  const { data } = z.looseObject({ envelope_id: z.string().min(1) }).safeParse(frame);
  if (!data) return;
  answer(data.envelope_id).catch((err) => log.info({ err }, 'the socket closed meanwhile'));
}
