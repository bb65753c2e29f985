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

/** The scope that each Web API method needs, of those the bot may call. */
const SCOPE_OF_METHOD: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.info': 'channels:read',
  'conversations.members': 'channels:read',
  'team.info': 'team:read',
  'users.info': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
};

/** What each scope is for that no method in the table asks for by itself. */
const SCOPE_OF_FEATURE: Readonly<Record<string, string>> = {
  'app_mentions:read': 'the event app_mention',
  commands: 'slash commands and shortcuts',
  'groups:read': 'conversations.info, conversations.members and events of private channels',
  'im:history': 'the event message.im',
  'im:write': 'a direct message to somebody who never wrote to the bot',
  'users:read.email': 'the e-mail domain by which guests are assigned',
};

export type Facts = {
  readonly manifest: SlackManifest;
  /** The text of every source file. */
  readonly source: string;
};

/** Every way in which the manifest and the source say different things. */
export function manifestFaults({ manifest, source }: Facts): readonly string[] {
  const { features, oauth_config, settings } = manifest;
  const { bot, bot_optional = [] } = oauth_config.scopes;
  const called = methodsIn(source);
  const needed = new Set(called.map((method) => SCOPE_OF_METHOD[method]));
  return [
    ...differences(
      'command',
      features.slash_commands.map(({ command }) => command),
      literals(source, /doors\.command\('([^']+)'/g),
    ),
    ...differences(
      'shortcut',
      features.shortcuts.map(({ callback_id }) => callback_id),
      literals(source, /doors\.shortcut\(([A-Z]+\.\w+)/g).map((name) => constantIn(source, name)),
    ),
    ...differences('event', settings.event_subscriptions.bot_events, eventsIn(source)),
    ...called
      .filter((method) => !(method in SCOPE_OF_METHOD))
      .map((method) => `method ${method} is in no table of scopes`),
    ...[...needed]
      .filter((scope) => scope !== undefined && !bot.includes(scope))
      .map((scope) => `scope ${scope} is needed and not asked for`),
    ...bot
      .filter((scope) => !needed.has(scope) && !(scope in SCOPE_OF_FEATURE))
      .map((scope) => `scope ${scope} is asked for and not needed`),
    ...bot_optional
      .filter((scope) => !bot.includes(scope))
      .map((scope) => `scope ${scope} is optional and not asked for`),
  ];
}

function differences(
  what: string,
  told: readonly string[],
  listened: readonly string[],
): readonly string[] {
  return [
    ...told
      .filter((name) => !listened.includes(name))
      .map((name) => `${what} ${name} has no listener`),
    ...listened
      .filter((name) => !told.includes(name))
      .map((name) => `${what} ${name} is not in the manifest`),
  ];
}

function literals(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].map(([, found = '']) => found);
}

/** `GLOSSARY.add` → `glossary.add`, from its table of ids. */
function constantIn(source: string, name: string): string {
  const [table = '', key = ''] = name.split('.');
  const body = new RegExp(`const ${table} = \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return new RegExp(`\\b${key}: '([^']+)'`).exec(body)?.[1] ?? name;
}

/** Events are registered one by one, or by a loop over their names. */
function eventsIn(source: string): readonly string[] {
  const single = literals(source, /slack\.event\(\s*'([^']+)'/g);
  const looped = literals(
    source,
    /for \(const name of \[([^\]]*)\] as const\) \{\s*slack\.event\(name/g,
  );
  const names = [...single, ...looped.flatMap((list) => literals(list, /'([^']+)'/g))];
  return names.map((name) => (name === 'message' ? 'message.im' : name));
}

const FAMILIES =
  'apps|auth|bookmarks|bots|canvases|chat|conversations|dnd|files|pins|reactions|team|users|views';

function methodsIn(source: string): readonly string[] {
  const pattern = new RegExp(`\\bclient\\.((?:${FAMILIES})(?:\\.\\w+)+)\\(`, 'g');
  return [...new Set(literals(source, pattern))];
}
