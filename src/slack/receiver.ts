import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Config } from '../config.ts';
import type { BoltLogger } from './bolt-logger.ts';

export type Route = {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: unknown, response: ServerResponse) => void;
};

/** Socket Mode or HTTP, chosen by what is set. Both serve the same routes on the same port. */
export function createReceiver(
  config: Config,
  routes: readonly Route[],
  logger: BoltLogger,
): Receiver {
  const customRoutes = routes.map(({ path, method, handler }) => ({ path, method, handler }));
  const { slack, http } = config;
  if (slack.mode === 'socket') {
    return new SocketModeReceiver({
      appToken: slack.appToken,
      customRoutes,
      logger,
      installerOptions: { port: http.port, clientOptions: { slackApiUrl: slack.apiUrl } },
    });
  }
  return new HTTPReceiver({
    signingSecret: slack.signingSecret,
    customRoutes,
    logger,
    port: http.port,
    // Bolt answers 404 after 3 s to what no listener acknowledged, which is when Slack gives up.
    unhandledRequestTimeoutMillis: 3_001,
  });
}
