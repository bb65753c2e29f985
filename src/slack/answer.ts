import type { KnownBlock, ModalView } from '@slack/types';

/** What the bot says: `text` carries the whole meaning, for notifications and screen readers. */
export type Message = {
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  /** Holds what nobody else may see yet: where it can’t be private, it isn’t said. */
  readonly isSecret?: boolean;
  /**
   * Where it answers a question that stands in a direct message: takes the place of the question's
   * buttons, instead of coming below.
   */
  readonly answered?: { readonly text: string; readonly blocks: readonly KnownBlock[] };
};

/** A form to open where Slack gives a trigger, and an invitation to open it where it gives none. */
export type Form = {
  readonly view: ModalView;
  /** Says in words what the form does, and holds the button that opens it. */
  readonly invitation: Message;
};

export type Answer = Message | Form;

export function isForm(answer: Answer): answer is Form {
  return 'view' in answer;
}

/** The shape of Slack's own messages, whose arrays are not read-only. */
export function toSlack(message: Message): { text: string; blocks?: KnownBlock[] } {
  return {
    text: message.text,
    ...(message.blocks && { blocks: [...message.blocks] }),
  };
}
