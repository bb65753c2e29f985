import { html } from '../html.js';

export function Suggestions({ id, items, note, active, choose }) {
  return html`<div class="suggestions">
    ${note && html`<p class="suggestions-note" role="status">${note}</p>`}
    <ul role="listbox" id=${id} aria-label="Suggestions">
      ${items.map(
        (item, index) => html`<li
          key=${item.label}
          id="${id}-${index}"
          role="option"
          aria-selected=${String(index === active)}
          onMouseDown=${(event) => {
            event.preventDefault();
            choose(item);
          }}
        >
          <strong>${item.label}</strong>
          ${item.hint && html`<code>${item.hint}</code>`}
          ${item.note && html`<small>${item.note}</small>`}
        </li>`,
      )}
    </ul>
  </div>`;
}
