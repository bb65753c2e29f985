/**
 * Text from people, made inert: `<!channel>`, mentions and links become plain characters.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Inert inside mrkdwn markup too: a zero-width space after each formatting character keeps `*`, `_`,
 * `~` and backticks as they were typed.
 */
export function inert(text: string): string {
  return escape(text)
    .replaceAll(/[*_~`]/g, (mark) => `${mark}\u200B`)
    .replaceAll(/^(&gt;)/gm, '\u200B$1');
}

export function bold(text: string): string {
  return `*${inert(text)}*`;
}

export function quote(text: string): string {
  return inert(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

export function mention(userId: string): string {
  return `<@${userId}>`;
}

/**
 * What somebody typed, as they saw it: Slack's own escapes are undone, and the tokens for people,
 * channels and links that a command carries become the words they stand for.
 */
export function typed(text: string): string {
  return text
    .replaceAll(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<((?:https?|mailto):[^|>]*)>/g, '$1')
    .replaceAll(/<#[A-Z0-9]+\|([^>]+)>/g, '#$1')
    .replaceAll(/<!(?:subteam\^[A-Z0-9]+|[a-z]+)\|([^>]+)>/g, '$1')
    .replaceAll(/<!([a-z]+)>/g, '@$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
