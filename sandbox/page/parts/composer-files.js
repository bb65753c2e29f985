import { useEffect } from 'preact/hooks';
import { html } from '../html.js';
import { addFiles, dropFile, waitingAt } from '../state/uploads.js';
import { useDrop } from '../state/use-drop.js';
import { FileChips } from './file-chips.js';

/** As many as Slack takes with one message. */
const MOST_FILES = 10;

/** The three ways to attach: choose, drop, paste. */
export function useAttaching(where, box) {
  const { length } = waitingAt(where).files;
  // A thread's composer grows out of sight on a narrow page.
  useEffect(() => {
    if (length > 0) box.current.form.scrollIntoView({ block: 'nearest' });
  }, [length]);
  const take = (chosen) => {
    box.current.focus();
    addFiles(where, chosen, { room: MOST_FILES - waitingAt(where).files.length });
  };
  const paste = (event) => {
    const { files, types } = event.clipboardData;
    // What is copied from a table comes as text and as a picture of it: then the text is meant.
    if (files.length === 0 || types.includes('text/plain')) return;
    event.preventDefault();
    take([...files]);
  };
  const { isOver, ...drop } = useDrop(take);
  return { take, paste, isOver, drop };
}

/** What goes with the message, and why something does not. */
export function ComposerFiles({ where }) {
  const { files, problem } = waitingAt(where);
  const remove = ({ key }) => {
    dropFile(where, key);
    document.activeElement?.closest('form')?.querySelector('textarea')?.focus();
  };
  return html`
    ${problem && html`<p class="input-error" role="alert">${problem}</p>`}
    <${FileChips} files=${files} remove=${remove} />
  `;
}
