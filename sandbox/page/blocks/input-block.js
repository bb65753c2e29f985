import { html } from '../html.js';
import { Element } from './elements.js';
import { usePlace } from './place.js';
import { plainText } from './text.js';

const groups = ['checkboxes', 'radio_buttons'];

/** A label, a field, a hint and perhaps what is wrong with it. */
export function InputBlock({ block }) {
  const { errors } = usePlace();
  const { element } = block;
  const id = `field-${block.block_id}`;
  const error = errors[block.block_id];
  const isGroup = groups.includes(element.type) || element.type.startsWith('multi_');
  const described = {
    id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby':
      [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
    'aria-required': block.optional || isGroup ? undefined : 'true',
  };
  const label = html`${plainText(block.label)}${
    block.optional && html` <span class="optional">(optional)</span>`
  }`;
  return html`
    <div class=${error ? 'input input-wrong' : 'input'}>
      ${
        isGroup
          ? html`<span class="label" id="${id}-label">${label}</span>`
          : html`<label class="label" id="${id}-label" for=${id}>${label}</label>`
      }
      <${Element} block=${block} element=${element} described=${described} />
      ${error && html`<p class="input-error" id="${id}-error">${error}</p>`}
      ${block.hint && html`<p class="hint" id="${id}-hint">${plainText(block.hint)}</p>`}
    </div>
  `;
}
