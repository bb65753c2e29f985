import type { WorldUser } from '../world.ts';
import { fileTypeOf } from './file-types.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, secondsNow } from './simulation.ts';
import type { Channel, StoredFile, StoredMessage } from './state.ts';

/** What a person may upload here; Slack takes a gigabyte. */
export const FILE_LIMIT = 16 * 1024 * 1024;
export const SNIPPET_LIMIT = 1024 * 1024;

export type FileDraft = {
  readonly name: string;
  readonly size: number;
  readonly userId: string;
  readonly altText?: string;
  readonly isSnippet?: boolean;
};

export function expectFile(sim: Simulation, draft: FileDraft): StoredFile {
  const isText = fileTypeOf(draft.name).isText === true && draft.size <= SNIPPET_LIMIT;
  const file: StoredFile = {
    id: sim.newId('F'),
    ...draft,
    title: draft.name,
    isSnippet: draft.isSnippet ?? isText,
    createdAt: secondsNow(sim),
    bytes: Buffer.alloc(0),
    stage: 'expected',
    isHandedOver: false,
  };
  sim.state.files.set(file.id, file);
  return file;
}

/** A person's file, which nobody else sees yet. */
export function uploadAsPerson(
  sim: Simulation,
  user: WorldUser,
  name: string,
  bytes: Buffer,
): StoredFile {
  if (bytes.length === 0) throw new Error(`“${name}” is empty`);
  if (bytes.length > FILE_LIMIT) throw new Error(`“${name}” has more than 16 MiB`);
  const file = expectFile(sim, { name, size: bytes.length, userId: user.id });
  file.bytes = bytes;
  file.stage = 'complete';
  sim.changed();
  return file;
}

export type Share = { readonly channel: Channel; readonly message: StoredMessage };

/** The messages that carry a file; a message that is gone shares it no longer. */
export function sharesOf(sim: Simulation, file: StoredFile): Share[] {
  return [...sim.state.channels.values()].flatMap((channel) =>
    (sim.state.messages.get(channel.id) ?? [])
      .filter(({ fileIds }) => fileIds.includes(file.id))
      .map((message) => ({ channel, message })),
  );
}

export function mayBotSee(sim: Simulation, file: StoredFile): boolean {
  if (file.userId === sim.world.app.botUserId || file.isHandedOver) return true;
  return sharesOf(sim, file).some(({ channel }) => hasBot(sim, channel));
}

function maySee(sim: Simulation, user: WorldUser, file: StoredFile): boolean {
  if (file.stage !== 'complete') return false;
  if (file.userId === user.id) return true;
  return sharesOf(sim, file).some(({ channel }) => channel.members.has(user.id));
}

/** A file that this person can hand on; refused with a sentence otherwise. */
export function fileForPerson(sim: Simulation, user: WorldUser, id: string): StoredFile {
  const file = sim.state.files.get(id);
  if (file && maySee(sim, user, file)) return file;
  throw new Error(`${user.name} sees no file ${id}`);
}
