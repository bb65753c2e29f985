import { html } from '../html.js';
import { setState, useScene } from '../state/store.js';

/** What Slack itself told the person, until they put it away or write again. */
export function Notices() {
  const { sees, as, putAway } = useScene();
  const fresh = sees.notices.slice(putAway[as] ?? 0).slice(-2);
  if (fresh.length === 0) return null;
  const dismiss = () => setState({ putAway: { ...putAway, [as]: sees.notices.length } });
  return html`<div class="notices" role="status">
    ${fresh.map(
      (notice, index) => html`<p class="notice" data-testid="notice">
        <span><strong>Slack, only to you:</strong> ${notice}</span>
        ${
          index === fresh.length - 1 &&
          html`<button type="button" class="icon-button" aria-label="Dismiss" onClick=${dismiss}>
            ×
          </button>`
        }
      </p>`,
    )}
  </div>`;
}
