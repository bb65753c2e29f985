import { html } from '../html.js';
import { FileChips } from '../parts/file-chips.js';
import { SIZE_RULE, typesInWords } from '../state/file-rules.js';
import { addFiles, dropFile, idsAt, waitingAt } from '../state/uploads.js';
import { useDrop } from '../state/use-drop.js';
import { keyOf, usePlace } from './place.js';

/** Files to choose or to drop; what the form holds are their ids. */
export function FileField({ block, element, field }) {
  const { where: at } = usePlace();
  const where = `${at.view} ${keyOf(block, element)}`;
  const { files: added, problem } = waitingAt(where);
  const kept = keptIn(field.value, added);
  const files = [...kept, ...added];
  const { filetypes: types = [], max_files: most = 10 } = element;
  const isFull = files.length >= most;
  const enter = (before) => field.enter([...before.map(({ id }) => id), ...idsAt(where)]);
  const take = async (chosen) => {
    await addFiles(where, chosen, { room: most - files.length, types });
    enter(kept);
  };
  const remove = ({ key }) => {
    dropFile(where, key);
    enter(kept.filter((it) => it.key !== key));
  };
  const choose = ({ currentTarget }) => {
    const chosen = [...currentTarget.files];
    currentTarget.value = '';
    take(chosen);
  };
  const { isOver, ...drop } = useDrop(take);
  const { id } = field.attributes;
  const described = `${field.attributes['aria-describedby'] ?? ''} ${id}-rule`.trim();
  return html`
    <label class=${isOver ? 'field drop-zone drop-zone-over' : 'field drop-zone'} ...${drop}>
      <input
        ...${field.attributes}
        type="file"
        class="unseen"
        data-testid="file-input"
        multiple=${most > 1}
        accept=${types.map((type) => `.${type}`).join(',')}
        aria-describedby=${described}
        onChange=${choose}
      />
      <span class="drop-zone-act">${isFull ? 'Remove a file to choose another' : chooseWords(most)}</span>
      <span class="hint" id="${id}-rule">${ruleOf(block, types, most)}</span>
    </label>
    <${FileChips} files=${files} remove=${remove} />
    ${problem && html`<p class="input-error" role="alert">${problem}</p>`}
  `;
}

/** What the form held before this page was opened. */
function keptIn(value, added) {
  return (value ?? [])
    .map((it) => ({ id: it.id ?? it, name: it.name ?? 'A file from before', size: it.size }))
    .filter(({ id }) => !added.some((file) => file.id === id))
    .map((file) => ({ ...file, key: file.id }));
}

function chooseWords(most) {
  return most === 1 ? 'Choose a file, or drop it here' : 'Choose files, or drop them here';
}

function ruleOf(block, types, most) {
  return [
    block.optional ? 'Optional' : 'Required',
    types.length > 0 && typesInWords(types),
    most === 1 ? '1 file' : `at most ${most} files`,
    `${SIZE_RULE}${most === 1 ? '' : ' each'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
