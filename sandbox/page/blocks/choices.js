import { html } from '../html.js';
import { useScene } from '../state/store.js';
import { keyOfValue, offersOf } from './offered.js';
import { Text } from './text.js';

/** Radio buttons, checkboxes, and the selects that take several. */
export function Choices({ block, element, field }) {
  const offers = offersOf(useScene(), element);
  const isOne = element.type === 'radio_buttons';
  const chosen = [field.value ?? []].flat();
  const isChosen = (key) => chosen.some((value) => keyOfValue(value) === key);
  const isFull = !isOne && chosen.length >= (element.max_selected_items ?? 100);
  const toggle = ({ key, value }) => {
    if (isOne) return field.enter(value);
    const others = chosen.filter((it) => keyOfValue(it) !== key);
    field.enter(isChosen(key) ? others : [...chosen, value]);
  };
  const name = `${block.block_id}/${element.action_id}`;
  const isLong = element.type.startsWith('multi_');
  return html`<div
    ...${field.attributes}
    role=${isOne ? 'radiogroup' : 'group'}
    tabindex="-1"
    class=${isLong ? 'choices choices-boxed' : 'choices'}
  >
    ${offers.map(
      (offer) => html`<label key=${offer.key} class="choice">
        <input
          type=${isOne ? 'radio' : 'checkbox'}
          name=${name}
          checked=${isChosen(offer.key)}
          disabled=${isFull && !isChosen(offer.key)}
          onChange=${() => toggle(offer)}
        />
        <span>
          <${Text} text=${offer.value.text ?? { text: offer.label, emoji: false }} />
          ${offer.note && html`<span class="choice-note">${offer.note}</span>`}
        </span>
      </label>`,
    )}
  </div>`;
}
