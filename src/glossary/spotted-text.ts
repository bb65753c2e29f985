/**
 * What is not the writer's own running text, in Slack's mrkdwn as events carry it (domain 3.2.8): code,
 * `>>>` and `>` quotes, links and mentions, emoji. Each piece ends before another of its kind can begin,
 * so that looking for its end takes time linear in the text.
 */
const LEFT_ALONE =
  /```[\s\S]*?(?:```|$(?![\s\S]))|`[^`\n]*`|^(?:>>>|(?:&gt;){3})[\s\S]*|^(?:>|&gt;).*|<[^<>\n]*>|(?<![\p{L}\p{N}]):[a-z0-9_+'-]+:|\bhttps?:\/\/\S+/u
    .source;

const HERE = new RegExp(LEFT_ALONE, 'muy');
const ANYWHERE = new RegExp(LEFT_ALONE, 'mug');

/** Where the piece that begins at this place ends; the place itself when none begins there. */
export function leftAloneEnd(text: string, at: number): number {
  HERE.lastIndex = at;
  return HERE.test(text) ? HERE.lastIndex : at;
}

/** Every other character stays where it is. */
export function withoutLeftAlone(text: string): string {
  return text.replaceAll(ANYWHERE, (found) => '\n'.repeat(found.length));
}
