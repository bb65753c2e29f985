import { go } from './actions.js';
import { getState, setState, until } from './store.js';
import { channelAt, messagesAt } from './sync.js';

const SHOWN_MS = 2500;

/** A message that the person can see, and the thread it stands in. */
export function findMessage(sees, place, ts) {
  for (const root of messagesAt(sees, place)) {
    const message = [root, ...root.replies].find((it) => it.ts === ts);
    if (message) return { message, thread: message === root ? '' : root.ts };
  }
  return undefined;
}

/** Goes to a message, wherever it is, and points at it for a moment. */
export async function jumpTo(place, ts) {
  const { thread = '' } = findMessage(getState().sees, place, ts) ?? {};
  go({ place, thread });
  await until((state) => state.place === place && state.thread === thread && state.tab === '');
  setState({ found: ts });
  setTimeout(() => getState().found === ts && setState({ found: '' }), SHOWN_MS);
  // After a closing dialog has given the focus back.
  setTimeout(() => pointAt(ts), 50);
}

function pointAt(ts) {
  const message = document.querySelector(`[data-ts="${ts}"]`);
  message?.scrollIntoView({ block: 'center' });
  message?.querySelector('.message-tools button')?.focus({ preventScroll: true });
}

/** Where a link leads on this screen: a message, or a channel's canvas. */
export function targetOf(sees, url) {
  const [, place, seconds, rest] = /\/archives\/(\w+)\/p(\d{10})(\d{6})/.exec(url) ?? [];
  if (place && channelAt(sees, place)) {
    return () => jumpTo(place, `${seconds}.${rest}`);
  }
  const [, canvasId] = /\/docs\/\w+\/(\w+)/.exec(url) ?? [];
  const channel = canvasId && sees.channels.find(({ canvas }) => canvas?.id === canvasId);
  return channel && (() => go({ place: channel.id, tab: 'canvas' }));
}
