// Prints the HTTP form of manifest.yml, for an app that Slack reaches at a public URL.
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

const host = process.argv[2] ?? '';
if (!URL.canParse(host) || !host.startsWith('https://')) {
  console.error(
    'Say where Slack reaches the bot: npm run manifest -- https://common-ground.example.org',
  );
  process.exit(2);
}
const url = new URL('/slack/events', host).href;
const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));
for (const command of manifest.features.slash_commands) command.url = url;
manifest.settings.event_subscriptions.request_url = url;
manifest.settings.interactivity.request_url = url;
manifest.settings.interactivity.message_menu_options_url = url;
manifest.settings.socket_mode_enabled = false;
console.log(stringify(manifest));
