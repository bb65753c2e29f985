import type { WorldUser } from '../world.ts';
import { createComplaints, isObject } from './complaints.ts';
import { fileTypeOf } from './file-types.ts';
import { mayBotSee } from './files.ts';
import type { Simulation } from './simulation.ts';
import { messagesIn } from './simulation.ts';
import type { Json, StoredFile } from './state.ts';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif'];

/** What Slack says of pictures in blocks that are named by a file the bot cannot show. */
export function blockFileFaults(sim: Simulation, blocks: unknown, at: string): string[] {
  const complaints = createComplaints();
  for (const { id, at: here } of filesIn(blocks, at)) {
    const file = sim.state.files.get(id);
    const isShown = file?.stage === 'complete' && isPicture(file) && mayBotSee(sim, file);
    if (!isShown) complaints.add(`${here}/slack_file`, 'invalid slack file');
  }
  return complaints.messages;
}

/** Whether something before this person shows the file, which is enough to see it. */
export function isShownTo(sim: Simulation, user: WorldUser, { id }: StoredFile): boolean {
  const messages = [...sim.state.channels.values()]
    .filter(({ members }) => members.has(user.id))
    .flatMap((channel) => messagesIn(sim, channel.id))
    .filter(({ viewerId }) => (viewerId ?? user.id) === user.id);
  const views = [sim.state.homes.get(user.id), ...(sim.state.modals.get(user.id) ?? [])];
  return filesIn(
    [messages.map(({ blocks }) => blocks), views.map((view) => view?.blocks)],
    '',
  ).some((shown) => shown.id === id);
}

function filesIn(part: unknown, at: string): { readonly id: string; readonly at: string }[] {
  if (Array.isArray(part)) return part.flatMap((each, index) => filesIn(each, `${at}/${index}`));
  if (!isObject(part)) return [];
  const { slack_file: file } = part as Json;
  const own = isObject(file) && file.id !== undefined ? [{ id: String(file.id), at }] : [];
  return [...own, ...Object.entries(part).flatMap(([key, each]) => filesIn(each, `${at}/${key}`))];
}

function isPicture({ name }: StoredFile): boolean {
  return PICTURES.includes(fileTypeOf(name).mimetype);
}
