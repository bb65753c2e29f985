import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Route } from './routes.ts';

export type HealthParts = {
  /** Resolves when the bot would answer; otherwise its error says which part does not. */
  readonly ready: () => Promise<void>;
  readonly metrics: Registry;
};

/** `/healthz`: the process; `/readyz`: whether the bot would answer; `/metrics`: nothing about people. */
export function healthRoutes({ ready, metrics }: HealthParts): readonly Route[] {
  const get = (path: string, answer: (response: ServerResponse) => Promise<void>): Route => ({
    path,
    handler: (_request, response) => answer(response),
  });
  return [
    get('/healthz', async (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
    }),
    get('/readyz', async (response) => {
      await ready();
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ready\n');
    }),
    get('/metrics', async (response) => {
      const text = await metrics.metrics();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    }),
    ...['/slack/install', '/slack/oauth_redirect'].map((path) => get(path, installation)),
  ];
}

/** Installation by OAuth is not there yet; the doors say so. */
async function installation(response: ServerResponse): Promise<void> {
  response
    .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
    .end(
      'This bot serves one workspace: an administrator installs it from manifest.yml, as README.md says.\n',
    );
}
