import { useState } from 'preact/hooks';
import { Picture } from '../blocks/picture.js';
import { html } from '../html.js';
import { extensionOf, sizeText } from '../state/file-rules.js';
import { FileKind } from './file-kind.js';
import { FilePreview } from './file-preview.js';

const READABLE = /^(csv|json|xml|ya?ml|tsv|txt|md)$/;

export function MessageFiles({ files }) {
  if (files.length === 0) return null;
  return html`<ul class="files" aria-label="Files">
    ${files.map((file) => html`<li key=${file.id}><${FileCard} file=${file} /></li>`)}
  </ul>`;
}

function FileCard({ file }) {
  const [isOpen, setOpen] = useState(false);
  const { name, title, size, mimetype, altText } = file;
  const url = localUrl(file.url);
  return html`
    ${
      mimetype?.startsWith('image/') &&
      html`<a href=${url} target="_blank" aria-label="Open ${name}">
        <${Picture} class="file-picture" image=${{ image_url: url, alt_text: altText ?? name }} />
      </a>`
    }
    <div class="file" data-testid="file">
      <${FileKind} name=${name} />
      <div class="file-main">
        <p class="file-name">${name}</p>
        <p class="file-note">${[title !== name && title, sizeText(size)].filter(Boolean).join(' · ')}</p>
      </div>
      <div class="file-tools">
        ${
          READABLE.test(extensionOf(name)) &&
          html`<button
            type="button"
            class="button button-plain"
            aria-label="Preview ${name}"
            onClick=${() => setOpen(true)}
          >
            Preview
          </button>`
        }
        <a class="button button-plain" href=${url} download=${name} aria-label="Download ${name}">
          Download
        </a>
      </div>
    </div>
    ${
      isOpen &&
      html`<${FilePreview} name=${name} size=${size} url=${url} close=${() => setOpen(false)} />`
    }
  `;
}

/** The simulated Slack may name itself otherwise than the address bar does. */
function localUrl(url) {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
}
