import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { draftKey, send, setDraft } from '../state/actions.js';
import { firstNameOf, nameOf } from '../state/people.js';
import { getState, useScene } from '../state/store.js';
import { suggestionsFor } from '../state/suggestions.js';
import { isUploading, putBack, takeFiles, tellProblem, waitingAt } from '../state/uploads.js';
import { AttachButton } from './attach-button.js';
import { Avatar } from './avatar.js';
import { ComposerFiles, useAttaching } from './composer-files.js';
import { Suggestions } from './suggestions.js';

/** Where the person writes: words, mentions, commands, and files with them. */
export function Composer({ thread = '' }) {
  const scene = useScene();
  const { as, place, world, drafts } = scene;
  const key = draftKey({ as, place }, thread);
  const text = drafts[key] ?? '';
  const box = useRef(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [hiddenFor, setHidden] = useState('');
  const [isSending, setSending] = useState(false);
  const { take, paste, isOver, drop } = useAttaching(key, box);
  const isEmpty = text.trim() === '' && waitingAt(key).files.length === 0;
  const { items, note } = suggestionsFor(
    scene,
    text,
    Math.min(caret || text.length, text.length),
    thread,
  );
  const isOpen = (items.length > 0 || note) && hiddenFor !== text;
  const isOffering = isOpen && items.some(({ isTyped }) => !isTyped);
  const id = thread ? 'suggestions-thread' : 'suggestions';
  const where = thread ? 'in the thread' : recipientOf(scene);

  const type = ({ currentTarget }) => {
    setCaret(currentTarget.selectionStart);
    setActive(0);
    setDraft(key, currentTarget.value);
  };
  const choose = ({ replaced }) => {
    setDraft(key, replaced.text);
    setHidden(replaced.text);
    // At once, not at the next drawing: what is typed meanwhile must land behind it.
    box.current.value = replaced.text;
    box.current.focus();
    box.current.setSelectionRange(replaced.caret, replaced.caret);
    setCaret(replaced.caret);
  };
  const submit = async () => {
    const said = (getState().drafts[key] ?? '').trim();
    const { files } = waitingAt(key);
    if (isSending || isUploading(key) || !(said || files.length)) return;
    if (said.startsWith('/') && files.length) {
      tellProblem(key, `A slash command takes no files: mention @${world.app.name} instead.`);
      return;
    }
    setSending(true);
    setDraft(key, '');
    takeFiles(key);
    const answer = await send(
      said,
      thread,
      files.map((file) => file.id),
    );
    setSending(false);
    if (answer) return;
    putBack(key, files);
    if (!getState().drafts[key]) setDraft(key, said);
  };
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isOffering && step) {
      setActive((active + step + items.length) % items.length);
    } else if (isOpen && event.key === 'Escape') setHidden(text);
    else if (isOpen && items[active] && completes(event, items[active])) choose(items[active]);
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit();
    else return;
    event.preventDefault();
  };
  return html`<form
    class=${isOver ? 'composer composer-over' : 'composer'}
    ...${drop}
    onSubmit=${(event) => {
      event.preventDefault();
      submit();
    }}
  >
    ${
      isOpen &&
      html`<${Suggestions}
      id=${id} items=${items} note=${note} active=${active} choose=${choose}
    />`
    }
    <div class="composer-box">
      <${ComposerFiles} where=${key} />
      <${Avatar} id=${as} size="small" />
      <textarea
        ref=${box}
        id=${thread ? 'composer-thread' : 'composer'}
        data-testid=${thread ? 'thread-composer' : 'composer'}
        rows="1"
        aria-label="Write as ${nameOf(world, as)} ${where}"
        placeholder="Write as ${firstNameOf(nameOf(world, as))} ${where}"
        aria-autocomplete="list"
        aria-controls=${id}
        aria-activedescendant=${isOpen && items.length ? `${id}-${active}` : undefined}
        value=${text}
        onInput=${type}
        onKeyDown=${press}
        onPaste=${paste}
        onSelect=${({ currentTarget }) => setCaret(currentTarget.selectionStart)}
      ></textarea>
      <${AttachButton} take=${take} testId=${thread ? 'thread-attach' : 'attach'} />
      <button
        type="submit"
        class="button button-primary"
        data-testid=${thread ? 'thread-send' : 'send'}
        aria-busy=${isSending ? 'true' : undefined}
        disabled=${isEmpty || isUploading(key)}
      >
        Send
      </button>
    </div>
  </form>`;
}

function recipientOf({ sees, place, world }) {
  const channel = sees.channels.find(({ id }) => id === place);
  if (channel) return `in #${channel.name}`;
  const group = sees.groups.find(({ id }) => id === place);
  return `to ${group ? group.name : world.app.name}`;
}

/** Tab and Enter take a suggestion, unless it is typed out already. */
function completes({ key, shiftKey }, { isTyped }) {
  return !isTyped && !shiftKey && (key === 'Tab' || key === 'Enter');
}
