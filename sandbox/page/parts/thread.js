import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';
import { go } from '../state/actions.js';
import { useScene } from '../state/store.js';
import { newestIn } from '../state/sync.js';
import { useStickyEnd } from '../state/use-sticky-end.js';
import { Composer } from './composer.js';
import { Message } from './message.js';

/** Beside the conversation; under its message where there is no room. */
export function Thread({ root, channelId, isInline = false }) {
  const panel = useRef(null);
  useEffect(() => {
    if (isInline) panel.current.scrollIntoView({ block: 'nearest' });
  }, [root.ts]);
  const { as, place } = useScene();
  const list = useStickyEnd(newestIn(root.replies), root.ts);
  const close = () => {
    go({ thread: '' });
    document.querySelector('main textarea')?.focus();
  };
  return html`<aside ref=${panel} class="thread" data-testid="thread" aria-label="Thread">
    <header class="main-head">
      <h2>Thread</h2>
      <button type="button" class="icon-button" aria-label="Close the thread" onClick=${close}>×</button>
    </header>
    <div class="scroller" ref=${list} tabindex="-1">
      ${!isInline && html`<${Message} message=${root} channelId=${channelId} isInThread />`}
      <p class="day"><span>${root.replies.length === 0 ? 'No replies yet' : 'Replies'}</span></p>
      <ol class="messages" aria-label="Replies">
        ${root.replies.map(
          (reply) => html`<li key=${reply.ts}>
            <${Message} message=${reply} channelId=${channelId} isInThread />
          </li>`,
        )}
      </ol>
    </div>
    <${Composer} key="${as} ${place} ${root.ts}" thread=${root.ts} />
  </aside>`;
}
