import type { WorldUser } from '../world.ts';
import { fileShape } from './file-shape.ts';
import { extensionOf } from './file-types.ts';
import { fileForPerson } from './files.ts';
import type { Simulation } from './simulation.ts';
import type { Json, StoredFile, StoredView } from './state.ts';

const FILES_LIMIT = 10;

/** In a file field the ids of files become the files; what goes elsewhere stays as it is. */
export function chosenValue(
  sim: Simulation,
  user: WorldUser,
  element: Json,
  entered: unknown,
): unknown {
  if (element.type !== 'file_input') return entered;
  const files = [entered ?? []].flat().map((each) => fileForPerson(sim, user, idOf(each)));
  const most = Number(element.max_files ?? FILES_LIMIT);
  if (files.length > most) throw new Error(`This field takes at most ${most} files`);
  for (const file of files) checkType(file, element.filetypes);
  return files.map((file) => fileShape(sim, file));
}

function idOf(entry: unknown): string {
  return typeof entry === 'string' ? entry : String((entry as Json | null)?.id);
}

function checkType(file: StoredFile, filetypes: unknown): void {
  if (!Array.isArray(filetypes) || filetypes.length === 0) return;
  if (filetypes.includes(extensionOf(file.name))) return;
  throw new Error(`“${file.name}” is not one of ${filetypes.join(', ')}`);
}

/** What is in a submitted form is the bot's to read. */
export function handOverFiles(sim: Simulation, view: StoredView): void {
  for (const value of Object.values(view.values).flatMap((fields) => Object.values(fields))) {
    for (const { id } of value.type === 'file_input' ? (value.files as Json[]) : []) {
      const file = sim.state.files.get(String(id));
      if (file) file.isHandedOver = true;
    }
  }
}
