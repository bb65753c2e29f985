import { isEmpty } from './element-values.ts';
import type { Json, StoredView } from './state.ts';

/** What the Slack client refuses before it asks the bot; undefined when nothing is wrong. */
export function inputErrors(view: StoredView): Record<string, string> | undefined {
  const errors: Record<string, string> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const error = errorIn(view, block, block.element as Json);
    if (error) errors[String(block.block_id)] = error;
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

function errorIn(view: StoredView, block: Json, element: Json): string | undefined {
  const entered = view.values[String(block.block_id)]?.[String(element.action_id)];
  if (isEmpty(entered)) {
    return block.optional === true ? undefined : 'Please complete this required field.';
  }
  const { value } = entered as { value?: unknown };
  if (typeof value !== 'string') return undefined;
  const [shortest, longest] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)];
  if (value.length < shortest) return `Must be at least ${shortest} characters.`;
  if (value.length > longest) return `Must be at most ${longest} characters.`;
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) {
    return 'Please enter a valid email address.';
  }
  if (element.type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL.';
  if (element.type === 'number_input') return numberError(element, value);
  return undefined;
}

function numberError(element: Json, value: string): string | undefined {
  const number = Number(value);
  const isWhole = element.is_decimal_allowed === true || Number.isInteger(number);
  if (Number.isNaN(number) || !isWhole) return 'Please enter a valid number.';
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Must be at least ${element.min_value}.`;
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Must be at most ${element.max_value}.`;
  }
  return undefined;
}
