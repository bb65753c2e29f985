import { html } from '../html.js';
import { InlineParts } from './inline.js';
import { inlineParts, unescapeText } from './mrkdwn-inline.js';

/** Slack's own markup, as elements: nothing of it ever becomes HTML text. */
export function Mrkdwn({ text }) {
  return html`<div class="mrkdwn">${partsOf(text).map(drawPart)}</div>`;
}

/** Fenced code first, since nothing inside it means anything. */
function partsOf(text) {
  return text.split(/\n?```\n?([\s\S]*?)\n?```\n?/).flatMap((part, index) => {
    if (index % 2) return [{ kind: 'pre', lines: [part] }];
    return part === '' ? [] : runsOf(part.split('\n'));
  });
}

/** Neighbouring lines of one kind, together. */
function runsOf(lines) {
  const runs = [];
  for (const line of lines) {
    const [kind, content] = kindOf(line);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(content);
    else runs.push({ kind, lines: [content] });
  }
  return runs;
}

function kindOf(line) {
  const quoted = /^(?:>|&gt;)\s?(.*)$/.exec(line);
  if (quoted) return ['quote', quoted[1]];
  const bullet = /^\s*[•◦▪]\s+(.*)$/.exec(line);
  return bullet ? ['list', bullet[1]] : ['lines', line];
}

function drawPart({ kind, lines }) {
  if (kind === 'pre') return html`<pre>${unescapeText(lines[0])}</pre>`;
  if (kind === 'quote') return html`<blockquote>${drawLines(lines)}</blockquote>`;
  if (kind === 'lines') return html`<div>${drawLines(lines)}</div>`;
  return html`<ul>${lines.map((line) => html`<li>${drawLine(line)}</li>`)}</ul>`;
}

function drawLines(lines) {
  return lines.map((line, index) => [index > 0 && html`<br />`, drawLine(line)]);
}

function drawLine(line) {
  return html`<${InlineParts} parts=${inlineParts(line)} />`;
}
