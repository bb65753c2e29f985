import type { IncomingMessage, ServerResponse } from 'node:http';
import { actions, type ControlParts } from './control-actions.ts';
import { guardError } from './control-guard.ts';
import { questions } from './control-questions.ts';
import { createStream } from './control-stream.ts';
import { readBody, sendFile, sendJson } from './http.ts';
import type { Json } from './state.ts';
import type { Visitor } from './visitor.ts';

export type { ControlHooks } from './control-actions.ts';

/** A file of 16 MiB in base64, with room. */
const BODY_LIMIT = 24 * 1024 * 1024;

export type Control = {
  handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): void;
};

/** All that the page can do, as JSON over HTTP: a thin shell over `Visitor` and `Faults`. */
export function createControl(parts: ControlParts): Control {
  const stream = createStream(parts.onChange);
  return {
    async handle(path, request, response) {
      const refusal = guardError(request);
      if (refusal) return sendJson(response, refusal.status, { error: refusal.error });
      if (path === 'stream') return stream.open(response);
      const url = new URL(request.url ?? '/', parts.sim.url);
      try {
        if (path === 'file') return sendFile(response, openedFile(parts, url.searchParams));
        const answer = await answerTo(parts, path, request, url);
        sendJson(response, answer === undefined ? 404 : 200, answer ?? unknown(path));
      } catch (error) {
        sendJson(response, 400, { error: (error as Error).message });
      }
    },
    stop: stream.close,
  };
}

async function answerTo(
  parts: ControlParts,
  path: string,
  request: IncomingMessage,
  url: URL,
): Promise<unknown> {
  if (request.method === 'GET') return questions[path]?.(parts, url.searchParams);
  const action = actions[path];
  if (!action) return undefined;
  const body = JSON.parse((await readBody(request, BODY_LIMIT)) || '{}') as Json;
  return (await action(parts, body)) ?? { ok: true };
}

function openedFile(
  { as }: ControlParts,
  query: URLSearchParams,
): ReturnType<Visitor['opensFile']> {
  const [userId, id] = [query.get('as'), query.get('id')];
  if (!userId || !id) throw new Error('Say who opens which: /control/file?as=U0RENATA&id=F…');
  return as(userId).opensFile(id);
}

function unknown(path: string): Json {
  return {
    error: `There is no /control/${path}`,
    get: [...Object.keys(questions), 'file', 'stream'],
    post: Object.keys(actions),
  };
}
