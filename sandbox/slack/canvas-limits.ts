/** As the reference of the methods says. */
const MARKDOWN_LIMIT = 1_048_576;
const TABLE_CELLS_LIMIT = 300;
const HEADING_LIMIT = 3;

/** Why Slack makes no canvas of this markdown, in the words of its `detail`; undefined if it does. */
export function markdownFault(markdown: string): string | undefined {
  if (markdown.length > MARKDOWN_LIMIT) return 'Content exceeds the limit of 1 MiB';
  let cells = 0;
  let isInCode = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) isInCode = !isInCode;
    if (isInCode) continue;
    const depth = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
    if (depth > HEADING_LIMIT) return `Unsupported heading depth (${depth})`;
    cells = /^\s*\|/.test(line) ? cells + cellsIn(line) : 0;
    if (cells > TABLE_CELLS_LIMIT) return 'Tables are limited to 300 cells';
  }
  return undefined;
}

/** The line under a table's head holds no cells. */
function cellsIn(line: string): number {
  if (/^[\s|:-]+$/.test(line)) return 0;
  const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inside.split(/(?<!\\)\|/).length;
}
