/** Slack's limits, in characters unless they say otherwise. https://docs.slack.dev/reference/block-kit/blocks */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Undocumented; failures were seen near 13,200 (github.com/slackapi/bolt-js/issues/2509). */
  messageBlocksJson: 12_000,
  text: 4_000,
  section: 3_000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  button: 75,
  buttonValue: 2_000,
  option: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  privateMetadata: 3_000,
  inputText: 3_000,
} as const;

/** Cuts at a word, never inside a surrogate pair, and shows that it was cut. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = room.slice(0, Math.max(0, room.search(/\s\S*$/))).trimEnd();
  const kept = atWord.length > limit / 2 ? atWord : room;
  return `${kept}…`;
}

/** Cuts markup without leaving half an entity such as `&am`, or half a mention, behind. */
export function cutMarkup(markup: string, limit: number): string {
  if (markup.length <= limit) return markup;
  return cut(markup, limit).replace(/(?:&[a-z]{0,3}|<[^<>]*)…$/, '…');
}

export type Page<T> = {
  readonly items: readonly T[];
  readonly number: number;
  readonly of: number;
};

/** The page with this number, counted from 1; beyond the ends, the nearest one. */
export function page<T>(items: readonly T[], number: number, size: number): Page<T> {
  const of = Math.max(1, Math.ceil(items.length / size));
  const nearest = Math.min(Math.max(1, Math.trunc(number) || 1), of);
  return { items: items.slice((nearest - 1) * size, nearest * size), number: nearest, of };
}
