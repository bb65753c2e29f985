import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_LIMIT } from './files.ts';
import { contentTypeOf, readBytes } from './http.ts';
import type { Simulation } from './simulation.ts';

const TAKEN = { status: 404, text: 'This address takes no file, or took it already' };

/** Room for the parts around a file in a form. */
const FORM_LIMIT = FILE_LIMIT + 64 * 1024;

/** Takes the bytes of one announced file, once and without a token. */
export async function handleUpload(
  sim: Simulation,
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, text } = await take(sim, ticket, request);
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(text);
}

async function take(
  sim: Simulation,
  ticket: string,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly text: string }> {
  if (request.method !== 'POST') return { status: 405, text: 'Use POST' };
  const file = sim.tickets.uploads.get(ticket);
  if (!file) return TAKEN;
  const bytes = await sentBytes(request);
  if (bytes.length !== file.size) {
    return { status: 400, text: `${file.size} bytes were announced, ${bytes.length} came` };
  }
  if (!sim.tickets.uploads.delete(ticket)) return TAKEN;
  file.bytes = bytes;
  file.stage = 'received';
  sim.changed();
  return { status: 200, text: `OK - ${bytes.length}` };
}

/** The body itself, or the file in a form. */
async function sentBytes(request: IncomingMessage): Promise<Buffer> {
  const body = await readBytes(request, FORM_LIMIT);
  if (contentTypeOf(request) !== 'multipart/form-data') return body;
  const type = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData();
  const [part] = [...form.values()].filter((value) => value instanceof Blob);
  return part ? Buffer.from(await part.arrayBuffer()) : Buffer.alloc(0);
}
