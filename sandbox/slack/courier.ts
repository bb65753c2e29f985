import { request } from 'node:http';
import { signedHeaders } from './signature.ts';

type DeliveryKind = 'event' | 'command' | 'interaction' | 'options';

export type RecordedDelivery = {
  readonly kind: DeliveryKind;
  /** The event type, the command, or the interaction type. */
  readonly name: string;
  /** The payload as the bot receives it, parsed. */
  readonly body: unknown;
  /** 0 for the first attempt, then the number of the retry. */
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
  /** 0 when no answer came. */
  status: number;
  outcome: 'pending' | 'ok' | FailureReason;
  readonly at: string;
};

export type FailureReason = 'http_timeout' | 'connection_failed' | 'http_error';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly failure?: FailureReason;
};

type Parcel = {
  readonly kind: DeliveryKind;
  readonly name: string;
  readonly body: unknown;
  readonly encoded: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly attempt?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Courier = {
  botUrl: string | undefined;
  readonly deliveries: RecordedDelivery[];
  send(parcel: Parcel): Promise<Reply>;
  /** Counts work that will reach the bot, so that `settled` waits for it. */
  busyWhile<T>(work: Promise<T>): Promise<T>;
  settled(): Promise<void>;
};

export function createCourier(options: {
  readonly secret: string;
  readonly ackTimeoutMs: number;
  readonly now: () => Date;
  readonly changed: () => void;
}): Courier {
  let busy = 0;
  let waiting: (() => void)[] = [];

  async function busyWhile<T>(work: Promise<T>): Promise<T> {
    busy += 1;
    try {
      return await work;
    } finally {
      busy -= 1;
      if (busy === 0) {
        for (const resume of waiting) resume();
        waiting = [];
      }
    }
  }

  const courier: Courier = {
    botUrl: undefined,
    deliveries: [],
    busyWhile,
    async settled() {
      while (busy > 0) await new Promise<void>((resume) => waiting.push(resume));
    },
    async send(parcel) {
      const record: RecordedDelivery = {
        kind: parcel.kind,
        name: parcel.name,
        body: parcel.body,
        attempt: parcel.attempt ?? 0,
        headers: parcel.headers ?? {},
        status: 0,
        outcome: 'pending',
        at: options.now().toISOString(),
      };
      courier.deliveries.push(record);
      const headers = {
        'content-type': parcel.contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signedHeaders(options.secret, parcel.encoded),
        ...parcel.headers,
      };
      const reply = await busyWhile(
        post(courier.botUrl, headers, parcel.encoded, options.ackTimeoutMs),
      );
      record.status = reply.status;
      record.outcome = reply.failure ?? 'ok';
      options.changed();
      return reply;
    },
  };
  return courier;
}

/** One request on a connection of its own: a bot that restarts must not meet a stale socket. */
function post(
  botUrl: string | undefined,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Reply> {
  const nothing = { status: 0, headers: {}, text: '' };
  if (!botUrl) return Promise.resolve({ ...nothing, failure: 'connection_failed' });
  return new Promise((resolve) => {
    const sent = request(
      new URL('/slack/events', botUrl),
      { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(timeoutMs) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          const isOk = status >= 200 && status < 300;
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status,
            headers: response.headers,
            text,
            ...(!isOk && { failure: 'http_error' }),
          });
        });
      },
    );
    function failed(error: Error): void {
      const isTimeout = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve({ ...nothing, failure: isTimeout ? 'http_timeout' : 'connection_failed' });
    }
    sent.on('error', failed);
    sent.end(body);
  });
}
