import { ask } from './control.js';
import { getState, setState } from './store.js';

const PAUSE_MS = 400;
let timer;

/** Looks, a little later, whether somebody else was told something that only they can see. */
export function lookForNews() {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE_MS);
}

async function look() {
  const { world } = getState();
  const news = {};
  for (const { id } of world.users) {
    const sees = await ask(`sees?as=${id}`).catch(() => undefined);
    if (sees) news[id] = privateMessages(sees, id);
  }
  setState({ news });
}

function privateMessages(sees, id) {
  const whispers = sees.channels.flatMap((channel) =>
    withReplies(channel.messages)
      .filter(({ isEphemeral }) => isEphemeral)
      .map(({ ts }) => ({ place: channel.id, ts })),
  );
  const direct = withReplies(sees.dm)
    .filter(({ user }) => user !== id)
    .map(({ ts }) => ({ place: 'dm', ts }));
  const inGroups = sees.groups.flatMap(({ id: place, messages }) =>
    withReplies(messages)
      .filter(({ user }) => user !== id)
      .map(({ ts }) => ({ place, ts })),
  );
  return [...whispers, ...direct, ...inGroups];
}

function withReplies(messages) {
  return messages.flatMap((message) => [message, ...message.replies]);
}

export function hasNews({ news, read }, id) {
  return (news[id] ?? []).some(({ place, ts }) => ts > (read[`${id} ${place}`] ?? ''));
}
