import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { sizeText } from '../state/file-rules.js';
import { Dialog } from './dialog.js';

const MOST_LINES = 100;
const MOST_CHARACTERS = 20_000;

/** The first lines of a file, as text and nothing else. */
export function FilePreview({ name, size, url, close }) {
  const [text, setText] = useState(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    textAt(url).then(setText, () => setProblem('The file could not be read from the sandbox.'));
  }, [url]);
  const shown = text?.slice(0, MOST_CHARACTERS).split('\n').slice(0, MOST_LINES).join('\n');
  const isCut = text !== null && shown.length < text.trimEnd().length;
  return html`<${Dialog} title=${name} testId="file-preview" isWide close=${close}>
    <div class="dialog-body">
      ${problem && html`<p class="modal-notice" role="alert">${problem}</p>`}
      ${!problem && text === null && html`<p role="status">Reading the file…</p>`}
      ${
        text !== null &&
        html`<pre class="file-text" tabindex="0" role="region" aria-label="Text of ${name}">${shown}</pre>`
      }
    </div>
    <div class="dialog-foot">
      <p class="file-note">${sizeText(size)}${isCut && ' · only its beginning is shown'}</p>
      <a class="button button-primary" href=${url} download=${name}>Download</a>
    </div>
  <//>`;
}

async function textAt(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return (await response.text()).replaceAll('\r\n', '\n');
}
