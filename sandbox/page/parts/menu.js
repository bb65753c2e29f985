import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';

/** Of a grid, as in the style sheet. */
const COLUMNS = 4;

/**
 * A small menu at its trigger: arrows move, Escape and leaving close it. In a grid the labels are
 * signs, and the names say what they are.
 * @param {{ items: { label: string, name?: string, note?: string, isOff?: boolean, run(): void }[],
 *   trigger: { current: HTMLElement | null }, close(): void, isGrid?: boolean, title?: string }} props
 */
export function Menu({ items, trigger, close, isGrid = false, title }) {
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
    const row = isGrid ? COLUMNS : 1;
    const steps = { ArrowDown: at + row, ArrowUp: at - row, Home: 0, End: -1 };
    if (isGrid) Object.assign(steps, { ArrowRight: at + 1, ArrowLeft: at - 1 });
    const to = steps[event.key];
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
  const shape = ['menu', isAbove && 'menu-above', isGrid && 'menu-grid'].filter(Boolean).join(' ');
  return html`<div
    class=${shape}
    role="menu"
    aria-label=${title}
    ref=${list}
    onKeyDown=${press}
    onFocusOut=${left}
  >
    ${items.map(
      ({ label, name, note, isOff, run }) => html`<button
        type="button"
        role="menuitem"
        tabindex="-1"
        aria-label=${name}
        title=${name}
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
