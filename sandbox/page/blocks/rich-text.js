import { html } from '../html.js';
import { emojiOf } from './emoji.js';
import { ChannelName, DateText, Link, Ping, UserName } from './inline.js';

export function RichText({ block }) {
  return block.elements.map((element) => html`<${Part} element=${element} />`);
}

function Part({ element }) {
  const children = element.elements ?? [];
  if (element.type === 'rich_text_list') {
    const items = children.map((item) => html`<li><${Part} element=${item} /></li>`);
    const indent = `rich-indent-${Math.min(element.indent ?? 0, 4)}`;
    return element.style === 'ordered'
      ? html`<ol class=${indent} start=${(element.offset ?? 0) + 1}>${items}</ol>`
      : html`<ul class=${indent}>${items}</ul>`;
  }
  const spans = children.map((child) => html`<${Span} span=${child} />`);
  if (element.type === 'rich_text_quote') return html`<blockquote>${spans}</blockquote>`;
  if (element.type === 'rich_text_preformatted') return html`<pre>${spans}</pre>`;
  return html`<div class="rich-section">${spans}</div>`;
}

function Span({ span }) {
  switch (span.type) {
    case 'user':
      return html`<${UserName} id=${span.user_id} />`;
    case 'channel':
      return html`<${ChannelName} id=${span.channel_id} />`;
    case 'broadcast':
      return html`<${Ping} range=${span.range} />`;
    case 'emoji':
      return emojiOf(span.name);
    case 'link':
      return html`<${Link} url=${span.url}>${span.text ?? span.url}<//>`;
    case 'date':
      return html`<${DateText}
        seconds=${span.timestamp}
        pattern=${span.format}
        url=${span.url}
        fallback=${span.fallback}
      />`;
    default:
      return styled(span.text ?? `(${span.type})`, span.style ?? {});
  }
}

function styled(text, { bold, italic, strike, code }) {
  let drawn = text;
  if (code) drawn = html`<code>${drawn}</code>`;
  if (strike) drawn = html`<s>${drawn}</s>`;
  if (italic) drawn = html`<em>${drawn}</em>`;
  return bold ? html`<strong>${drawn}</strong>` : drawn;
}
