import { html } from '../html.js';
import { sizeText } from '../state/file-rules.js';

/** Files that wait to be sent; one without an id is still on its way. */
export function FileChips({ files, remove }) {
  return html`
    <p class="unseen" role="status">${statusOf(files)}</p>
    ${
      files.length > 0 &&
      html`<ul class="file-chips" aria-label="Files to send">
        ${files.map((file) => html`<${FileChip} key=${file.key} file=${file} remove=${remove} />`)}
      </ul>`
    }
  `;
}

function FileChip({ file, remove }) {
  const { id, name, size } = file;
  return html`<li class="file-chip" data-testid="file-chip" aria-busy=${id ? undefined : 'true'}>
    <span class="file-chip-name">${name}</span>
    <small>${id ? size && sizeText(size) : 'uploading…'}</small>
    <button type="button" aria-label="Remove ${name}" onClick=${() => remove(file)}>×</button>
  </li>`;
}

function statusOf(files) {
  if (files.length === 0) return '';
  if (files.some(({ id }) => !id)) return 'Uploading';
  return `Ready to send: ${files.map(({ name }) => name).join(', ')}`;
}
