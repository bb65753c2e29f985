// Prints manifest.yml in its HTTP form, for a bot that Slack reaches at a public address:
//   npm run manifest -- https://your.host
import { readFileSync } from 'node:fs';
import { isMap, parseDocument } from 'yaml';

const MANIFEST = new URL('../manifest.yml', import.meta.url);

/** The manifest with every address that Slack needs once nothing comes over a socket. */
export function httpManifest(manifest: string, publicUrl: string): string {
  const document = parseDocument(manifest);
  const door = `${publicUrl.replace(/\/+$/, '')}/slack/events`;
  const commands = document.getIn(['features', 'slash_commands']);
  const { length } = (document.toJS().features?.slash_commands ?? []) as readonly unknown[];
  for (let n = 0; n < length; n += 1) {
    document.setIn(['features', 'slash_commands', n, 'url'], door);
  }
  if (commands === undefined || !isMap(document.get('settings'))) {
    throw new Error('manifest.yml has no slash_commands or no settings');
  }
  document.setIn(['settings', 'event_subscriptions', 'request_url'], door);
  document.setIn(['settings', 'interactivity', 'request_url'], door);
  document.setIn(['settings', 'interactivity', 'message_menu_options_url'], door);
  document.setIn(['settings', 'socket_mode_enabled'], false);
  document.commentBefore = ` For the bot at ${publicUrl}. Paste it at https://api.slack.com/apps → "Create New App" →\n "From a manifest". Start the bot first: Slack asks it whether the address is right.`;
  return document.toString({ lineWidth: 100 });
}

/** What is wrong with the address; undefined when nothing is. */
export function addressFault(address: string | undefined): string | undefined {
  const usage = 'npm run --silent manifest -- https://your.host';
  if (!address) return `Say where Slack reaches the bot: ${usage}`;
  if (!URL.canParse(address)) return `“${address}” is not an address: ${usage}`;
  const { protocol, search, hash, username } = new URL(address);
  if (protocol !== 'https:') return `Slack calls https addresses only: ${usage}`;
  if (search || hash || username) return `Give the address alone, without ? # or @: ${usage}`;
  return undefined;
}

if (import.meta.main) {
  const [address] = process.argv.slice(2);
  const fault = addressFault(address);
  if (fault || !address) {
    console.error(fault);
    process.exitCode = 1;
  } else {
    process.stdout.write(httpManifest(readFileSync(MANIFEST, 'utf8'), address));
  }
}
