import { useRef, useState } from 'preact/hooks';
import { emojiOf } from '../blocks/emoji.js';
import { html } from '../html.js';
import { act, go } from '../state/actions.js';
import { organizationOf, personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { Menu } from './menu.js';

const emoji = [
  'book',
  '+1',
  'white_check_mark',
  'eyes',
  'raised_hands',
  'tada',
  'thinking_face',
  'question',
];

/** What a person can do with one message. */
export function MessageMenu({ message, channelId, isInThread }) {
  const { world, as } = useScene();
  const trigger = useRef(null);
  const [shown, setShown] = useState('');
  const close = () => setShown('');
  const user = personOf(world, as);
  const on = { channel: channelId, ts: message.ts };
  const reply = {
    label: 'Reply in thread',
    run: () => {
      go({ thread: message.ts });
      setTimeout(() => document.querySelector('[data-testid=thread] textarea')?.focus(), 50);
    },
  };
  const shortcuts = world.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callback_id }) => ({
      label: name,
      isOff: user.isOutsider,
      note: user.isOutsider
        ? `${organizationOf(world, user).short} has not installed the app`
        : world.app.name,
      run: () => act('shortcut', { ...on, callback: callback_id }),
    }));
  const react = { label: 'React', run: () => setShown('emoji') };
  const reactions = emoji.map((name) => ({
    label: emojiOf(name),
    name: name.replaceAll('_', ' '),
    run: () => act('react', { ...on, emoji: name }),
  }));
  const items = isInThread ? [react, ...shortcuts] : [reply, react, ...shortcuts];
  return html`<div class=${shown ? 'menu-holder message-tools open' : 'menu-holder message-tools'}>
    <button
      type="button"
      class="icon-button"
      ref=${trigger}
      aria-label="More about this message of ${message.userName}"
      aria-haspopup="menu"
      aria-expanded=${String(shown !== '')}
      onClick=${() => setShown(shown ? '' : 'menu')}
    >
      ⋯
    </button>
    ${shown === 'menu' && html`<${Menu} items=${items} trigger=${trigger} close=${close} />`}
    ${
      shown === 'emoji' &&
      html`<${Menu} key="emoji" items=${reactions} trigger=${trigger} close=${close} isGrid title="React with" />`
    }
  </div>`;
}
