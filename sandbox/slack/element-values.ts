import { elementsOf, type Placed } from './blocks.ts';
import type { Json, Values } from './state.ts';

type Field = { readonly key: string; readonly initial: string; readonly many?: true };

const option = { key: 'selected_option', initial: 'initial_option' };
const text = { key: 'value', initial: 'initial_value' };

/** Where each kind of element keeps what the person entered. Buttons and menus keep nothing. */
const fields: Readonly<Record<string, Field>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value' },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  checkboxes: { key: 'selected_options', initial: 'initial_options', many: true },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', many: true },
  users_select: { key: 'selected_user', initial: 'initial_user' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', many: true },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', many: true },
  multi_conversations_select: {
    key: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time' },
  file_input: { key: 'files', initial: 'files', many: true },
};

/** The state a view or message starts with, as its `initial_…` fields say. */
export function initialValues(blocks: readonly Json[], kept: Values = {}): Values {
  const values: Values = {};
  for (const { blockId, element } of elementsOf(blocks)) {
    const field = fields[String(element.type)];
    if (!field) continue;
    const actionId = String(element.action_id);
    const start = element[field.initial] ?? (field.many ? [] : null);
    const earlier = kept[blockId]?.[actionId];
    setValue(values, blockId, actionId, earlier ?? heldValue(element, field, start));
  }
  return values;
}

function setValue(values: Values, blockId: string, actionId: string, value: Json): void {
  values[blockId] = { ...values[blockId], [actionId]: value };
}

function heldValue(element: Json, field: Field, value: unknown): Json {
  const zone = element.type === 'timepicker' ? element.timezone : undefined;
  return { type: element.type, [field.key]: value, ...(zone !== undefined && { timezone: zone }) };
}

/** Records what a person entered; options may be named by their value or by their label. */
export function enter(values: Values, placed: Placed, entered: unknown): Json {
  const { element, blockId } = placed;
  const field = fields[String(element.type)];
  if (!field) return {};
  const given = field.many && !Array.isArray(entered) ? [entered] : entered;
  const value = heldValue(element, field, resolve(element, field, given));
  setValue(values, blockId, String(element.action_id), value);
  return value;
}

function resolve(element: Json, field: Field, given: unknown): unknown {
  if (given === null || given === undefined) return field.many ? [] : null;
  if (Array.isArray(given)) return given.flatMap((each) => resolveOne(element, field, each));
  return resolveOne(element, field, given);
}

function resolveOne(element: Json, field: Field, given: unknown): unknown {
  if (!field.key.startsWith('selected_option')) return isText(element) ? String(given) : given;
  if (typeof given !== 'string') return given;
  const found = optionsOf(element).find((it) => it.value === given || labelOf(it) === given);
  if (found) return found;
  throw new Error(`“${given}” is not an option of ${String(element.action_id)}`);
}

function isText(element: Json): boolean {
  return fields[String(element.type)] === text;
}

export function optionsOf(element: Json): Json[] {
  const groups = (element.option_groups as Json[] | undefined) ?? [];
  return [element, ...groups].flatMap(({ options }) => (options as Json[] | undefined) ?? []);
}

function labelOf(option: Json): unknown {
  return (option.text as Json | undefined)?.text;
}

export function isEmpty(value: Json | undefined): boolean {
  if (!value) return true;
  const { type: _type, timezone: _zone, ...entered } = value;
  return Object.values(entered).every(
    (it) => it === null || it === undefined || it === '' || (Array.isArray(it) && it.length === 0),
  );
}

/** What an action reports: the element's identity, and what was chosen. */
export function actionOf(values: Values, placed: Placed, entered: unknown, actionTs: string): Json {
  const { element, blockId } = placed;
  const { action_id, type } = element;
  const shared = { action_id, block_id: blockId, type, action_ts: actionTs };
  if (type === 'overflow') {
    const selected = resolveOne(element, option, entered);
    return { ...shared, selected_option: selected };
  }
  if (!fields[String(type)]) {
    const { text, value } = element;
    return {
      ...shared,
      ...(text !== undefined && { text }),
      ...(value !== undefined && { value }),
    };
  }
  const zone = element.timezone;
  return { ...shared, ...enter(values, placed, entered), ...(zone ? { timezone: zone } : {}) };
}
