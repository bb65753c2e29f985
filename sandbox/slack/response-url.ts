import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentOf } from './api-chat.ts';
import { ApiRefusal, type Args, flagArg, refuse, textArg } from './api-refusal.ts';
import { readBody, sendJson } from './http.ts';
import { pingsOf } from './mrkdwn.ts';
import { postAsBot } from './posting.ts';
import type { Simulation } from './simulation.ts';
import { findMessage, messagesIn } from './simulation.ts';
import type { Json, StoredMessage } from './state.ts';
import type { ResponseUrl } from './tickets.ts';

/** Answers a request to a response_url, as hooks.slack.com does. */
export async function handleResponseUrl(
  sim: Simulation,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const args = parse(await readBody(request));
    answerByUrl(sim, liveUrl(sim, id), args);
    sendJson(response, 200, { ok: true });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const isGone = ['expired_url', 'used_url', 'invalid_url'].includes(error.code);
    const body = { ok: false, error: error.code, ...error.details };
    sendJson(response, isGone ? 404 : 400, body);
  }
}

function parse(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return refuse('invalid_payload');
  }
}

function liveUrl(sim: Simulation, id: string): ResponseUrl {
  const url = sim.tickets.responseUrls.get(id) ?? refuse('invalid_url');
  if (sim.now().getTime() > url.expiresAt) refuse('expired_url');
  if (url.usesLeft === 0) refuse('used_url');
  return url;
}

/** Needs no membership: who may answer a person here may post here. */
function answerByUrl(sim: Simulation, url: ResponseUrl, args: Args): void {
  const origin = url.messageTs ? findMessage(sim, url.channelId, url.messageTs) : undefined;
  if (flagArg(args, 'delete_original')) {
    if (origin) remove(sim, origin);
  } else if (flagArg(args, 'replace_original') && origin) {
    replace(sim, origin, args);
  } else {
    const message = postAnswer(sim, url, args);
    if (!url.messageTs) url.messageTs = message.ts;
  }
  url.usesLeft -= 1;
  sim.changed();
}

/** Also what the body of a command's 200 does. */
export function postAnswer(
  sim: Simulation,
  to: { readonly userId: string; readonly channelId: string },
  args: Args,
): StoredMessage {
  const channel = sim.state.channels.get(to.channelId) ?? refuse('channel_not_found');
  const content = contentOf(sim, args);
  const isPublic = textArg(args, 'response_type') === 'in_channel';
  return postAsBot(sim, channel, {
    ...content,
    text: content.text ?? '',
    threadTs: textArg(args, 'thread_ts'),
    ...(!isPublic && { viewerId: to.userId }),
  });
}

/** Keeps who sees it: what only one person saw never becomes visible to all. */
function replace(sim: Simulation, message: StoredMessage, args: Args): void {
  const content = contentOf(sim, args);
  message.text = content.text ?? '';
  message.blocks = content.blocks;
  message.attachments = content.attachments;
  message.pings = pingsOf(message.text, [message.blocks, message.attachments]);
  if (!message.viewerId) message.edited = { user: message.user, ts: sim.newTs() };
}

function remove(sim: Simulation, message: StoredMessage): void {
  const all = messagesIn(sim, message.channelId);
  all.splice(all.indexOf(message), 1);
}
