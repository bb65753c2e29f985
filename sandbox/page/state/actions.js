import { tell } from './control.js';
import { locationFor } from './location.js';
import { getState, setState, until } from './store.js';

let toasts = 0;

export function toast(text, kind = 'error') {
  const id = ++toasts;
  setState({ toasts: [...getState().toasts.slice(-2), { id, text, kind }] });
  setTimeout(() => dropToast(id), kind === 'error' ? 12_000 : 5_000);
}

export function dropToast(id) {
  setState({ toasts: getState().toasts.filter((it) => it.id !== id) });
}

/** Acts as the current person; undefined, and a toast, when it was refused. */
export async function act(action, body) {
  try {
    return await tell(action, { as: getState().as, ...body });
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

export function go(there) {
  const { as, place } = getState();
  location.hash = locationFor({ as, place, thread: '', ...there });
}

export function draftKey({ as, place }, thread = '') {
  return [as, place, thread].join(' ');
}

export function setDraft(key, text) {
  setState({ drafts: { ...getState().drafts, [key]: text } });
}

/** Becomes somebody, somewhere, with a line ready to send. */
export async function prepareLine({ as, place, text }) {
  setDraft(draftKey({ as, place }), text);
  go({ as, place });
  await until((state) => state.as === as && state.place === place);
  requestAnimationFrame(() => document.getElementById('composer')?.focus());
}

/** Sends what is in the composer: a command where it starts with a slash. */
export async function send(text, thread, files = []) {
  const { place, sees, as, putAway } = getState();
  setState({ putAway: { ...putAway, [as]: sees.notices.length } });
  const where = { text, ...(thread && { thread }), ...(files.length > 0 && { files }) };
  if (text.startsWith('/')) {
    return act('command', { ...where, channel: place === 'dm' ? sees.dmChannelId : place });
  }
  return place === 'dm' ? act('dm', where) : act('message', { ...where, channel: place });
}

export async function advance(by) {
  const before = Date.now() - getState().clock.at + getState().clock.now;
  setState({ waiting: { ...getState().waiting, clock: by } });
  const answer = await act('clock', { advance: by });
  setState({ waiting: { ...getState().waiting, clock: undefined } });
  if (!answer) return undefined;
  setClock(answer.now);
  return Date.parse(answer.now) - before;
}

export function setClock(now) {
  setState({ clock: { now: Date.parse(now), at: Date.now() } });
}

export async function optionsFor(body) {
  const answer = await act('options', body);
  return answer?.options ?? [];
}

/** Asks before a risky button; resolves to whether the person said yes. */
export function confirmFirst(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const answer = (isYes) => {
      setState({ confirm: null });
      resolve(isYes);
    };
    setState({ confirm: { ...confirm, answer } });
  });
}
