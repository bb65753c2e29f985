import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Config } from '../config.ts';
import type { BoltLogger } from './bolt-logger.ts';
import { logFailure } from './failure.ts';
import { guardFrames } from './frames.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { guardWire, type WireParts } from './wire.ts';

/** Socket Mode or HTTP, chosen by what is set. What is not for Slack is served by `others`, on the same port. */
export function createReceiver(
  config: Config,
  others: RequestListener,
  parts: WireParts & { readonly logger: BoltLogger },
): Receiver {
  const receiver = createBareReceiver(config, others, parts);
  guardWire(receiver, parts);
  return receiver;
}

function createBareReceiver(
  { slack, http: { port } }: Config,
  others: RequestListener,
  { logger, ...parts }: WireParts & { readonly logger: BoltLogger },
): Receiver {
  const { log } = parts;
  if (slack.mode === 'http') {
    return createHttpReceiver({ signingSecret: slack.signingSecret, port, others, logger, log });
  }
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    // Not acknowledged: Slack sends it again.
    processEventErrorHandler: async ({ error }) => {
      logFailure(error, log, 'socket');
      return false;
    },
  });
  guardFrames(receiver.client, parts);
  return beside(receiver, others, port);
}

/** A server that lives as long as the socket does. */
function beside(receiver: SocketModeReceiver, listener: RequestListener, port: number): Receiver {
  const [start, stop] = [receiver.start.bind(receiver), receiver.stop.bind(receiver)];
  const server = createServer(listener);
  receiver.start = async () => {
    server.listen(port);
    await once(server, 'listening');
    return start();
  };
  receiver.stop = async () => {
    await stop();
    const closed = once(server, 'close');
    server.close();
    await closed;
  };
  return receiver;
}
