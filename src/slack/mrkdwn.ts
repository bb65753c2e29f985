/**
 * Text from people, made inert: `<!channel>`, mentions and links become plain characters.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Inert inside mrkdwn markup too: a zero-width space after each formatting character keeps `*`, `_`,
 * `~` and backticks as they were typed.
 */
export function inert(text: string): string {
  return escaped(text)
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

/** A moment that Slack shows to each reader by their own clock. */
export function moment(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `<!date^${seconds}^{date_short_pretty} at {time}|${at.toISOString().slice(0, 16)} UTC>`;
}

/**
 * What somebody typed, as they saw it: Slack's own escapes are undone, and the tokens for people,
 * channels and links that a command carries become the words they stand for.
 */
export function typed(text: string): string {
  return text
    .replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/g, (token, target: string, label?: string) =>
      wordsFor(target, label || undefined, token),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** People whose names are not in the text stay tokens. */
function wordsFor(target: string, label: string | undefined, token: string): string {
  if (/^![a-z]+$/.test(target)) return `@${target.slice(1)}`;
  if (/^[a-z][a-z+.-]*:/i.test(target)) return label ?? target;
  if (target.startsWith('!') && label) return label;
  if (/^[#@]/.test(target) && label) return `${target[0]}${label}`;
  return token;
}
