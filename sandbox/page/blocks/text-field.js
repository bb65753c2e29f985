import { html } from '../html.js';
import { personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { localOf, secondsOf } from '../state/times.js';
import { plainText } from './text.js';

const types = {
  datepicker: 'date',
  datetimepicker: 'datetime-local',
  email_text_input: 'email',
  number_input: 'number',
  timepicker: 'time',
  url_text_input: 'url',
};

/** Everything that is typed: one line, several lines, dates, times and numbers. */
export function TextField({ block, element, field }) {
  const { world, as } = useScene();
  const zone = personOf(world, as)?.timeZone ?? 'UTC';
  const isMoment = element.type === 'datetimepicker';
  const held = field.value ?? '';
  const shown = isMoment && held ? localOf(Number(held), zone) : held;
  const entered = ({ currentTarget: { value } }) =>
    isMoment && value ? secondsOf(value, zone) : value || null;
  const triggers = triggersOf(block, element);
  const shared = {
    ...field.attributes,
    class: 'field',
    value: shown,
    placeholder: plainText(element.placeholder),
    autofocus: element.focus_on_load,
    onInput(event) {
      field.enter(entered(event));
      if (triggers.includes('on_character_entered')) field.finish(entered(event));
    },
  };
  if (element.multiline) return html`<textarea ...${shared} rows="4"></textarea>${counter()}`;
  const press = (event) => {
    if (event.key !== 'Enter' || !triggers.includes('on_enter_pressed')) return;
    // Enter tells the app, as in Slack; it must not send the whole form.
    event.preventDefault();
    field.finish(entered(event));
  };
  return html`<input
    ...${shared}
    type=${types[element.type] ?? 'text'}
    min=${element.min_value}
    max=${element.max_value}
    step=${element.type === 'number_input' && element.is_decimal_allowed ? 'any' : undefined}
    autocomplete="off"
    onKeyDown=${press}
  />${counter()}`;

  function counter() {
    const left = (element.max_length ?? Number.POSITIVE_INFINITY) - String(held).length;
    if (left > 20) return null;
    return html`<p class=${left < 0 ? 'counter counter-over' : 'counter'}>${left} left</p>`;
  }
}

/** When a typed field tells the app: on Enter, unless the block asks for more or for nothing. */
function triggersOf(block, element) {
  if (!block.dispatch_action || !element.type.endsWith('_input')) return [];
  return element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
}
