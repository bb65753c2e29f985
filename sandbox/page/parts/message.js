import { Blocks } from '../blocks/blocks.js';
import { Mrkdwn } from '../blocks/mrkdwn.js';
import { PlaceContext } from '../blocks/place.js';
import { html } from '../html.js';
import { go } from '../state/actions.js';
import { organizationOf, personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { channelAt } from '../state/sync.js';
import { dateOf, momentIn, timeIn } from '../state/times.js';
import { messagePlace } from '../state/view-place.js';
import { Avatar } from './avatar.js';
import { MessageFiles } from './message-files.js';
import { MessageMenu } from './message-menu.js';
import { Reactions } from './reactions.js';

const broadcasts = ['channel', 'here', 'everyone'];

export function Message({ message, channelId, isInThread = false }) {
  const { world, as, sees, found } = useScene();
  const { ts, user, userName, isEphemeral, pings, replies } = message;
  const isPinned = channelAt(sees, channelId)?.pins.includes(ts);
  const isPingingMe = user !== as && pings.includes(as);
  const states = [
    'message',
    isEphemeral && 'message-ephemeral',
    isPingingMe && 'message-for-me',
    message.isBot && 'message-app',
    found === ts && 'message-found',
  ];
  return html`<article
    class=${states.filter(Boolean).join(' ')}
    data-testid="message"
    data-ts=${ts}
    aria-label="${userName}${isEphemeral ? ', only visible to you' : ''}"
  >
    <${Avatar} id=${user} />
    <div class="message-main">
      ${isEphemeral && html`<p class="only-you">◉ Only visible to you</p>`}
      ${isPinned && html`<p class="pinned-mark"><span aria-hidden="true">📌</span> Pinned</p>`}
      <${Byline} message=${message} />
      <${Content} message=${message} channelId=${channelId} />
      <${MessageFiles} files=${message.files} />
      ${
        pings.some((it) => broadcasts.includes(it)) &&
        html`<p class="pinged">
        🔔 Notified everybody here
      </p>`
      }
      <${Reactions} message=${message} channelId=${channelId} />
      ${
        !isInThread &&
        replies.length > 0 &&
        html`<button
        type="button"
        class="replies"
        onClick=${() => go({ thread: ts })}
      >
        ${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}
        ${world && html`<small>last ${timeOf(replies.at(-1).ts)}</small>`}
      </button>`
      }
    </div>
    ${
      !isEphemeral &&
      html`<${MessageMenu}
      message=${message} channelId=${channelId} isInThread=${isInThread}
    />`
    }
  </article>`;

  function timeOf(at) {
    return timeIn(personOf(world, as).timeZone, dateOf(at));
  }
}

function Byline({ message }) {
  const { world, as } = useScene();
  const zone = personOf(world, as).timeZone;
  const author = personOf(world, message.user);
  const organization = author && organizationOf(world, author);
  const date = dateOf(message.ts);
  return html`<p class="byline">
    <strong>${message.userName}</strong>
    ${
      organization
        ? html`<span class="org-chip org-${organization.key}">${organization.short}</span>`
        : html`<span class="app-chip">App</span>`
    }
    <time datetime=${date.toISOString()} title=${momentIn(zone, date)}>${timeIn(zone, date)}</time>
    ${message.isEdited && html`<span class="edited">(edited)</span>`}
  </p>`;
}

function Content({ message, channelId }) {
  if (message.blocks.length === 0) return message.text && html`<${Mrkdwn} text=${message.text} />`;
  return html`<${PlaceContext.Provider} value=${messagePlace(channelId, message)}>
    <${Blocks} blocks=${message.blocks} />
  <//>`;
}
