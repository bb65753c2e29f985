import { z } from 'zod';

const text = (most: number, least = 1) => z.string().min(least).max(most);
const url = text(3_000).optional();

/** Slack's manifest schema, version 2, as far as this app uses it; unknown keys fail, as at Slack. */
export const SlackManifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().optional() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175),
    background_color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: text(80).regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/\S+$/),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.boolean(),
          url,
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string()).max(255),
      bot_optional: z.array(z.string()).max(255).optional(),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: url,
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: url,
      message_menu_options_url: url,
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

export type SlackManifest = z.infer<typeof SlackManifest>;

/** The scopes that each Web API method needs, of those the bot may call. */
const SCOPES_OF_METHOD: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'bookmarks.add': ['bookmarks:write'],
  'bookmarks.edit': ['bookmarks:write'],
  'bookmarks.remove': ['bookmarks:write'],
  'canvases.delete': ['canvases:write'],
  'canvases.edit': ['canvases:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.canvases.create': ['canvases:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write', 'mpim:write'],
  'dnd.info': ['dnd:read'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'pins.add': ['pins:write'],
  'pins.remove': ['pins:write'],
  'team.info': ['team:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
};

/** The scopes without which Slack does not send an event. */
const SCOPES_OF_EVENT: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unarchive: ['channels:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

/** What needs a scope that no call and no event asks for: how the source shows that it is there. */
const SCOPES_OF_FEATURE: Readonly<Record<string, RegExp>> = {
  // Slash commands and shortcuts.
  commands: /\.(command|shortcut)\(/,
  // A direct message to somebody who never wrote to the bot.
  // The e-mail domain by which guests are matched to their organization.
  'users:read.email': /profile\?\.email/,
};

/** What the real composition registered with Bolt. */
export type Listeners = {
  readonly commands: readonly string[];
  readonly shortcuts: readonly string[];
  readonly events: readonly string[];
};

export type Facts = {
  readonly manifest: SlackManifest;
  readonly listeners: Listeners;
  /** The text of every source file. */
  readonly source: string;
  /** Every method that the Web API client has, as `chat.postMessage`. */
  readonly methods: readonly string[];
};

/** Every way in which the manifest and the code say different things. */
export function manifestFaults(facts: Facts): readonly string[] {
  const { features, settings } = facts.manifest;
  const { listeners } = facts;
  return [
    ...differences(
      'command',
      features.slash_commands.map(({ command }) => command),
      listeners.commands,
    ),
    ...differences(
      'shortcut',
      features.shortcuts.map(({ callback_id }) => callback_id),
      listeners.shortcuts,
    ),
    ...differences(
      'event',
      settings.event_subscriptions.bot_events,
      listeners.events.flatMap((name) =>
        name === 'message' ? messagesIn(settings.event_subscriptions.bot_events) : name,
      ),
    ),
    ...scopeFaults(facts),
  ];
}

/** One listener hears the messages of every kind of conversation. */
function messagesIn(events: readonly string[]): readonly string[] {
  const told = events.filter((event) => event.startsWith('message.'));
  return told.length > 0 ? told : ['message.im'];
}

/** The addresses that Slack needs for HTTP, and must not be given for Socket Mode. */
export function addressFaults({ features, settings }: SlackManifest): readonly string[] {
  const { interactivity, event_subscriptions, socket_mode_enabled } = settings;
  const addresses = {
    'the events': event_subscriptions.request_url,
    'the clicks': interactivity.request_url,
    'the menus': interactivity.message_menu_options_url,
    ...Object.fromEntries(features.slash_commands.map(({ command, url }) => [command, url])),
  };
  return Object.entries(addresses)
    .filter(([, address]) => (address === undefined) !== socket_mode_enabled)
    .map(([what, address]) =>
      address === undefined
        ? `${what} need an address`
        : `${what} have an address, which a socket does not use`,
    );
}

/** `canvases.create` is not called by who calls `conversations.canvases.create`. */
function isCalled(method: string, methods: readonly string[], source: string): boolean {
  const times = (name: string) => source.split(`.${name}(`).length - 1;
  const longer = methods.filter((other) => other.endsWith(`.${method}`));
  return times(method) > longer.reduce((sum, other) => sum + times(other), 0);
}

function scopeFaults({ manifest, source, methods }: Facts): readonly string[] {
  const { bot, bot_optional = [] } = manifest.oauth_config.scopes;
  const events = manifest.settings.event_subscriptions.bot_events;
  const called = methods.filter((method) => isCalled(method, methods, source));
  const needed = new Set([
    ...called.flatMap((method) => SCOPES_OF_METHOD[method] ?? []),
    ...events.flatMap((event) => SCOPES_OF_EVENT[event] ?? []),
    ...Object.keys(SCOPES_OF_FEATURE).filter((scope) => SCOPES_OF_FEATURE[scope]?.test(source)),
  ]);
  return [
    ...called
      .filter((method) => !(method in SCOPES_OF_METHOD))
      .map((method) => `method ${method} is in no table of scopes`),
    ...events
      .filter((event) => !(event in SCOPES_OF_EVENT))
      .map((event) => `event ${event} is in no table of scopes`),
    ...[...needed]
      .filter((scope) => !bot.includes(scope))
      .map((scope) => `scope ${scope} is needed and not asked for`),
    ...bot
      .filter((scope) => !needed.has(scope))
      .map((scope) => `scope ${scope} is asked for and not needed`),
    ...bot_optional
      .filter((scope) => !bot.includes(scope))
      .map((scope) => `scope ${scope} is optional and not asked for`),
  ];
}

function differences(
  what: string,
  told: readonly string[],
  heard: readonly string[],
): readonly string[] {
  return [
    ...told
      .filter((name) => !heard.includes(name))
      .map((name) => `${what} ${name} has no listener`),
    ...heard
      .filter((name) => !told.includes(name))
      .map((name) => `${what} ${name} is not in the manifest`),
    ...told
      .filter((name, at) => told.indexOf(name) !== at)
      .map((name) => `${what} ${name} is there twice`),
  ];
}
