import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';

/**
 * A small menu at its trigger: arrows move, Escape and leaving close it.
 * @param {{ items: { label: string, note?: string, isOff?: boolean, run(): void }[],
 *   trigger: { current: HTMLElement | null }, close(): void }} props
 */
export function Menu({ items, trigger, close }) {
  const list = useRef(null);
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    setAbove(!hasRoomBelow(list.current) && hasRoomAbove(list.current, trigger.current));
    list.current.querySelector('[role=menuitem]')?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => list.current.scrollIntoView({ block: 'nearest' }), [isAbove]);

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
  return html`<div
    class=${isAbove ? 'menu menu-above' : 'menu'}
    role="menu"
    ref=${list}
    onKeyDown=${press}
    onFocusOut=${left}
  >
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

function hasRoomBelow(menu) {
  return menu.getBoundingClientRect().bottom <= frameOf(menu).bottom;
}

function hasRoomAbove(menu, trigger) {
  return trigger.getBoundingClientRect().top - menu.offsetHeight > frameOf(menu).top;
}

/** What scrolls around the menu also cuts it off. */
function frameOf(menu) {
  const frame = menu.closest('.scroller, .dialog-body') ?? document.documentElement;
  return frame.getBoundingClientRect();
}
