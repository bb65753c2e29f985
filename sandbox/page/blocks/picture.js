import { useState } from 'preact/hooks';
import { html } from '../html.js';

/** A picture; in words where the page may not load it, since it asks no other server. */
export function Picture({ image, ...attributes }) {
  const [isMissing, setMissing] = useState(!image.image_url);
  const { alt_text: words } = image;
  if (isMissing) return html`<span class="picture-in-words">Picture: ${words}</span>`;
  return html`<img
    ...${attributes}
    src=${image.image_url}
    alt=${words}
    onError=${() => setMissing(true)}
  />`;
}
