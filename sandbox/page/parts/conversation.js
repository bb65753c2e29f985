import { html } from '../html.js';
import { act } from '../state/actions.js';
import { useScene } from '../state/store.js';
import { channelAt, messagesAt } from '../state/sync.js';
import { NARROW, useMedia } from '../state/use-media.js';
import { Canvas } from './canvas.js';
import { Composer } from './composer.js';
import { ConversationHead } from './conversation-head.js';
import { Guide } from './guide.js';
import { MessageList } from './message-list.js';
import { Notices } from './notices.js';
import { Thread } from './thread.js';

export function Conversation() {
  const { sees, place, thread, tab, as } = useScene();
  const isNarrow = useMedia(NARROW);
  const channel = channelAt(sees, place);
  const isChannel = channel && !channel.memberIds;
  const channelId = channel?.id ?? sees.dmChannelId;
  const messages = messagesAt(sees, place);
  const root = messages.find(({ ts }) => ts === thread);
  if (tab === 'canvas' && channel?.canvas) {
    return html`<div class="conversation">
      <${ConversationHead} channel=${channel} />
      <${Canvas} canvas=${channel.canvas} />
    </div>`;
  }
  return html`
    <div class="conversation">
      <${ConversationHead} channel=${channel} />
      <${MessageList} messages=${messages} root=${root} channel=${channel} channelId=${channelId} />
      ${isChannel && !root && html`<${Guide} />`}
      <${Notices} />
      ${channel && !channel.hasBot && html`<${InviteBar} channel=${channel} />`}
      <${Composer} key="${as} ${place}" />
    </div>
    ${!isNarrow && root && html`<${Thread} key=${thread} root=${root} channelId=${channelId} />`}
  `;
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
