import { useRef } from 'preact/hooks';
import { html } from '../html.js';
import { SIZE_RULE } from '../state/file-rules.js';

export function AttachButton({ take, testId }) {
  const input = useRef(null);
  const choose = ({ currentTarget }) => {
    const files = [...currentTarget.files];
    // The same file may be chosen again after it was removed.
    currentTarget.value = '';
    take(files);
  };
  return html`
    <input type="file" multiple hidden ref=${input} data-testid=${testId} onChange=${choose} />
    <button
      type="button"
      class="icon-button attach"
      aria-label="Attach files, ${SIZE_RULE} each"
      title="Attach files, ${SIZE_RULE} each"
      onClick=${() => input.current.click()}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
          d="m20.5 11.5-8.6 8.6a5.5 5.5 0 0 1-7.8-7.8l8.6-8.6a3.7 3.7 0 0 1 5.2 5.2l-8.5 8.5a1.8 1.8 0 0 1-2.6-2.6l7.9-7.8"
        />
      </svg>
    </button>
  `;
}
