import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';

/**
 * A small menu under its trigger: arrows move, Escape and leaving close it.
 * @param {{ items: { label: string, note?: string, isOff?: boolean, run(): void }[],
 *   trigger: { current: HTMLElement | null }, close(): void }} props
 */
export function Menu({ items, trigger, close }) {
  const list = useRef(null);
  useLayoutEffect(() => list.current?.querySelector('[role=menuitem]')?.focus(), []);

  const leave = () => {
    close();
    trigger.current?.focus();
  };
  const press = (event) => {
    const entries = [...list.current.querySelectorAll('[role=menuitem]')];
    const at = entries.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') return close();
    if (event.key === 'Escape') leave();
    else if (to === undefined) return undefined;
    else entries.at(to % entries.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  };
  const left = ({ relatedTarget }) => {
    if (relatedTarget !== trigger.current && !list.current?.contains(relatedTarget)) close();
  };
  return html`<div class="menu" role="menu" ref=${list} onKeyDown=${press} onFocusOut=${left}>
    ${items.map(
      ({ label, note, isOff, run }) => html`<button
        type="button"
        role="menuitem"
        tabindex="-1"
        aria-disabled=${isOff ? 'true' : undefined}
        onClick=${() => {
          if (isOff) return;
          leave();
          run();
        }}
      >
        ${label}${note && html`<small>${note}</small>`}
      </button>`,
    )}
  </div>`;
}
