import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { Menu } from '../parts/menu.js';
import { confirmFirst } from '../state/actions.js';
import { usePlace } from './place.js';
import { plainText } from './text.js';

export function Button({ block, element }) {
  const place = usePlace();
  const [isBusy, setBusy] = useState(false);
  const press = async () => {
    if (isBusy || !(await confirmFirst(element.confirm))) return;
    setBusy(true);
    if (element.url) open(element.url, '_blank', 'noopener,noreferrer');
    await place.use(block, element);
    setBusy(false);
  };
  return html`<button
    type="button"
    class="button button-${element.style ?? 'plain'}"
    aria-label=${element.accessibility_label}
    aria-busy=${isBusy ? 'true' : undefined}
    data-action=${element.action_id}
    onClick=${press}
  >
    ${plainText(element.text)}
  </button>`;
}

export function Overflow({ block, element, field }) {
  const place = usePlace();
  const trigger = useRef(null);
  const [isOpen, setOpen] = useState(false);
  const choose = async (option) => {
    if (!(await confirmFirst(element.confirm))) return;
    if (option.url) open(option.url, '_blank', 'noopener,noreferrer');
    await place.use(block, element, option);
  };
  const items = element.options.map((option) => ({
    label: plainText(option.text),
    run: () => choose(option),
  }));
  return html`<div class="menu-holder">
    <button
      type="button"
      class="button button-plain"
      ref=${trigger}
      ...${field.attributes}
      aria-label="More actions"
      aria-haspopup="menu"
      aria-expanded=${String(isOpen)}
      onClick=${() => setOpen(!isOpen)}
    >
      ⋯
    </button>
    ${isOpen && html`<${Menu} items=${items} trigger=${trigger} close=${() => setOpen(false)} />`}
  </div>`;
}
