import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Args } from './api-refusal.ts';
import { ApiRefusal, refuse, textArg } from './api-refusal.ts';
import { takeApiFault } from './fault-plan.ts';
import { bearerOf, contentTypeOf, readBody, sendJson } from './http.ts';
import type { Limits } from './limits.ts';
import { type Method, methods } from './methods.ts';
import type { Simulation } from './simulation.ts';
import type { Json } from './state.ts';

export type RecordedCall = {
  readonly method: string;
  /** Without the token. */
  readonly args: Json;
  readonly result: Json;
  readonly status: number;
  readonly at: string;
};

export type WebApi = {
  readonly calls: RecordedCall[];
  handle(method: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
};

export function createWebApi(sim: Simulation, limits: Limits, token: string): WebApi {
  const calls: RecordedCall[] = [];

  function record(method: string, args: Json, status: number, result: Json): void {
    calls.push({ method, args, result, status, at: sim.now().toISOString() });
    sim.changed();
  }

  function act(method: string, args: Args, given: string | undefined): Json {
    const known = methods[method] ?? refuse('unknown_method', { req_method: method });
    authenticate(sim, token, given);
    requireScope(sim, known, args);
    return { ok: true, ...known.run(sim, args) };
  }

  return {
    calls,
    async handle(method, request, response) {
      const { token: bodyToken, ...args } = await readArgs(request, methods[method]?.isFormOnly);
      const given = bearerOf(request) ?? (bodyToken as string | undefined);
      const fault = takeApiFault(sim.faults, method);
      const wait = fault?.kind === 'rate-limited' ? (fault.retryAfterSeconds ?? 1) : limit(args);
      if (wait !== undefined) return answer(429, refusal('ratelimited'), `${wait}`);
      if (fault?.kind === 'http-error') return answer(fault.status ?? 500, refusal('fatal_error'));
      if (fault?.kind === 'error') return answer(200, refusal(fault.error));
      const result = attempt(() => act(method, args, given));
      if (fault?.kind === 'silence' || fault?.kind === 'reset') {
        record(method, args, 0, result);
        if (fault.kind === 'reset') request.socket.destroy();
        return;
      }
      answer(200, result, undefined, fault?.kind === 'null' ? null : result);

      function limit(body: Args): number | undefined {
        const perMinute = methods[method]?.perMinute;
        const place = perMinute === 'per-channel' ? textArg(body, 'channel') : '';
        return perMinute && limits.wait(`${method} ${place}`, perMinute);
      }

      function answer(status: number, body: Json, retryAfter?: string, sent: Json | null = body) {
        record(method, args, status, body);
        sendJson(response, status, sent, {
          'x-oauth-scopes': sim.scopes.join(','),
          'x-slack-req-id': sim.newId('req'),
          ...(retryAfter && { 'retry-after': retryAfter }),
        });
      }
    },
  };
}

function attempt(run: () => Json): Json {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiRefusal) return { ...refusal(error.code), ...error.details };
    throw error;
  }
}

function refusal(error: string): Json {
  return { ok: false, error };
}

function authenticate(sim: Simulation, token: string, given: string | undefined): void {
  if (!given) refuse('not_authed');
  if (given !== token) refuse('invalid_auth');
  if (sim.state.install === 'revoked') refuse('token_revoked');
  if (sim.state.install === 'uninstalled') refuse('account_inactive');
}

function requireScope(sim: Simulation, method: Method, args: Args): void {
  const needed = method.scopes(sim, args);
  if (needed.length === 0 || needed.some((scope) => sim.scopes.includes(scope))) return;
  refuse('missing_scope', { needed: needed.join(','), provided: sim.scopes.join(',') });
}

async function readArgs(request: IncomingMessage, isFormOnly = false): Promise<Json> {
  const query = new URL(request.url ?? '/', 'http://slack').searchParams;
  const body = await readBody(request);
  if (contentTypeOf(request) === 'application/json') {
    return { ...Object.fromEntries(query), ...(isFormOnly ? {} : parseObject(body)) };
  }
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(body)) };
}

/** What is not JSON counts as no arguments at all: the method then says what it lacks. */
function parseObject(body: string): Json {
  try {
    return JSON.parse(body || '{}') as Json;
  } catch {
    return {};
  }
}
