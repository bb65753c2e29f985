import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';
import { getState, setState, useScene } from '../state/store.js';
import { NARROW, useMedia } from '../state/use-media.js';
import { Announcer } from './announcer.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { Conversation } from './conversation.js';
import { Home } from './home.js';
import { Modal } from './modal.js';
import { PeopleRail } from './people-rail.js';
import { Places } from './places.js';
import { Toasts } from './toasts.js';
import { TopBar } from './top-bar.js';

export function App() {
  const { world, sees, place, isDrawerOpen: isOpen } = useScene();
  const isNarrow = useMedia(NARROW);
  const isDrawerOpen = isOpen && isNarrow;
  useFocusAfterDrawer(isDrawerOpen);
  if (!world || !sees) return html`<p class="loading">Starting the sandbox…</p><${Toasts} />`;
  const modal = sees.modals.at(-1);
  return html`
    <div class=${isDrawerOpen ? 'app drawer-open' : 'app'}>
      <a class="skip" href="#composer" onClick=${toComposer}>Skip to the conversation</a>
      <${TopBar} />
      <div class="side" id="side" onKeyDown=${leaveDrawer}>
        <${PeopleRail} />
        <${Places} />
      </div>
      <main class="main" data-place=${place} inert=${isDrawerOpen}>
        ${place === 'home' ? html`<${Home} />` : html`<${Conversation} />`}
      </main>
    </div>
    ${modal && html`<${Modal} key=${modal.id} view=${modal} depth=${sees.modals.length} />`}
    <${ConfirmDialog} />
    ${!modal && html`<${Toasts} />`}
    <${Announcer} />
  `;
}

/** What was chosen in the drawer disappears with it; the focus goes back to its button. */
function useFocusAfterDrawer(isOpen) {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const { activeElement } = document;
    const isAdrift = activeElement === document.body || activeElement?.closest('.side');
    if (wasOpen.current && !isOpen && isAdrift) document.querySelector('.drawer-button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
}

function leaveDrawer({ key }) {
  if (key === 'Escape' && getState().isDrawerOpen) setState({ isDrawerOpen: false });
}

function toComposer(event) {
  event.preventDefault();
  document.querySelector('main textarea, main button')?.focus();
}
