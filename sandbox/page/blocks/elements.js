import { html } from '../html.js';
import { Button, Overflow } from './buttons.js';
import { Choices } from './choices.js';
import { ExternalSelect } from './external-select.js';
import { FileField } from './file-field.js';
import { Picture } from './picture.js';
import { usePlace } from './place.js';
import { SelectOne } from './select-one.js';
import { plainText } from './text.js';
import { TextField } from './text-field.js';

const kinds = {
  button: Button,
  checkboxes: Choices,
  channels_select: SelectOne,
  conversations_select: SelectOne,
  datepicker: TextField,
  datetimepicker: TextField,
  email_text_input: TextField,
  external_select: ExternalSelect,
  file_input: FileField,
  multi_channels_select: Choices,
  multi_conversations_select: Choices,
  multi_external_select: ExternalSelect,
  multi_static_select: Choices,
  multi_users_select: Choices,
  number_input: TextField,
  overflow: Overflow,
  plain_text_input: TextField,
  radio_buttons: Choices,
  static_select: SelectOne,
  timepicker: TextField,
  url_text_input: TextField,
  users_select: SelectOne,
  workflow_button: Button,
};

/**
 * One interactive element. In an input block `described` ties it to its label, hint and error;
 * elsewhere it names itself and tells the app at once.
 */
export function Element({ block, element, described }) {
  const place = usePlace();
  if (element.type === 'image') {
    return html`<${Picture} class="accessory" image=${element} />`;
  }
  const Kind = kinds[element.type];
  if (!Kind || !place) return html`<p class="not-rendered">not rendered: ${element.type}</p>`;
  const isQuiet = block.type === 'input' && !block.dispatch_action;
  const field = {
    value: place.read(block, element),
    enter(value) {
      place.write(block, element, value);
      if (!isQuiet && !isTyped(element)) place.use(block, element, value);
    },
    /** Typed fields say themselves when it is time to tell the app. */
    finish(value) {
      if (!isQuiet) place.use(block, element, value);
    },
    attributes: described ?? { 'aria-label': labelOf(element) },
  };
  return html`<${Kind} block=${block} element=${element} field=${field} />`;
}

function isTyped({ type }) {
  return type.endsWith('_input');
}

function labelOf(element) {
  const words = element.accessibility_label ?? plainText(element.placeholder);
  return words || element.type.replaceAll('_', ' ');
}
