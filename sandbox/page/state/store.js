import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

let state = {
  /** From /control/world and /control/sees; null until the first answer. */
  world: null,
  sees: null,
  as: '',
  /** The id of a channel or of a group conversation, 'dm' or 'home'. */
  place: '',
  thread: '',
  /** What of the channel is shown: its messages or 'canvas'. */
  tab: '',
  /** The message that a jump points at. */
  found: '',
  clock: { now: 0, at: 0 },
  isLost: false,
  isDrawerOpen: false,
  /** What is typed and not sent, by person, place and thread. */
  drafts: {},
  /** Files that are chosen and not sent, by draft or by field of a form. */
  attached: {},
  /** The newest time each person has looked at, by person and place. */
  read: {},
  /** How many notices each person has put away. */
  putAway: {},
  /** What only one person can see, by person. */
  news: {},
  toasts: [],
  confirm: null,
  waiting: {},
};

const listeners = new Set();

export function getState() {
  return state;
}

/** @param {Partial<typeof state>} patch */
export function setState(patch) {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

export function subscribe(listener) {
  listeners.add(listener);
}

/** Resolves when the page shows what the test wants. */
export function until(test) {
  return new Promise((resolve) => {
    const look = () => {
      if (!test(state)) return;
      listeners.delete(look);
      resolve();
    };
    listeners.add(look);
    look();
  });
}

export const Scene = createContext(state);

/** The whole state, for any component. @returns {typeof state} */
export function useScene() {
  return useContext(Scene);
}
