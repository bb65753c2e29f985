import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedHeaders } from '../../sandbox/slack/signature.ts';
import type { Walk } from './walk.ts';

/** Somebody's payloads, signed as Slack signs them and made without asking what Slack would let them do. */
export type Strangers = AsyncDisposable & {
  /** What they were told: in the acknowledgement, or at the address that Slack gives for an answer. */
  sends(payload: Payload): Promise<Heard>;
  /** Something happened, as an event tells it. */
  hears(event: Payload): Promise<number>;
};

export type Person = { readonly userId: string; readonly teamId: string };

/** Where it was pressed: in a direct message, in a channel, or in a form or the App Home. */
export type Place = { readonly channelId?: string; readonly view?: object };

export type Payload = Readonly<Record<string, unknown>>;

export type Heard = {
  readonly status: number;
  readonly said: readonly string[];
  /** From a form or the App Home there is no address: what does not come with the acknowledgement is a message of the bot's. */
  readonly isElsewhere?: boolean;
};

export async function startStrangers(walk: Walk): Promise<Strangers> {
  const said = new Map<string, string[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    said.get(request.url ?? '')?.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let sent = 0;
  return {
    async sends(payload) {
      sent += 1;
      const path = `/answers/${sent}`;
      const answers: string[] = [];
      said.set(path, answers);
      const answersAt = `http://127.0.0.1:${port}${path}`;
      const body = bodyOf(payload, answersAt);
      const response = await post(walk, body, 'application/x-www-form-urlencoded');
      const acknowledged = await response.text();
      const isElsewhere = !/"(text|errors)"/.test(acknowledged) && !hasAddress(payload);
      if (!isElsewhere) {
        await walk.slack
          .until(() => answers.length > 0 || acknowledged !== '', 5_000)
          .catch(() => {});
      }
      said.delete(path);
      return {
        status: response.status,
        said: [...(acknowledged ? [acknowledged] : []), ...answers],
        isElsewhere,
      };
    },
    async hears(event) {
      const body = JSON.stringify({ type: 'event_callback', api_app_id: 'A0GROUND', ...event });
      return (await post(walk, body, 'application/json')).status;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function post(walk: Walk, body: string, contentType: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${walk.bot.port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      ...signedHeaders(walk.slack.signingSecret, body),
    },
    body,
  });
}

function hasAddress(payload: Payload): boolean {
  return payload.type !== 'view_submission' && !payload.view;
}

function bodyOf(payload: Payload, answersAt: string): string {
  if ('command' in payload) {
    const fields = { ...payload, response_url: answersAt } as Record<string, string>;
    return new URLSearchParams(fields).toString();
  }
  const whole = { ...payload, ...(hasAddress(payload) && { response_url: answersAt }) };
  return `payload=${encodeURIComponent(JSON.stringify(whole))}`;
}

let triggers = 0;

/** Slack gives each its own. */
function nextTrigger(): string {
  triggers += 1;
  return `1.${triggers}.stranger`;
}

function interaction(type: string, person: Person): Payload {
  return {
    type,
    user: { id: person.userId, team_id: person.teamId, name: 'somebody' },
    team: { id: 'T0CITY', domain: 'alderfalls' },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: 'A0GROUND',
    trigger_id: nextTrigger(),
  };
}

export function click(person: Person, place: Place, action: object): Payload {
  const { channelId, view } = place;
  const container = view
    ? { type: 'view', view_id: 'V1' }
    : { type: 'message', message_ts: '1700000000.000100', channel_id: channelId };
  return {
    ...interaction('block_actions', person),
    container,
    ...(channelId && { channel: { id: channelId, name: 'somewhere' } }),
    ...(channelId && { message: { ts: '1700000000.000100', text: 'A message', blocks: [] } }),
    ...(view && { view }),
    actions: [{ type: 'button', block_id: 'b', action_ts: '1700000001.000000', ...action }],
  };
}

export function submission(person: Person, callbackId: string, origin: object): Payload {
  return {
    ...interaction('view_submission', person),
    team: { id: person.teamId, domain: 'somewhere' },
    view: {
      id: 'V1',
      type: 'modal',
      app_installed_team_id: 'T0CITY',
      callback_id: callbackId,
      private_metadata: JSON.stringify(origin),
      blocks: [
        { type: 'input', block_id: 'any', element: { type: 'plain_text_input', action_id: 'a' } },
      ],
      state: { values: { any: { a: { type: 'plain_text_input', value: 'Words of a stranger' } } } },
    },
  };
}

export function shortcut(person: Person, callbackId: string, channelId: string): Payload {
  return {
    ...interaction('message_action', person),
    callback_id: callbackId,
    action_ts: '1700000001.000000',
    channel: { id: channelId, name: 'somewhere' },
    message_ts: '1700000000.000100',
    message: { ts: '1700000000.000100', user: person.userId, text: 'MOU and POC' },
  };
}

export function command(person: Person, name: string, text: string, channelId: string): Payload {
  return {
    command: name,
    text,
    team_id: person.teamId,
    user_id: person.userId,
    channel_id: channelId,
    trigger_id: nextTrigger(),
    api_app_id: 'A0GROUND',
  };
}
