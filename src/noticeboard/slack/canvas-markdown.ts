/**
 * Where markup could begin: characters that mark by themselves; entities, emoji and addresses; what
 * opens a link's target or one of Slack's own tokens; what means something at the start of a line only.
 */
const MARKS =
  /[\\`*_~<|[\]@]|&(?=#?\w+;)|:(?=\/\/|[\w+'-]+:)|(?<=\])\(|(?<=<)[!#]|(?<=\bwww)\.|(?<=^|\s)#|^[-+=>!]|[.)](?<=^\d+[.)])/gi;

/**
 * Text from people for a canvas, made inert: on one line, with a backslash before each mark. It parts
 * the signs of mentions, links and pictures, so that they are none to a reader without escapes either.
 * https://docs.slack.dev/surfaces/canvases
 */
export function plainWords(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(MARKS, '\\$&');
}

export function strong(text: string): string {
  return `**${plainWords(text)}**`;
}
