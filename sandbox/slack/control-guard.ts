import type { IncomingMessage } from 'node:http';
import { contentTypeOf } from './http.ts';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * A page elsewhere must not drive the sandbox: the Host header defeats DNS rebinding, the Origin
 * and the JSON content type (which asks for a preflight) defeat forged forms.
 */
export function guardError(
  request: IncomingMessage,
): { readonly status: number; readonly error: string } | undefined {
  if (!isLoopback(`http://${request.headers.host ?? ''}`)) {
    return { status: 403, error: 'The control API answers on 127.0.0.1 and localhost only' };
  }
  const { origin } = request.headers;
  if (origin && !isLoopback(origin)) {
    return { status: 403, error: `The control API does not answer pages of ${origin}` };
  }
  if (request.method === 'GET') return undefined;
  if (request.method !== 'POST') return { status: 405, error: 'Use GET or POST' };
  if (contentTypeOf(request) === 'application/json') return undefined;
  return { status: 415, error: 'Send JSON, with content-type: application/json' };
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopbackNames.has(new URL(address).hostname);
}
