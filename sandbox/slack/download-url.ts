import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileTypeOf } from './file-types.ts';
import { mayBotSee } from './files.ts';
import { bearerOf, sendFile } from './http.ts';
import type { Simulation } from './simulation.ts';

const SIGN_IN = '<!doctype html><html lang="en"><title>Slack</title><h1>Sign in to Slack</h1>';
const NOT_FOUND = '<!doctype html><html lang="en"><title>Slack</title><h1>Not found</h1>';

/** `/files-pri/T…-F…/download/name`: without the right to it, Slack shows its sign-in page. */
export function handleDownload(
  sim: Simulation,
  token: string,
  place: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, id = ''] = place.split('-');
  const file = sim.state.files.get(id);
  const isBot = bearerOf(request) === token && sim.state.install === 'active';
  const mayRead = isBot && sim.scopes.includes('files:read');
  if (!mayRead || (file && !mayBotSee(sim, file))) sendPage(response, 200, SIGN_IN);
  else if (file?.stage !== 'complete') sendPage(response, 404, NOT_FOUND);
  else sendFile(response, { ...file, mimetype: fileTypeOf(file.name).mimetype });
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}
