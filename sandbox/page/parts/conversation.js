import { html } from '../html.js';
import { act } from '../state/actions.js';
import { personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { messagesAt, newestIn } from '../state/sync.js';
import { dateOf, dayIn } from '../state/times.js';
import { NARROW, useMedia } from '../state/use-media.js';
import { useStickyEnd } from '../state/use-sticky-end.js';
import { Composer } from './composer.js';
import { Guide } from './guide.js';
import { Message } from './message.js';
import { Notices } from './notices.js';
import { Thread } from './thread.js';

export function Conversation() {
  const scene = useScene();
  const { sees, place, thread, as, world } = scene;
  const isNarrow = useMedia(NARROW);
  const channel = sees.channels.find(({ id }) => id === place);
  const channelId = channel?.id ?? sees.dmChannelId;
  const messages = messagesAt(sees, place);
  const root = messages.find(({ ts }) => ts === thread);
  const list = useStickyEnd(newestIn(messages), `${as} ${place}`);
  const zone = personOf(world, as).timeZone;
  return html`
    <div class="conversation">
      <${ConversationHead} channel=${channel} />
      <div class="scroller" ref=${list} tabindex="-1">
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
      </div>
      ${channel && !root && html`<${Guide} />`}
      <${Notices} />
      ${channel && !channel.hasBot && html`<${InviteBar} channel=${channel} />`}
      <${Composer} key="${as} ${place}" />
    </div>
    ${!isNarrow && root && html`<${Thread} key=${thread} root=${root} channelId=${channelId} />`}
  `;
}

function ConversationHead({ channel }) {
  const { world } = useScene();
  if (!channel) {
    return html`<header class="main-head">
      <h2>Messages with ${world.app.name}</h2>
      <p>Only you and the app read this.</p>
    </header>`;
  }
  const members = world.channels.find(({ id }) => id === channel.id)?.members ?? [];
  const people = members.filter((id) => id !== world.app.botUserId).length;
  const shared = channel.isExternal ? 'shared with another company' : 'City only';
  return html`<header class="main-head">
    <h2>#${channel.name}${channel.isArchived ? ' (archived)' : ''}</h2>
    <p>${people} people · ${shared}</p>
  </header>`;
}

function Empty({ channel }) {
  const { world } = useScene();
  if (!channel) {
    return html`<p class="empty">
      Nothing here yet. Write to ${world.app.name}, for example <code>glossary list</code> or${' '}
      <code>help</code>.
    </p>`;
  }
  return html`<p class="empty">No messages in #${channel.name} that you can see yet.</p>`;
}

function InviteBar({ channel }) {
  const { world } = useScene();
  return html`<p class="invite">
    <span>${world.app.name} is not in #${channel.name}.</span>
    <button
      type="button"
      class="button button-plain"
      data-testid="invite-bot"
      onClick=${() => act('invite-bot', { channel: channel.id })}
    >
      Add ${world.app.name}
    </button>
  </p>`;
}
