import { html } from '../html.js';
import { extensionOf } from '../state/file-rules.js';

const kinds = [
  ['table', /^(csv|tsv|xlsx?|ods|numbers)$/],
  ['data', /^(json|xml|ya?ml|toml|html?)$/],
  ['text', /^(txt|md|log|rtf|docx?|odt|pages)$/],
  ['pdf', /^pdf$/],
  ['picture', /^(png|jpe?g|gif|svg|webp)$/],
];

/** A sheet of paper with the file's ending, in the colour of its kind. */
export function FileKind({ name }) {
  const ending = extensionOf(name);
  const [kind] = kinds.find(([, pattern]) => pattern.test(ending)) ?? ['other'];
  return html`<span class="file-kind file-kind-${kind}" aria-hidden="true">
    ${ending.length > 4 ? '' : ending}
  </span>`;
}
