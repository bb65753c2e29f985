import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';

/** A native modal dialog: the browser keeps the focus inside, and Escape asks `close`. */
export function Dialog({ title, testId, close, children, aside, isWide = false }) {
  const dialog = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    const first = dialog.current.querySelector(
      '[autofocus], .dialog-body :is(input, textarea, select)',
    );
    first?.focus();
    return () => {
      if (before?.isConnected) before.focus();
      else document.querySelector('main textarea')?.focus();
    };
  }, []);
  const cancel = (event) => {
    event.preventDefault();
    close();
  };
  return html`<dialog
    ref=${dialog}
    class=${isWide ? 'dialog dialog-wide' : 'dialog'}
    data-testid=${testId}
    aria-labelledby="${testId}-title"
    onCancel=${cancel}
    onClose=${close}
  >
    <header class="dialog-head">
      <h2 id="${testId}-title">${title}</h2>
      ${aside}
      <button type="button" class="icon-button" aria-label="Close" onClick=${close}>×</button>
    </header>
    ${children}
  </dialog>`;
}
