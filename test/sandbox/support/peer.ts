import type { AddressInfo } from 'node:net';
import { App, type AppOptions, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { Manifest } from '../../../sandbox/slack/manifest.ts';
import {
  type SimulatedSlack,
  type SimulatedSlackOptions,
  startSimulatedSlack,
} from '../../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../../sandbox/world.ts';

/** A manifest with everything the tests touch, so that they do not hang on the bot's own. */
export const manifest: Manifest = {
  display_information: { name: 'Common Ground' },
  features: {
    bot_user: { display_name: 'common-ground' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/glossary', should_escape: true },
      { command: '/plain', should_escape: false },
    ],
    shortcuts: [
      { name: 'Add to glossary', type: 'message', callback_id: 'add_term' },
      { name: 'Open', type: 'global', callback_id: 'open' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'bookmarks:read',
        'bookmarks:write',
        'canvases:read',
        'canvases:write',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'groups:read',
        'im:history',
        'im:read',
        'im:write',
        'mpim:history',
        'mpim:read',
        'mpim:write',
        'pins:read',
        'pins:write',
        'reactions:read',
        'reactions:write',
        'team:read',
        'users:read',
        'users:read.email',
      ],
      bot_optional: [
        'canvases:write',
        'files:read',
        'files:write',
        'mpim:write',
        'users:read.email',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'channel_archive',
        'channel_id_changed',
        'channel_unshared',
        'group_archive',
        'member_joined_channel',
        'member_left_channel',
        'message.im',
        'reaction_added',
        'tokens_revoked',
      ],
    },
    interactivity: { is_enabled: true },
  },
};

/** The same for an app that also reads along and hears of files. */
export const listeningManifest: Manifest = {
  ...manifest,
  oauth_config: {
    scopes: {
      bot: [...(manifest.oauth_config?.scopes?.bot ?? []), 'channels:history', 'groups:history'],
      bot_optional: ['channels:history', 'groups:history', 'reactions:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_mention',
        'file_shared',
        'message.channels',
        'message.groups',
        'message.im',
        'reaction_added',
      ],
    },
  },
};

export type Peer = AsyncDisposable & {
  readonly slack: SimulatedSlack;
  readonly app: App;
  readonly botUrl: string;
};

/** A simulated Slack and a small real Bolt app that talk to each other over HTTP. */
export async function startPeer(
  register: (app: App) => void = () => {},
  options: Partial<SimulatedSlackOptions> = {},
  appOptions: AppOptions = {},
): Promise<Peer> {
  const slack = await startSimulatedSlack({
    world: sampleWorld,
    manifest,
    retryDelaysMs: [],
    ...options,
  });
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    unhandledRequestTimeoutMillis: 200,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    ...(!appOptions.authorize && { token: slack.token }),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    convoStore: false,
    logLevel: LogLevel.ERROR,
    ...appOptions,
  });
  register(app);
  const server = await app.start(0);
  const { port } = server.address() as AddressInfo;
  const botUrl = `http://127.0.0.1:${port}`;
  slack.setBotUrl(botUrl);
  return {
    slack,
    app,
    botUrl,
    async [Symbol.asyncDispose]() {
      await slack.settled();
      await app.stop();
      await slack[Symbol.asyncDispose]();
    },
  };
}

export type Answer = Record<string, unknown> & { readonly ok: boolean; readonly error?: string };

/** One Web API call without a client in between. */
export async function call(
  slack: SimulatedSlack,
  method: string,
  args: Record<string, unknown> = {},
  token: string = slack.token,
): Promise<{ status: number; headers: Headers; answer: Answer }> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  return {
    status: response.status,
    headers: response.headers,
    answer: (await response.json()) as Answer,
  };
}

/** The same as a form, as Slack's own clients send it. */
export async function post(
  slack: SimulatedSlack,
  method: string,
  args: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.token}` },
    body: new URLSearchParams(args),
  });
  return (await response.json()) as Answer;
}

/** A file of the bot up to the last step, `files.completeUploadExternal`. */
export async function uploadAsBot(
  slack: SimulatedSlack,
  filename: string,
  content: string,
): Promise<string> {
  const length = String(Buffer.byteLength(content));
  const { upload_url, file_id } = await post(slack, 'files.getUploadURLExternal', {
    filename,
    length,
  });
  await fetch(String(upload_url), { method: 'POST', body: content });
  return String(file_id);
}

/** The events that were sent to the bot, in order. */
export function eventsOf(slack: SimulatedSlack): Record<string, unknown>[] {
  return slack.deliveries
    .filter(({ kind }) => kind === 'event')
    .map(({ body }) => (body as { event: Record<string, unknown> }).event);
}

/** A simulated Slack whose bot never answers: for what it sends and what its API says. */
export function startSlackAlone(
  options: Partial<SimulatedSlackOptions> = {},
): Promise<SimulatedSlack> {
  return startSimulatedSlack({ world: sampleWorld, manifest, retryDelaysMs: [], ...options });
}
