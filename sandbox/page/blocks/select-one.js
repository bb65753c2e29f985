import { html } from '../html.js';
import { useScene } from '../state/store.js';
import { keyOfValue, offersOf } from './offered.js';
import { plainText } from './text.js';

export function SelectOne({ block, element, field }) {
  const offers = offersOf(useScene(), element);
  const chosen = keyOfValue(field.value);
  const choose = ({ currentTarget }) => {
    field.enter(offers.find(({ key }) => key === currentTarget.value)?.value ?? null);
  };
  const groups = [...new Set(offers.map(({ group }) => group))];
  const drawn = ({ key, label }) =>
    html`<option key=${key} value=${key} selected=${key === chosen}>${label}</option>`;
  const isClearable = block.type === 'input' && block.optional;
  return html`<select ...${field.attributes} class="field" value=${chosen} onChange=${choose}>
    <option value="" disabled=${!isClearable} selected=${chosen === ''}>
      ${plainText(element.placeholder) || 'Choose…'}
    </option>
    ${groups.map((group) => {
      const options = offers.filter((offer) => offer.group === group).map(drawn);
      return group ? html`<optgroup label=${group}>${options}</optgroup>` : options;
    })}
  </select>`;
}
