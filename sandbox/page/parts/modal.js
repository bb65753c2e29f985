import { useEffect, useRef, useState } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.js';
import { PlaceContext } from '../blocks/place.js';
import { plainText } from '../blocks/text.js';
import { html } from '../html.js';
import { act } from '../state/actions.js';
import { isUploading } from '../state/uploads.js';
import { draftValues, viewPlace } from '../state/view-place.js';
import { Dialog } from './dialog.js';
import { Toasts } from './toasts.js';

/** The top modal of the person's stack. */
export function Modal({ view, depth }) {
  const form = useRef(null);
  const [errors, setErrors] = useState({});
  const [refusals, setRefusals] = useState(0);
  const [notice, setNotice] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { content } = view;
  const isWaiting = isUploading(`${view.id} `);
  const hasInputs = view.blocks.some(({ type }) => type === 'input');

  // Not whenever `errors` changes: correcting one field must not pull the focus to the next.
  useEffect(() => {
    form.current?.querySelector('.input-wrong :is(input, textarea, select, [tabindex])')?.focus();
  }, [refusals]);

  const place = {
    ...viewPlace(view, (blockId) => {
      const { [blockId]: _corrected, ...others } = errors;
      if (_corrected) setErrors(others);
    }),
    errors,
  };
  const close = () => act('close', { view: view.id });
  const submit = async (event) => {
    event.preventDefault();
    if (isBusy || isWaiting) return;
    setBusy(true);
    setNotice('');
    const outcome = await act('submit', { view: view.id, values: draftValues(view) });
    setBusy(false);
    if (!outcome) return;
    setErrors(outcome.errors ?? {});
    setRefusals(refusals + 1);
    setNotice(outcome.notice ?? '');
  };
  const aside = depth > 1 && html`<span class="depth">${depth} of up to 3</span>`;
  return html`<${Dialog} title=${plainText(content.title)} testId="modal" close=${close} aside=${aside}>
    <form class="modal-form" novalidate onSubmit=${submit} ref=${form}>
      <div class="dialog-body">
        ${notice && html`<p class="modal-notice" role="alert">${notice}</p>`}
        <${PlaceContext.Provider} value=${place}>
          <${Blocks} blocks=${view.blocks} />
        <//>
      </div>
      <div class="dialog-foot">
        <button type="button" class="button button-plain" onClick=${close}>
          ${plainText(content.close) || 'Cancel'}
        </button>
        ${
          (content.submit || hasInputs) &&
          html`<button
            type="submit"
            class="button button-primary"
            data-testid="modal-submit"
            aria-busy=${isBusy || isWaiting ? 'true' : undefined}
            disabled=${isWaiting}
          >
            ${isBusy ? 'Sending…' : isWaiting ? 'Uploading…' : plainText(content.submit) || 'Submit'}
          </button>`
        }
      </div>
    </form>
    <${Toasts} />
  <//>`;
}
