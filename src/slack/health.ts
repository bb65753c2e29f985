import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { NotReady, type Route } from './routes.ts';
import { shared, within } from './within.ts';

export type HealthParts = {
  /** By the name of each part: resolves when it answers. */
  readonly ready: Readonly<Record<string, () => Promise<unknown>>>;
  readonly metrics: Registry;
};

/** Whoever asks waits a second at most. */
const PATIENCE_MS = 800;

/** `/healthz`: the process; `/readyz`: whether the bot would answer; `/metrics`: nothing about people. */
export function healthRoutes({ ready, metrics }: HealthParts): readonly Route[] {
  const get = (path: string, answer: (response: ServerResponse) => Promise<void>): Route => ({
    path,
    handler: (_request, response) => answer(response),
  });
  const parts = Object.entries(ready).map(([name, work]) => ({ name, work: shared(work) }));
  return [
    get('/healthz', async (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
    }),
    get('/readyz', async (response) => {
      const faults = await Promise.all(parts.map(({ name, work }) => faultOf(name, work)));
      const fault = faults.find((one) => one !== undefined);
      if (fault) throw fault;
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ready\n');
    }),
    get('/metrics', async (response) => {
      const text = await metrics.metrics();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    }),
    ...['/slack/install', '/slack/oauth_redirect'].map((path) => get(path, installation)),
  ];
}

async function faultOf(name: string, work: () => Promise<unknown>): Promise<NotReady | undefined> {
  try {
    const answered = await within(
      PATIENCE_MS,
      work().then(() => true),
    );
    return answered ? undefined : new NotReady(`not ready: ${name} doesn’t answer`);
  } catch (cause) {
    return new NotReady(`not ready: ${name} doesn’t work`, { cause });
  }
}

/** Installation by OAuth is not there yet; the doors say so. */
async function installation(response: ServerResponse): Promise<void> {
  response
    .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
    .end(
      'This bot serves one workspace: an administrator installs it from manifest.yml, as README.md says.\n',
    );
}
