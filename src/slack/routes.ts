import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from '../log.ts';
import { logFailure } from './failure.ts';

/** A door that is not Slack's. */
export type Route = {
  /** Exactly this path; where it ends in a slash, everything below it. */
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Its message is said to whoever asks: a part of the bot does not answer. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/**
 * Serves them in both modes, in place of Bolt, which writes the address of what it does not know into the
 * log, and in Socket Mode ends with the process where an address is none (`//`).
 */
export function serveRoutes(routes: readonly Route[], log: Logger): RequestListener {
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = routes.find((one) =>
      one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path,
    );
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!route || !isRead) return response.writeHead(404).end();
    route.handler(request, response).catch((error) => {
      // By the path that is served, because what stands behind it may be a secret.
      logFailure(error, log, route.path);
      if (response.headersSent) return response.destroy();
      const said = error instanceof NotReady ? error.message : 'not ready';
      return response
        .writeHead(503, { 'content-type': 'text/plain; charset=utf-8' })
        .end(`${said}\n`);
    });
  };
}
