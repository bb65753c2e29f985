import { useState } from 'preact/hooks';
import { emojiOf } from '../blocks/emoji.js';
import { Link } from '../blocks/inline.js';
import { html } from '../html.js';
import { go } from '../state/actions.js';
import { titleOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { PinnedDialog } from './pinned-dialog.js';

/** What people fastened to the channel: its canvas, its pins, its bookmarks. */
export function ChannelBar({ channel }) {
  const [isOpen, setOpen] = useState(false);
  const { canvas, pins, bookmarks } = channel;
  if (!canvas && pins.length === 0 && bookmarks.length === 0) return null;
  return html`<div class="channel-bar">
    ${canvas && html`<${Tabs} channel=${channel} />`}
    ${
      pins.length > 0 &&
      html`<button
        type="button"
        class="bar-item"
        data-testid="pinned"
        aria-haspopup="dialog"
        onClick=${() => setOpen(true)}
      >
        <span aria-hidden="true">📌</span> Pinned (${pins.length})
      </button>`
    }
    ${bookmarks.length > 0 && html`<${Bookmarks} channel=${channel} />`}
    ${isOpen && html`<${PinnedDialog} channel=${channel} close=${() => setOpen(false)} />`}
  </div>`;
}

function Tabs({ channel }) {
  const { tab } = useScene();
  const tabs = [
    { key: '', label: 'Messages' },
    { key: 'canvas', label: 'Canvas' },
  ];
  return html`<nav class="tabs" aria-label="Views of ${titleOf(channel)}">
    ${tabs.map(
      ({ key, label }) => html`<button
        key=${key}
        type="button"
        class="tab"
        data-testid="tab-${key || 'messages'}"
        aria-current=${key === tab ? 'page' : undefined}
        onClick=${() => go({ tab: key })}
      >
        ${label}
      </button>`,
    )}
  </nav>`;
}

function Bookmarks({ channel }) {
  return html`<ul class="bookmarks" aria-label="Bookmarks" data-testid="bookmarks">
    ${channel.bookmarks.map(
      (bookmark) => html`<li key=${bookmark.id}>
        <${Bookmark} bookmark=${bookmark} />
      </li>`,
    )}
  </ul>`;
}

function Bookmark({ bookmark: { title, link, emoji } }) {
  const sign = emoji ? emojiOf(emoji.replaceAll(':', '')) : '🔗';
  return html`<${Link} url=${link}><span aria-hidden="true">${sign}</span> ${title}<//>`;
}
