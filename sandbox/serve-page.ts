import type { IncomingMessage, ServerResponse } from 'node:http';

export function servePage(_request: IncomingMessage, _response: ServerResponse): boolean {
  return false;
}
