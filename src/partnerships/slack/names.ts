import { cut } from '../../slack/limits.ts';
import { inert } from '../../slack/mrkdwn.ts';

const NAME_SHOWN = 60;
const NAMES_SHOWN = 6;

/** A name from Slack, which may be as long as anybody likes. */
export function shown(name: string): string {
  return inert(cut(name.replaceAll(/\s+/g, ' ').trim(), NAME_SHOWN));
}

/** `Ana, Ben and 4 more`. */
export function listed(names: readonly string[]): string {
  const most = names.length > NAMES_SHOWN ? NAMES_SHOWN - 1 : NAMES_SHOWN;
  const rest = names.length - most;
  return `${names.slice(0, most).map(shown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
