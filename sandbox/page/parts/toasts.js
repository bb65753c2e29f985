import { html } from '../html.js';
import { dropToast } from '../state/actions.js';
import { useScene } from '../state/store.js';

export function Toasts() {
  const { toasts, isLost } = useScene();
  return html`<div class="toasts" role="status" aria-live="assertive">
    ${
      isLost &&
      html`<div class="toast toast-error">
        <span>The sandbox does not answer. Start it again with <code>npm run sandbox</code>.</span>
      </div>`
    }
    ${toasts.map(
      ({ id, text, kind }) => html`<div key=${id} class="toast toast-${kind}">
        <span>${text}</span>
        <button type="button" aria-label="Dismiss" onClick=${() => dropToast(id)}>×</button>
      </div>`,
    )}
  </div>`;
}
