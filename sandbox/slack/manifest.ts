import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The parts of an app manifest that decide what Slack sends and allows. */
export type Manifest = {
  readonly display_information?: { readonly name?: string };
  readonly features?: {
    readonly bot_user?: { readonly display_name?: string };
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly ManifestCommand[];
    readonly shortcuts?: readonly ManifestShortcut[];
  };
  readonly oauth_config?: {
    readonly scopes?: {
      readonly bot?: readonly string[];
      readonly bot_optional?: readonly string[];
    };
  };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean };
  };
};

export type ManifestCommand = {
  readonly command: string;
  readonly description?: string;
  readonly usage_hint?: string;
  readonly should_escape?: boolean;
};

type ManifestShortcut = {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callback_id: string;
  readonly description?: string;
};

export function readManifest(path: string | URL): Manifest {
  return parse(readFileSync(path, 'utf8')) as Manifest;
}

export function scopesOf(manifest: Manifest): readonly string[] {
  return manifest.oauth_config?.scopes?.bot ?? [];
}

/** What an administrator may leave out when the app is installed. */
export function optionalScopesOf(manifest: Manifest): readonly string[] {
  return manifest.oauth_config?.scopes?.bot_optional ?? [];
}

export function isSubscribed(manifest: Manifest, event: string): boolean {
  return manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}

export function findCommand(manifest: Manifest, command: string): ManifestCommand | undefined {
  return manifest.features?.slash_commands?.find((known) => known.command === command);
}
