import { emojiOf } from '../blocks/emoji.js';
import { html } from '../html.js';
import { act } from '../state/actions.js';
import { nameOf } from '../state/people.js';
import { useScene } from '../state/store.js';

/** Who thinks what, one click from joining them. */
export function Reactions({ message, channelId }) {
  if (message.reactions.length === 0) return null;
  return html`<ul class="reactions" aria-label="Reactions">
    ${message.reactions.map(
      (reaction) => html`<li key=${reaction.name}>
        <${Reaction} reaction=${reaction} ts=${message.ts} channelId=${channelId} />
      </li>`,
    )}
  </ul>`;
}

function Reaction({ reaction: { name, users }, ts, channelId }) {
  const { world, as } = useScene();
  const isMine = users.includes(as);
  const who = users.map((id) => (id === as ? 'you' : nameOf(world, id))).join(', ');
  const join = () => !isMine && act('react', { channel: channelId, ts, emoji: name });
  return html`<button
    type="button"
    class=${isMine ? 'reaction reaction-mine' : 'reaction'}
    data-testid="reaction-${name}"
    aria-label="${name.replaceAll('_', ' ')}: ${who}${isMine ? '' : '. React with it too'}"
    onClick=${join}
  >
    ${emojiOf(name)} ${users.length}
    <span class="reaction-who" aria-hidden="true">${who}</span>
  </button>`;
}
