import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Config } from '../config.ts';
import type { BoltLogger } from './bolt-logger.ts';

/** Socket Mode or HTTP, chosen by what is set. What is not for Slack is served by `others`, on the same port. */
export function createReceiver(
  config: Config,
  others: RequestListener,
  logger: BoltLogger,
): Receiver {
  const { slack, http } = config;
  if (slack.mode === 'socket') {
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logger,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    return beside(receiver, others, http.port);
  }
  return new HTTPReceiver({
    signingSecret: slack.signingSecret,
    logger,
    port: http.port,
    dispatchErrorHandler: ({ request, response }) => others(request, response),
    // Bolt answers 404 after 3 s to what no listener acknowledged, which is when Slack gives up.
    unhandledRequestTimeoutMillis: 3_001,
  });
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
