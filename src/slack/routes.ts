import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** A door that is not Slack's. */
export type Route = {
  /** Exactly this path; where it ends in a slash, everything below it. */
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/**
 * Serves them in both modes, in place of Bolt, which writes the address of what it does not know into the
 * log, and in Socket Mode ends with the process where an address is none (`//`).
 */
export function serveRoutes(routes: readonly Route[]): RequestListener {
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = routes.find((one) =>
      one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path,
    );
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!route || !isRead) return response.writeHead(404).end();
    route.handler(request, response).catch(() => {
      if (response.headersSent) return response.destroy();
      return response.writeHead(503, { 'content-type': 'text/plain' }).end('not ready\n');
    });
  };
}
