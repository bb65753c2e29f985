import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * Where elements stand, and so how they are used.
 * @typedef {{
 *   where: object,
 *   read(block: any, element: any): any,
 *   write(block: any, element: any, value: any): void,
 *   use(block: any, element: any, value?: any): Promise<unknown>,
 *   errors: Record<string, string>,
 * }} Place
 */

export const PlaceContext = createContext(/** @type {Place | null} */ (null));

/** @returns {Place} */
export function usePlace() {
  return useContext(PlaceContext);
}

const many = (initial, key) => ({ initial, key, isMany: true });
const one = (initial, key) => ({ initial, key });
const text = one('initial_value', 'value');
const option = one('initial_option', 'selected_option');
const options = many('initial_options', 'selected_options');

/** Where Slack keeps what was entered, by the type of element. */
const fields = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  checkboxes: options,
  multi_static_select: options,
  multi_external_select: options,
  users_select: one('initial_user', 'selected_user'),
  channels_select: one('initial_channel', 'selected_channel'),
  conversations_select: one('initial_conversation', 'selected_conversation'),
  multi_users_select: many('initial_users', 'selected_users'),
  multi_channels_select: many('initial_channels', 'selected_channels'),
  multi_conversations_select: many('initial_conversations', 'selected_conversations'),
  datepicker: one('initial_date', 'selected_date'),
  timepicker: one('initial_time', 'selected_time'),
  datetimepicker: one('initial_date_time', 'selected_date_time'),
  file_input: many('files', 'files'),
};

export function keyOf(block, element) {
  return `${block.block_id}/${element.action_id}`;
}

/** What an element holds before anybody touched it in this page. */
export function heldBy(values, block, element) {
  const field = fields[element.type];
  if (!field) return undefined;
  const kept = values?.[block.block_id]?.[element.action_id]?.[field.key];
  return kept ?? element[field.initial] ?? (field.isMany ? [] : null);
}

export function optionsOf(element) {
  const groups = element.option_groups ?? [];
  return [element, ...groups].flatMap((part) => part.options ?? []);
}
