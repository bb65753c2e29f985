import { plainText, Text } from '../blocks/text.js';
import { html } from '../html.js';
import { useScene } from '../state/store.js';
import { Dialog } from './dialog.js';

/** “Are you sure?” as the app words it. */
export function ConfirmDialog() {
  const { confirm } = useScene();
  if (!confirm) return null;
  const { title, text, confirm: yes, deny, style, answer } = confirm;
  return html`<${Dialog} title=${plainText(title)} testId="confirm" close=${() => answer(false)}>
    <div class="dialog-body"><${Text} text=${text} /></div>
    <div class="dialog-foot">
      <button
        type="button"
        class="button button-plain"
        autofocus
        onClick=${() => answer(false)}
      >
        ${plainText(deny) || 'Cancel'}
      </button>
      <button
        type="button"
        class="button button-${style ?? 'primary'}"
        data-testid="confirm-yes"
        onClick=${() => answer(true)}
      >
        ${plainText(yes) || 'Yes'}
      </button>
    </div>
  <//>`;
}
