import { nameOf } from '../state/people.js';
import { optionsOf } from './place.js';
import { plainText } from './text.js';

/** @typedef {{ key: string, label: string, note?: string, value: any, group?: string }} Offer */

/** What a select offers: its own options, people or channels. @returns {Offer[]} */
export function offersOf({ world, sees }, element) {
  if (element.type.includes('users_select')) {
    return world.users.map(({ id }) => ({ key: id, label: nameOf(world, id), value: id }));
  }
  if (/(channels|conversations)_select/.test(element.type)) {
    return sees.channels.map(({ id, name }) => ({ key: id, label: `#${name}`, value: id }));
  }
  const groups = element.option_groups;
  if (!groups) return optionsOf(element).map((option) => offerOf(option));
  return groups.flatMap(({ label, options }) =>
    options.map((option) => offerOf(option, plainText(label))),
  );
}

export function offerOf(option, group) {
  return {
    key: option.value,
    label: plainText(option.text),
    note: plainText(option.description),
    value: option,
    group,
  };
}

/** Options are told apart by their value, people and channels by their id. */
export function keyOfValue(value) {
  return value?.value ?? value ?? '';
}
