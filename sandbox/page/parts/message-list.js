import { html } from '../html.js';
import { personOf, titleOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { newestIn } from '../state/sync.js';
import { dateOf, dayIn } from '../state/times.js';
import { NARROW, useMedia } from '../state/use-media.js';
import { useStickyEnd } from '../state/use-sticky-end.js';
import { Message } from './message.js';
import { Thread } from './thread.js';

/** Messages by day; on a narrow page the open thread is under its message. */
export function MessageList({ messages, root, channel, channelId }) {
  const { place, as, world } = useScene();
  const isNarrow = useMedia(NARROW);
  const list = useStickyEnd(newestIn(messages), `${as} ${place}`);
  const zone = personOf(world, as).timeZone;
  return html`<div class="scroller" ref=${list} tabindex="-1">
    ${messages.length === 0 && html`<${Empty} channel=${channel} />`}
    <ol class="messages" aria-label="Messages">
      ${messages.map((message, index) => {
        const day = dayIn(zone, dateOf(message.ts));
        const before = messages[index - 1];
        const isNewDay = !before || dayIn(zone, dateOf(before.ts)) !== day;
        return html`<li key=${message.ts}>
          ${isNewDay && html`<p class="day"><span>${day}</span></p>`}
          <${Message} message=${message} channelId=${channelId} />
          ${isNarrow && message === root && html`<${Thread} root=${root} channelId=${channelId} isInline />`}
        </li>`;
      })}
    </ol>
  </div>`;
}

function Empty({ channel }) {
  const { world } = useScene();
  if (!channel) {
    return html`<p class="empty">
      Nothing here yet. Write to ${world.app.name}, for example <code>glossary list</code> or${' '}
      <code>help</code>.
    </p>`;
  }
  return html`<p class="empty">No messages ${channel.memberIds ? 'with' : 'in'} ${titleOf(channel)} that you can see yet.</p>`;
}
