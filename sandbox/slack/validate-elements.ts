import { type Complaints, isObject } from './complaints.ts';
import type { Json } from './state.ts';

export type Place = 'section' | 'actions' | 'input' | 'context_actions' | 'card';

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const choices = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...selects];

/** Which element may stand in which block. */
const places: Readonly<Record<Place, readonly string[]>> = {
  section: ['button', 'image', 'overflow', 'workflow_button', ...choices],
  actions: [
    'button',
    'datetimepicker',
    'overflow',
    'rich_text_input',
    'workflow_button',
    ...choices,
  ],
  input: [
    'datetimepicker',
    'email_text_input',
    'file_input',
    'number_input',
    'plain_text_input',
    'rich_text_input',
    'url_text_input',
    ...choices,
  ],
  context_actions: ['feedback_buttons', 'icon_button'],
  card: ['button'],
};

export function elementRules(
  complaints: Complaints,
  at: string,
  element: unknown,
  place: Place,
): void {
  if (!isObject(element) || !places[place].includes(String(element.type))) {
    const type = isObject(element) ? element.type : typeof element;
    complaints.add(`${at}/type`, `unsupported type: ${type}`);
    return;
  }
  complaints.string(`${at}/action_id`, element.action_id, 255);
  complaints.text(`${at}/placeholder`, element.placeholder, 150, 'plain');
  if (element.confirm !== undefined) confirmRule(complaints, `${at}/confirm`, element.confirm);
  const type = String(element.type);
  if (type === 'image') imageRule(complaints, at, element);
  else if (type.endsWith('button')) buttonRule(complaints, at, element);
  else if (type in optionLimits) optionsRule(complaints, at, element);
  else if (type === 'file_input') fileInputRule(complaints, at, element);
  else if (type === 'plain_text_input') textInputRule(complaints, at, element);
  else formatRule(complaints, at, element);
}

function buttonRule(complaints: Complaints, at: string, element: Json): void {
  complaints.text(`${at}/text`, element.text, 75, 'plain', 'needed');
  complaints.string(`${at}/value`, element.value, 2000);
  complaints.string(`${at}/url`, element.url, 3000);
  complaints.string(`${at}/accessibility_label`, element.accessibility_label, 75);
  const isStyled = element.style !== undefined;
  if (isStyled && element.style !== 'primary' && element.style !== 'danger') {
    complaints.add(`${at}/style`, 'must be one of: primary, danger');
  }
}

const optionLimits: Readonly<Record<string, number>> = {
  static_select: 100,
  multi_static_select: 100,
  checkboxes: 10,
  radio_buttons: 10,
  overflow: 5,
};

function optionsRule(complaints: Complaints, at: string, element: Json): void {
  const type = String(element.type);
  const most = optionLimits[type] ?? 100;
  const isSelect = type.endsWith('select');
  const kinds = type === 'checkboxes' || type === 'radio_buttons' ? 'any' : 'plain';
  const check = (path: string, options: unknown): void => {
    complaints.list(path, options, 1, most, (option, here) =>
      optionRule(complaints, here, option, kinds, type),
    );
  };
  if (isSelect && element.option_groups !== undefined) {
    complaints.list(`${at}/option_groups`, element.option_groups, 1, 100, (group, here) => {
      complaints.text(`${here}/label`, group?.label, 75, 'plain', 'needed');
      check(`${here}/options`, group?.options);
    });
  } else check(`${at}/options`, element.options);
  initialOptionsRule(complaints, at, element);
}

function optionRule(
  complaints: Complaints,
  at: string,
  option: Json,
  kinds: 'plain' | 'any',
  type: string,
): void {
  complaints.text(`${at}/text`, option?.text, 75, kinds, 'needed');
  complaints.string(`${at}/value`, option?.value, 150, 'needed');
  complaints.text(`${at}/description`, option?.description, 75, kinds);
  complaints.string(`${at}/url`, option?.url, 3000);
  if (option?.url !== undefined && type !== 'overflow') {
    complaints.add(`${at}/url`, 'url is only allowed in overflow menus');
  }
}

/** What is chosen at first must be one of the options, exactly. */
function initialOptionsRule(complaints: Complaints, at: string, element: Json): void {
  const groups = (element.option_groups ?? []) as Json[];
  const offered = [element, ...groups].flatMap(({ options }) => (options ?? []) as Json[]);
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat() as Json[];
  if (initial.some(({ value }) => !offered.some((option) => option?.value === value))) {
    complaints.add(at, 'initial option is not one of the options');
  }
}

function textInputRule(complaints: Complaints, at: string, element: Json): void {
  const [shortest, longest] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)];
  if (shortest > 3000) complaints.add(`${at}/min_length`, 'must be less than 3001');
  if (longest > 3000 || longest < 1) complaints.add(`${at}/max_length`, 'must be 1 to 3000');
  if (shortest > longest) complaints.add(`${at}/min_length`, 'must not exceed max_length');
  complaints.string(`${at}/initial_value`, element.initial_value, longest);
}

const formats: Readonly<Record<string, readonly [field: string, format: RegExp]>> = {
  datepicker: ['initial_date', /^\d{4}-\d{2}-\d{2}$/],
  timepicker: ['initial_time', /^\d{2}:\d{2}$/],
  datetimepicker: ['initial_date_time', /^\d{10}$/],
};

function formatRule(complaints: Complaints, at: string, element: Json): void {
  const [field, format] = formats[String(element.type)] ?? [];
  if (field && format && element[field] !== undefined && !format.test(String(element[field]))) {
    complaints.add(`${at}/${field}`, 'has the wrong format');
  }
  if (element.type === 'number_input' && typeof element.is_decimal_allowed !== 'boolean') {
    complaints.add(at, 'missing required field: is_decimal_allowed');
  }
}

function fileInputRule(complaints: Complaints, at: string, element: Json): void {
  const most = element.max_files ?? 10;
  const isCount = Number.isInteger(most) && Number(most) >= 1 && Number(most) <= 10;
  if (!isCount) complaints.add(`${at}/max_files`, 'must be 1 to 10');
  if (element.filetypes === undefined) return;
  complaints.list(`${at}/filetypes`, element.filetypes, 1, 100, (type, here) =>
    complaints.string(here, type, 20, 'needed'),
  );
}

function confirmRule(complaints: Complaints, at: string, confirm: unknown): void {
  const { title, text, confirm: yes, deny } = isObject(confirm) ? confirm : ({} as Json);
  complaints.text(`${at}/title`, title, 100, 'plain', 'needed');
  complaints.text(`${at}/text`, text, 300, 'any', 'needed');
  complaints.text(`${at}/confirm`, yes, 30, 'plain', 'needed');
  complaints.text(`${at}/deny`, deny, 30, 'plain', 'needed');
}

export function imageRule(complaints: Complaints, at: string, image: Json): void {
  complaints.string(`${at}/alt_text`, image.alt_text, 2000, 'needed');
  complaints.string(`${at}/image_url`, image.image_url, 3000);
  const isEither = (image.image_url === undefined) !== (image.slack_file === undefined);
  if (!isEither) complaints.add(at, 'must have one of image_url and slack_file');
}
