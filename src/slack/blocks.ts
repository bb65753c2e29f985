import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import { cut, cutMarkup, LIMITS } from './limits.ts';

function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, limit), emoji: false };
}

/** `markup` is mrkdwn whose words from people are inert already. */
export function section(markup: string, accessory?: Button): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: cutMarkup(markup, LIMITS.section), verbatim: true },
    ...(accessory && { accessory }),
  };
}

export function context(markup: string): ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: cutMarkup(markup, LIMITS.section), verbatim: true }],
  };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.header) };
}

export function actions(buttons: readonly Button[]): ActionsBlock {
  return { type: 'actions', elements: buttons.slice(0, LIMITS.actionsElements) };
}

export function button(given: {
  readonly id: string;
  readonly text: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says, where the text alone does not tell which one it is. */
  readonly label?: string;
  /** Asked before it counts, where it can’t be taken back. */
  readonly confirm?: { readonly question: string; readonly yes: string };
}): Button {
  return {
    type: 'button',
    action_id: given.id,
    text: plain(given.text, LIMITS.button),
    value: given.value.slice(0, LIMITS.buttonValue),
    ...(given.style && { style: given.style }),
    ...(given.label && { accessibility_label: cut(given.label, LIMITS.button) }),
    ...(given.confirm && {
      confirm: {
        title: plain('One moment', LIMITS.confirmTitle),
        text: plain(given.confirm.question, LIMITS.confirmText),
        confirm: plain(given.confirm.yes, LIMITS.confirmButton),
        deny: plain('Not yet', LIMITS.confirmButton),
      },
    }),
  };
}

type Labelled = {
  readonly block: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
};

/** An input with the label, hint and place that every kind of it has. */
function labelled(given: Labelled, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: given.block,
    label: plain(given.label, 2_000),
    optional: given.isOptional === true,
    ...(given.hint && { hint: plain(given.hint, 2_000) }),
    element,
  };
}

export function textInput(given: {
  readonly block: string;
  readonly label: string;
  readonly initial?: string | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
  readonly limit?: number;
}): InputBlock {
  return labelled(given, {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: given.isLong === true,
    ...(given.limit && { max_length: Math.min(given.limit, LIMITS.inputText) }),
    ...(given.initial && {
      initial_value: given.initial.slice(0, given.limit ?? LIMITS.inputText),
    }),
    ...(given.placeholder && { placeholder: plain(given.placeholder, 150) }),
  });
}

export type Choice = { readonly value: string; readonly text: string };

export function choiceInput(given: {
  readonly block: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
  readonly hint?: string;
  readonly isOptional?: boolean;
}): InputBlock {
  const options = given.choices.slice(0, 100).map(({ value, text }) => ({
    value,
    text: plain(text, LIMITS.option),
  }));
  const initial = options.find((option) => option.value === given.initial);
  return labelled(given, {
    type: 'static_select',
    action_id: 'value',
    options,
    ...(initial && { initial_option: initial }),
  });
}

/** One of many: a list holds a hundred, and so does each group. */
export function groupedChoiceInput(
  given: Labelled & {
    readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
    readonly initial?: string | undefined;
  },
): InputBlock {
  const option_groups = given.groups.slice(0, 100).map(({ label, choices }) => ({
    label: plain(label, LIMITS.option),
    options: choices
      .slice(0, 100)
      .map(({ value, text }) => ({ value, text: plain(text, LIMITS.option) })),
  }));
  const options = option_groups.flatMap((group) => group.options);
  const initial = options.find((option) => option.value === given.initial);
  return labelled(given, {
    type: 'static_select',
    action_id: 'value',
    option_groups,
    ...(initial && { initial_option: initial }),
  });
}

/** Several of a list. */
export function choicesInput(given: {
  readonly block: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly initial?: readonly string[];
  readonly hint?: string;
  readonly isOptional?: boolean;
}): InputBlock {
  const options = given.choices.slice(0, 100).map(({ value, text }) => ({
    value,
    text: plain(text, LIMITS.option),
  }));
  const initial = options.filter((option) => given.initial?.includes(option.value));
  return labelled(given, {
    type: 'multi_static_select',
    action_id: 'value',
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  });
}

export function dateInput(given: Labelled & { readonly initial?: string | undefined }): InputBlock {
  return labelled(given, {
    type: 'datepicker',
    action_id: 'value',
    ...(given.initial && { initial_date: given.initial }),
  });
}

export function fileInput(given: Labelled & { readonly filetypes: readonly string[] }): InputBlock {
  return labelled(given, {
    type: 'file_input',
    action_id: 'value',
    filetypes: [...given.filetypes],
    max_files: 1,
  });
}

/** Slack may list people of other organizations, or leave some out: whoever is chosen is checked. */
export function peopleInput(given: {
  readonly block: string;
  readonly label: string;
  readonly initial?: readonly string[];
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** One person instead of several. */
  readonly isSingle?: boolean;
}): InputBlock {
  const { initial = [] } = given;
  return labelled(
    given,
    given.isSingle
      ? {
          type: 'users_select',
          action_id: 'value',
          ...(initial[0] && { initial_user: initial[0] }),
        }
      : {
          type: 'multi_users_select',
          action_id: 'value',
          ...(initial.length > 0 && { initial_users: [...initial] }),
        },
  );
}

export function modal(given: {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  /** What the form is about; the door adds where it was opened. */
  readonly about: string;
  readonly blocks: readonly KnownBlock[];
}): ModalView {
  return {
    type: 'modal',
    callback_id: given.id,
    title: plain(given.title, LIMITS.viewTitle),
    submit: plain(given.submit, LIMITS.viewTitle),
    close: plain('Cancel', LIMITS.viewTitle),
    private_metadata: given.about,
    blocks: given.blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** One obvious action: of several buttons that are primary, the first stays so. */
export function onePrimary(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  let isTaken = false;
  const calmed = <T extends object>(element: T): T => {
    if (!('style' in element) || element.style !== 'primary') return element;
    const { style, ...plainly } = element;
    const kept = isTaken ? (plainly as T) : element;
    isTaken = true;
    return kept;
  };
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(calmed) };
    if (block.type === 'section' && block.accessory) {
      return { ...block, accessory: calmed(block.accessory) };
    }
    return block;
  });
}

/** Drops blocks from the end until a message is one that Slack takes; the text still says all. */
export function fitting(blocks: readonly KnownBlock[], more: string): readonly KnownBlock[] {
  let kept = blocks.slice(0, LIMITS.messageBlocks);
  while (kept.length > 1 && JSON.stringify(kept).length > LIMITS.messageBlocksJson) {
    kept = kept.slice(0, -1);
  }
  return kept.length === blocks.length ? kept : [...kept.slice(0, -1), context(more)];
}
