import { withEmoji } from '../blocks/emoji.js';
import { html } from '../html.js';
import { findMessage, jumpTo } from '../state/jump.js';
import { personOf, titleOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { dateOf, momentIn } from '../state/times.js';
import { Avatar } from './avatar.js';
import { Dialog } from './dialog.js';

export function PinnedDialog({ channel, close }) {
  const { sees, world, as } = useScene();
  const pinned = channel.pins.map((ts) => findMessage(sees, channel.id, ts)?.message ?? { ts });
  const jump = (ts) => {
    close();
    jumpTo(channel.id, ts);
  };
  return html`<${Dialog} title="Pinned in ${titleOf(channel)}" testId="pinned-messages" close=${close}>
    <ul class="dialog-body pinned-list">
      ${pinned.map(({ ts, user, userName, text, files }) =>
        user
          ? html`<li key=${ts}>
              <button type="button" class="pinned-entry" onClick=${() => jump(ts)}>
                <${Avatar} id=${user} size="small" />
                <span>
                  <b>${userName}</b> <small>${momentIn(personOf(world, as).timeZone, dateOf(ts))}</small>
                  <span class="pinned-text">${excerptOf(text, files)}</span>
                </span>
              </button>
            </li>`
          : html`<li key=${ts} class="pinned-gone">A message that is no longer here.</li>`,
      )}
    </ul>
  <//>`;
}

/** The words without their marks. */
function excerptOf(text, files) {
  const words = withEmoji(text)
    .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/[*_~`]/g, '');
  return words || files.map(({ name }) => name).join(', ');
}
