import { html } from '../html.js';
import { useScene } from '../state/store.js';
import { ChannelBar } from './channel-bar.js';

/** Where this is, and what is fastened to it. */
export function ConversationHead({ channel }) {
  const { world } = useScene();
  if (!channel) {
    return html`<header class="main-head">
      <h2>Messages with ${world.app.name}</h2>
      <p>Only you and the app read this.</p>
    </header>`;
  }
  if (channel.memberIds) return html`<${GroupHead} group=${channel} />`;
  const members = world.channels.find(({ id }) => id === channel.id)?.members ?? [];
  const people = members.filter((id) => id !== world.app.botUserId).length;
  const shared = channel.isExternal ? 'shared with another company' : 'City only';
  return html`
    <header class="main-head">
      <h2>#${channel.name}${channel.isArchived ? ' (archived)' : ''}</h2>
      <p>${people} people · ${shared}</p>
    </header>
    <${ChannelBar} key=${channel.id} channel=${channel} />
  `;
}

function GroupHead({ group }) {
  const { world } = useScene();
  const people = group.memberIds.length - 1;
  return html`
    <header class="main-head">
      <h2>${group.name}</h2>
      <p>${people} people and ${world.app.name}. Nobody else reads this.</p>
    </header>
    <${ChannelBar} key=${group.id} channel=${group} />
  `;
}
