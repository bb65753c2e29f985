import { neededBy, slackErrorOf } from './clients.ts';

const TOKEN =
  'Slack no longer accepts my token. An administrator needs to install the app again from its page in Slack.';
const LATE =
  'Slack closed the door before the form could open (it allows 3 seconds). Please try again.';
const LIMITED =
  'An administrator has limited who may post here, so Slack doesn’t take what I say. Whoever manages the channel can change that in its settings.';
const FAULT = 'Slack had a fault of its own. Please try again in a minute.';
const GONE_FILE = 'Slack doesn’t find that file any more. Please send it once more.';
const NOT_DIRECT = 'Slack doesn’t let me write to that person directly.';

/** What Slack answers when it refuses, one by one: what was seen, and what to do next. */
const SAYINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    account_inactive: TOKEN,
    cannot_dm_bot: NOT_DIRECT,
    channel_not_found:
      'Slack answered that it doesn’t show me this channel (`channel_not_found`). If I’m not in it, invite me with `/invite @common-ground`; then try again.',
    exchanged_trigger_id: LATE,
    expired_trigger_id: LATE,
    fatal_error: FAULT,
    file_deleted: GONE_FILE,
    file_not_found: GONE_FILE,
    file_upload_size_restricted:
      'This workspace limits how large files may be, and this one is larger.',
    file_uploads_disabled:
      'Files are turned off in this workspace. An administrator can turn them on.',
    internal_error: FAULT,
    invalid_auth: TOKEN,
    invalid_trigger_id: LATE,
    is_archived: 'This channel is archived, so I can’t post here.',
    messages_tab_disabled: NOT_DIRECT,
    not_authed: TOKEN,
    not_in_channel:
      'Slack answered that I’m not in this channel (`not_in_channel`). Invite me with `/invite @common-ground`, then try again.',
    posting_to_general_channel_denied: LIMITED,
    request_timeout: FAULT,
    restricted_action: LIMITED,
    restricted_action_read_only_channel: LIMITED,
    restricted_action_thread_only_channel: LIMITED,
    service_unavailable: FAULT,
    storage_limit_reached:
      'This workspace has no room left for files. An administrator can make some.',
    token_expired: TOKEN,
    token_revoked: TOKEN,
    trigger_exchanged: LATE,
    trigger_expired: LATE,
    user_disabled: 'That person has no active Slack account any more.',
    user_not_found: 'Slack doesn’t know that person.',
    user_not_visible: 'Slack doesn’t show me that person.',
  }),
);

/**
 * Slack’s refusal in words for a person; undefined for every other kind of failure. A code that is not in
 * the table is said as it is, with the reference under which the log has it, where there is one.
 */
export function slackSays(error: unknown, reference?: string): string | undefined {
  const code = slackErrorOf(error);
  if (code === undefined) return undefined;
  if (code === 'missing_scope') return missingScope(neededBy(error));
  const known = SAYINGS.get(code);
  if (known) return known;
  const next = reference
    ? `Please try again; if Slack answers the same, tell whoever looks after the bot this reference: ${reference}`
    : 'Please try again.';
  return `Slack answered \`${code.replaceAll(/[^\w.:-]/g, '')}\`. ${next}`;
}

function missingScope(scopes: readonly string[]): string {
  const named = scopes.map((scope) => `\`${scope}\``).join(' or ');
  return named
    ? `The app lacks the permission ${named}, which Slack asks for. An administrator can allow it by installing the app again from its manifest.`
    : 'The app lacks a permission that Slack asks for. An administrator can allow it by installing the app again from its manifest.';
}
