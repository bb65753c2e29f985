import { z } from 'zod';
import { StartFault } from './start-fault.ts';

export type SlackConfig = {
  readonly botToken: string;
  readonly apiUrl: string;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

export type Config = {
  readonly slack: SlackConfig;
  readonly database: { readonly url?: string; readonly dataDir: string };
  readonly http: { readonly port: number; readonly publicUrl?: string };
  readonly logLevel: string;
};

export class ConfigError extends StartFault {
  override readonly name = 'ConfigError';
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .refine(
      (token) => !/^xox[pa]-|^xapp-/.test(token),
      'is not a bot token: copy the one that starts with xoxb- ("OAuth & Permissions")',
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .refine(
      (token) => !/^xox/.test(token),
      'is not an app-level token: copy the one that starts with xapp- ("Basic Information")',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
    .default('https://slack.com/api/'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      'is not 32 bytes in base64: make one with `openssl rand -base64 32`',
    )
    .optional(),
  PORT: z.coerce
    .number({ error: 'is not a port number' })
    .int('is not a port number')
    .min(0, 'is not a port number')
    .max(65_535, 'is not a port number')
    .default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

type Environment = z.infer<typeof Environment>;

/** The names in their order, for `.env.example`. */
export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Reads every setting at once, so that a faulty start names every fault in one message. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    ENVIRONMENT_NAMES.flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = Environment.safeParse(given);
  const faults = [
    ...(parsed.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`) ?? []),
    ...connectionFaults(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(explain(faults));
  return toConfig(parsed.data);
}

function connectionFaults(given: Readonly<Record<string, string>>): string[] {
  const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'].filter(
    (n) => given[n],
  );
  if (oauth.length > 0) {
    return [
      `${oauth.join(', ')} ${oauth.length === 1 ? 'asks' : 'ask'} for installation by OAuth in many workspaces, which is not available yet: unset ${oauth.length === 1 ? 'it' : 'them'} and set SLACK_BOT_TOKEN for one workspace.`,
    ];
  }
  const faults: string[] = [];
  if (!given.SLACK_BOT_TOKEN) {
    faults.push(
      'SLACK_BOT_TOKEN is missing: copy it from your app\'s page, "OAuth & Permissions".',
    );
  }
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    faults.push(
      'SLACK_APP_TOKEN (Socket Mode, no public URL) or SLACK_SIGNING_SECRET (HTTP) is missing: copy one from your app\'s page, "Basic Information".',
    );
  }
  return faults;
}

function explain(faults: readonly string[]): string {
  return [
    'Common Ground cannot start:',
    ...faults.map((fault) => `  - ${fault}`),
    'Settings come from the environment or a .env file; .env.example lists them.',
    'To try the bot without Slack: npm run sandbox',
  ].join('\n');
}

function toConfig(env: Environment): Config {
  const shared = {
    botToken: env.SLACK_BOT_TOKEN ?? '',
    apiUrl: env.SLACK_API_URL.endsWith('/') ? env.SLACK_API_URL : `${env.SLACK_API_URL}/`,
  };
  return Object.freeze({
    slack: env.SLACK_APP_TOKEN
      ? { ...shared, mode: 'socket', appToken: env.SLACK_APP_TOKEN }
      : { ...shared, mode: 'http', signingSecret: env.SLACK_SIGNING_SECRET ?? '' },
    database: { dataDir: env.DATA_DIR, ...(env.DATABASE_URL && { url: env.DATABASE_URL }) },
    http: { port: env.PORT, ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }) },
    logLevel: env.LOG_LEVEL,
  } satisfies Config);
}
