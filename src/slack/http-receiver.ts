import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { parse } from 'node:querystring';
import {
  type App,
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  type Receiver,
  type ReceiverEvent,
  ReceiverMultipleAckError,
} from '@slack/bolt';
import type { Logger } from '../log.ts';
import type { BoltLogger } from './bolt-logger.ts';
import { logFailure } from './failure.ts';

export type HttpReceiverParts = {
  readonly signingSecret: string;
  readonly port: number;
  /** Serves what is not for Slack. */
  readonly others: RequestListener;
  readonly logger: BoltLogger;
  readonly log: Logger;
};

/** After this Slack gives up, and sends an event again. */
const SLACK_WAITS_MS = 3_000;

const ADDRESS = /^\/slack\/events(?:$|\?)/;

/**
 * Bolt’s own receiver looks into a body before anybody else can, and ends the process where it is `null`.
 * This one hands on whatever Slack signed; the signature is checked by Bolt.
 */
export function createHttpReceiver(parts: HttpReceiverParts): Receiver {
  let app: App | undefined;
  const server: Server = createServer((request, response) => {
    const isForSlack = request.method === 'POST' && ADDRESS.test(request.url ?? '');
    if (!isForSlack) return parts.others(request, response);
    hear(request, response).catch((error) => {
      logFailure(error, parts.log, 'http');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return {
    init(given) {
      app = given;
    },
    async start() {
      server.listen(parts.port);
      await once(server, 'listening');
      return server;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verified = await verify(request);
    if (typeof verified === 'number') {
      // What is left of the body is not waited for.
      response.writeHead(verified, { connection: 'close' }).end();
      return;
    }
    const body = bodyOf(verified);
    if (isOf(body, 'ssl_check', '1')) return HTTPModuleFunctions.buildSSLCheckResponse(response);
    if (isOf(body, 'type', 'url_verification')) {
      return HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    }
    await app?.processEvent({ body, ack: ackOf(response), ...retryOf(request) } as ReceiverEvent);
  }

  /** The request with its whole body, or the status with which it is turned away. */
  async function verify(request: IncomingMessage): Promise<BufferedIncomingMessage | number> {
    const { signingSecret, logger, log } = parts;
    const bodyLimit = HTTPModuleFunctions.defaultBodyLimit;
    try {
      return await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
        { enabled: true, signingSecret, logger, bodyLimit },
        request,
      );
    } catch (error) {
      const status = HTTPModuleFunctions.isRawBodyError(error) ? error.statusCode : 401;
      log.warn({ status }, 'turned a request away that is too long, or that Slack did not sign');
      return status;
    }
  }

  /** Acknowledges once, in time, with what is to be shown. */
  function ackOf(response: ServerResponse): ReceiverEvent['ack'] {
    let isAcknowledged = false;
    const late = setTimeout(() => {
      logFailure(new Error('not answered in time'), parts.log, 'http');
      response.writeHead(503).end();
    }, SLACK_WAITS_MS);
    response.once('close', () => clearTimeout(late));
    return async (answer) => {
      if (isAcknowledged) throw new ReceiverMultipleAckError();
      isAcknowledged = true;
      clearTimeout(late);
      if (!response.headersSent) HTTPModuleFunctions.buildContentResponse(response, answer);
    };
  }
}

/** Whatever a signed body says; undefined where it is no JSON. */
function bodyOf({ rawBody, headers }: BufferedIncomingMessage): unknown {
  const text = rawBody.toString();
  const isFields = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const fields = isFields ? { ...parse(text) } : undefined;
  if (fields && fields.payload === undefined) return fields;
  try {
    return JSON.parse(fields ? String(fields.payload) : text);
  } catch {
    return undefined;
  }
}

function isOf(body: unknown, key: string, value: string): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && Reflect.get(body, key) === value;
}

function retryOf({ headers }: IncomingMessage): Pick<ReceiverEvent, 'retryNum' | 'retryReason'> {
  const [number, reason] = [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
  return {
    ...(typeof number === 'string' && { retryNum: Number.parseInt(number, 10) }),
    ...(typeof reason === 'string' && { retryReason: reason }),
  };
}
