import { html } from '../html.js';
import { emojiOf } from './emoji.js';
import { InlineParts } from './inline.js';
import { MarkdownTable } from './markdown-table.js';

/** Standard Markdown, as far as a bot's messages need it. */
export function Markdown({ text }) {
  return html`<div class="mrkdwn">${chunksOf(text).map(drawChunk)}</div>`;
}

const kinds = [
  ['heading-1', /^#\s+(.*)$/],
  ['heading-2', /^##\s+(.*)$/],
  ['heading-3', /^#{3,6}\s+(.*)$/],
  ['bullets', /^\s*[-*+]\s+(.*)$/],
  ['numbers', /^\s*\d+[.)]\s+(.*)$/],
  ['quote', /^>\s?(.*)$/],
  ['table', /^\s*(\|.*)$/],
  ['rule', /^\s*(---+|\*\*\*+)\s*$/],
  ['gap', /^\s*()$/],
];

function chunksOf(text) {
  return text.split(/```\w*\n([\s\S]*?)```/).flatMap((part, index) => {
    if (index % 2) return [{ kind: 'pre', lines: [part] }];
    const chunks = [];
    for (const line of part.split('\n')) {
      const [kind, shape] = kinds.find(([, pattern]) => pattern.test(line)) ?? ['lines'];
      const content = shape ? shape.exec(line)[1] : line;
      const last = chunks.at(-1);
      if (last?.kind === kind && !kind.startsWith('heading')) last.lines.push(content);
      else chunks.push({ kind, lines: [content] });
    }
    return chunks;
  });
}

function drawChunk({ kind, lines }) {
  const drawn = lines.map(
    (line) => html`<${InlineParts} parts=${spansOf(line.replace(BOX, ''))} />`,
  );
  const items = drawn.map((line, index) => itemOf(lines[index], line));
  switch (kind) {
    case 'pre':
      return html`<pre>${lines[0]}</pre>`;
    case 'heading-1':
      return html`<h4 class="markdown-heading">${drawn}</h4>`;
    case 'heading-2':
      return html`<h5 class="markdown-heading">${drawn}</h5>`;
    case 'heading-3':
      return html`<h6 class="markdown-heading">${drawn}</h6>`;
    case 'bullets':
      return html`<ul>${items}</ul>`;
    case 'numbers':
      return html`<ol>${items}</ol>`;
    case 'quote':
      return html`<blockquote>${drawn}</blockquote>`;
    case 'table':
      return html`<${MarkdownTable} lines=${lines} spansOf=${spansOf} />`;
    case 'rule':
      return html`<hr />`;
    case 'gap':
      return null;
    default:
      return html`<p>${drawn.map((line, index) => [index > 0 && html`<br />`, line])}</p>`;
  }
}

const BOX = /^\[([ xX])\] /;

/** A line of a list; in a list of things to do, its box stands for the bullet. */
function itemOf(line, drawn) {
  const [, mark] = BOX.exec(line) ?? [];
  if (!mark) return html`<li>${drawn}</li>`;
  return html`<li class="todo">${mark === ' ' ? '☐' : '☑'} ${drawn}</li>`;
}

const SPANS = new RegExp(
  [
    /\\(?<escaped>[\\`*_{}[\]()<>#+\-.!|~])/,
    /!\[\]\((?<mention>[@#]\w+)\)/,
    /`(?<code>[^`]+)`/,
    /\*\*(?<bold>[^*]+)\*\*/,
    /(?<!\w)[*_](?<italic>[^*_\s](?:[^*_]*[^*_\s])?)[*_](?!\w)/,
    /~~(?<strike>[^~]+)~~/,
    /:(?<emoji>[a-z0-9_+-]+):/,
    /!?\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

function spansOf(text) {
  const spans = [];
  let end = 0;
  for (const { index, 0: whole, groups } of text.matchAll(SPANS)) {
    spans.push({ kind: 'text', text: text.slice(end, index) });
    spans.push(spanOf(groups));
    end = index + whole.length;
  }
  return [...spans, { kind: 'text', text: text.slice(end) }];
}

function spanOf({ escaped, mention, emoji, code, bold, italic, strike, label, url }) {
  if (escaped) return { kind: 'text', text: escaped };
  if (emoji) return { kind: 'text', text: emojiOf(emoji) };
  if (mention) return mentionPart(mention);
  if (code) return { kind: 'code', text: code };
  if (url) return { kind: 'link', target: url, text: label };
  const kind = bold ? 'bold' : italic ? 'italic' : 'strike';
  return { kind, children: spansOf(bold ?? italic ?? strike) };
}

/** A canvas names people and channels as `![](@U…)` and `![](#C…)`. */
function mentionPart(mention) {
  const kind = mention.startsWith('@') ? 'user' : 'channel';
  return { kind, target: mention.slice(1) };
}
