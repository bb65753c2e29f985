import { html } from '../html.js';
import { dateText } from '../state/date-text.js';
import { targetOf } from '../state/jump.js';
import { nameOf, personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { languages, nowBy } from '../state/times.js';

/** @param {{ parts: import('./mrkdwn-inline.js').Part[] }} props */
export function InlineParts({ parts }) {
  return parts.map((part) => html`<${Inline} part=${part} />`);
}

function Inline({ part }) {
  const children = part.children && html`<${InlineParts} parts=${part.children} />`;
  switch (part.kind) {
    case 'bold':
      return html`<strong>${children}</strong>`;
    case 'italic':
      return html`<em>${children}</em>`;
    case 'strike':
      return html`<s>${children}</s>`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'user':
      return html`<${UserName} id=${part.target} />`;
    case 'channel':
      return html`<${ChannelName} id=${part.target} label=${part.text} />`;
    case 'broadcast':
      return html`<${Ping} range=${part.text} />`;
    case 'group':
      return html`<span class="mention">@${part.text.replace(/^@/, '')}</span>`;
    case 'date':
      return html`<${DateText} ...${part.date} fallback=${part.text} />`;
    case 'link':
      return html`<${Link} url=${part.target}>${part.text}<//>`;
    default:
      return part.text;
  }
}

export function UserName({ id }) {
  const { world, as } = useScene();
  const isMe = id === as;
  return html`<span class=${isMe ? 'mention mention-me' : 'mention'}>@${nameOf(world, id)}</span>`;
}

export function ChannelName({ id, label }) {
  const { world } = useScene();
  const name = world.channels.find((channel) => channel.id === id)?.name ?? (label || id);
  return html`<span class="mention">#${name}</span>`;
}

/** Loud, since the bot should never do this unasked. */
export function Ping({ range }) {
  return html`<strong class="ping" title="This notifies many people">🔔 @${range}</strong>`;
}

const SAFE = /^(https?:|mailto:|tel:)/i;

/** What is on this screen is gone to; everything else opens beside the page. */
export function Link({ url, children }) {
  const { sees } = useScene();
  const open = targetOf(sees, url);
  if (open) return html`<button type="button" class="link" onClick=${open}>${children}</button>`;
  if (!SAFE.test(url)) return html`<span class="dead-link">${children}</span>`;
  return html`<a href=${url} target="_blank" rel="noreferrer noopener">${children}</a>`;
}

/** A moment by the reader's own clock. */
export function DateText({ seconds, pattern, url, fallback }) {
  const { world, as, clock } = useScene();
  const { timeZone } = personOf(world, as);
  const shown = dateText(seconds, pattern, { timeZone, now: nowBy(clock), languages });
  const time = html`<time title=${fallback}>${shown ?? fallback}</time>`;
  return url ? html`<${Link} url=${url}>${time}<//>` : time;
}
