import { tell } from './control.js';
import { whyNot } from './file-rules.js';
import { getState, setState } from './store.js';

/**
 * Files that wait to be sent, by the draft or field where they wait. The `id` comes when Slack has
 * the file.
 * @typedef {{ key: number, name: string, size: number, id?: string }} Upload
 * @typedef {{ files: Upload[], problem: string }} Waiting
 */

const NONE = { files: [], problem: '' };
let uploads = 0;

/** @returns {Waiting} */
export function waitingAt(where) {
  return getState().attached[where] ?? NONE;
}

export function idsAt(where) {
  return waitingAt(where).files.flatMap(({ id }) => id ?? []);
}

/** Whether anything is on its way for a draft, or for a form whose fields start like that. */
export function isUploading(where) {
  return Object.entries(getState().attached).some(
    ([key, { files }]) => key.startsWith(where) && files.some(({ id }) => !id),
  );
}

/** What was chosen, dropped or pasted goes up at once; why something does not is said. */
export async function addFiles(where, chosen, { room = 10, types = [] } = {}) {
  const problems = chosen.flatMap((file) => whyNot(file, types) ?? []);
  const fitting = chosen.filter((file) => !whyNot(file, types));
  if (fitting.length > room) problems.push(noRoom(room));
  tellProblem(where, problems.join(' '));
  await Promise.all(fitting.slice(0, room).map((file) => addFile(where, file)));
}

function noRoom(room) {
  if (room === 0) return 'There is no room for another file.';
  const added = room === 1 ? 'Only the first file was added' : `Only ${room} files were added`;
  return `${added}: there is no room for more.`;
}

async function addFile(where, file) {
  const key = ++uploads;
  change(where, (files) => [...files, { key, name: file.name, size: file.size }]);
  try {
    const body = { as: getState().as, name: file.name, base64: await base64Of(file) };
    const { file: id } = await tell('upload', body);
    change(where, (files) => files.map((it) => (it.key === key ? { ...it, id } : it)));
  } catch (error) {
    change(where, (files) => files.filter((it) => it.key !== key));
    const problem = `“${file.name}” was not added. ${error.message}`;
    tellProblem(where, `${waitingAt(where).problem} ${problem}`.trim());
  }
}

export function dropFile(where, key) {
  change(where, (files) => files.filter((it) => it.key !== key));
  tellProblem(where, '');
}

/** Empties a draft, for sending. */
export function takeFiles(where) {
  const { files } = waitingAt(where);
  const { [where]: _taken, ...attached } = getState().attached;
  setState({ attached });
  return files;
}

/** After sending failed. */
export function putBack(where, files) {
  change(where, (since) => [...files, ...since]);
}

export function tellProblem(where, problem) {
  set(where, { ...waitingAt(where), problem });
}

function change(where, edit) {
  const { files, problem } = waitingAt(where);
  set(where, { files: edit(files), problem });
}

function set(where, waiting) {
  setState({ attached: { ...getState().attached, [where]: waiting } });
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(new Error('The browser could not read it.')));
    reader.readAsDataURL(file);
  });
}
