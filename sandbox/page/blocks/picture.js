import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { useScene } from '../state/store.js';

/** A picture; in words where the page may not load it, since it asks no other server. */
export function Picture({ image, ...attributes }) {
  const { as } = useScene();
  const source = image.image_url ?? fileUrl(image.slack_file, as);
  const [missing, setMissing] = useState('');
  const { alt_text: words } = image;
  if (!source || missing === source)
    return html`<span class="picture-in-words">Picture: ${words}</span>`;
  return html`<img ...${attributes} src=${source} alt=${words} onError=${() => setMissing(source)} />`;
}

/** A file of the simulated Slack, as this person is shown it. */
function fileUrl(file, as) {
  return file?.id && `/control/file?as=${as}&id=${file.id}`;
}
