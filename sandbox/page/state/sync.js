import { setClock, toast } from './actions.js';
import { ask, listen, tell } from './control.js';
import { readLocation } from './location.js';
import { lookForNews } from './news.js';
import { getState, setState } from './store.js';

const FIRST = { as: 'U0RENATA', place: 'C0OPENDOORS' };
/** Whom the address bar asks for; shown once their screen has come. */
let wanted = '';
let isLooking = false;
let isStale = false;
let opened = '';

/** Follows the simulated Slack and the address bar for as long as the page is open. */
export function startSync() {
  addEventListener('hashchange', followLocation);
  followLocation();
  listen({
    changed: look,
    lost: () => setState({ isLost: true }),
  });
}

function followLocation() {
  const asked = readLocation();
  wanted = asked.as || FIRST.as;
  const { as, sees } = getState();
  setState({ isDrawerOpen: false });
  if (as === wanted && sees) setState(placeOf(sees, asked));
  look();
}

/** One look at a time; a change meanwhile asks for another. */
async function look() {
  isStale = true;
  if (isLooking) return;
  isLooking = true;
  try {
    while (isStale) {
      isStale = false;
      await lookOnce();
    }
  } catch (error) {
    toast(error.message);
  } finally {
    isLooking = false;
  }
}

async function lookOnce() {
  const world = await ask('world');
  const isKnown = world.users.some(({ id }) => id === wanted);
  if (!isKnown) wanted = world.users[0].id;
  const as = wanted;
  const [sees, clock] = await Promise.all([ask(`sees?as=${as}`), ask('clock')]);
  if (as !== wanted) {
    isStale = true;
    return;
  }
  setClock(clock.now);
  setState({ world, sees, as, ...placeOf(sees, readLocation()), isLost: false });
  markRead();
  lookForNews();
  await openApp(as, getState().place, world);
}

function placeOf(sees, { place, thread, tab }) {
  const wish = place || FIRST.place;
  const channel = channelAt(sees, wish);
  if (wish === 'dm' || wish === 'home') return { place: wish, thread, tab: '' };
  if (!channel) return { place: sees.channels[0]?.id ?? 'dm', thread: '', tab: '' };
  return { place: wish, thread, tab: channel.canvas ? tab : '' };
}

/** The app hears that somebody opened its Home or its messages, once per visit. */
async function openApp(as, place, world) {
  const visit = `${as} ${place}`;
  if (opened === visit) return;
  opened = visit;
  const isOutsider = world.users.find(({ id }) => id === as)?.isOutsider;
  if (place === 'home' && !isOutsider) await tell('home', { as, tab: 'home' });
  if (place === 'dm') await tell('home', { as, tab: 'messages' });
}

export function newestIn(messages) {
  const times = messages.flatMap(({ ts, replies }) => [ts, ...replies.map((reply) => reply.ts)]);
  return times.sort().at(-1) ?? '';
}

/** A channel or a group conversation that the person is in. */
export function channelAt({ channels, groups }, place) {
  return [...channels, ...groups].find(({ id }) => id === place);
}

export function messagesAt(sees, place) {
  return place === 'dm' ? sees.dm : (channelAt(sees, place)?.messages ?? []);
}

function markRead() {
  const { as, place, sees, read } = getState();
  const newest = newestIn(messagesAt(sees, place));
  setState({ read: { ...read, [`${as} ${place}`]: newest } });
}
