import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Question } from './answered.ts';
import type { Asking } from './asking.ts';
import { dayIn } from './value-in.ts';

/** What was filled in, by block id. Lists come from menus with several choices. */
export type FormValues = {
  /** Whether the form asked for it, answered or not. */
  has(block: string): boolean;
  text(block: string): string;
  list(block: string): readonly string[];
  /** The day that was picked; empty where there is none. */
  day(block: string): string;
  fileIds(block: string): readonly string[];
};

/** Where a form was opened from. It says where to look, never who may. */
export type Origin = {
  readonly channelId: string | undefined;
  /** Opened from a direct message or the App Home. */
  readonly direct: boolean;
  /** What it is about, in the capability's own words. */
  readonly about: string;
  /** The question in a direct message that it answers. */
  readonly question?: Question | undefined;
};

/** Whatever a form brings back may have been changed on its way. */
const ORIGIN = z.object({
  channelId: z.string().optional(),
  direct: z.boolean().default(false),
  about: z.string().default(''),
  question: z.object({ channelId: z.string(), ts: z.string(), blockId: z.string() }).optional(),
});

type ViewState = { readonly values: Readonly<Record<string, Readonly<Record<string, object>>>> };

type Input = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_date?: string | null;
  readonly files?: readonly { readonly id: string }[];
};

export function formValues(state: ViewState): FormValues {
  const input = (block: string): Input => Object.values(state.values[block] ?? {})[0] ?? {};
  return {
    has: (block) => state.values[block] !== undefined,
    text(block) {
      const given = input(block);
      const chosen = given.selected_option?.value ?? given.selected_user ?? given.selected_date;
      return (given.value ?? chosen ?? '').trim();
    },
    list(block) {
      const given = input(block);
      const options = given.selected_options?.map((option) => option.value ?? '');
      return given.selected_users ?? options ?? [];
    },
    day: (block) => dayIn(input(block).selected_date ?? '') ?? '',
    fileIds: (block) => (input(block).files ?? []).map(({ id }) => id),
  };
}

/** Keeps where a form came from in the form. A capability puts what it is about there before. */
export function withOrigin(
  view: ModalView,
  asking: Asking,
  before: Origin | undefined,
  question?: Question,
): ModalView {
  const about = view.private_metadata ?? '';
  const direct = before?.direct ?? asking.isDirect;
  const [inAbout] = /\bC[A-Z0-9]+$/.exec(about) ?? [];
  const channelId = before?.channelId ?? (asking.isDirect ? inAbout : asking.channelId);
  return { ...view, private_metadata: JSON.stringify({ channelId, direct, about, question }) };
}

export function originOf(view: { readonly private_metadata?: string }): Origin {
  try {
    const { channelId, ...origin } = ORIGIN.parse(JSON.parse(view.private_metadata || '{}'));
    return { channelId, ...origin };
  } catch {
    return { channelId: undefined, direct: false, about: '' };
  }
}

/** The form without its file inputs; undefined when it has none. */
export function withoutFiles(view: ModalView): ModalView | undefined {
  const takesFiles = ({ type, element }: Partial<InputBlock>) =>
    type === 'input' && element?.type === 'file_input';
  const blocks = view.blocks.filter((block) => !takesFiles(block as Partial<InputBlock>));
  return blocks.length < view.blocks.length ? { ...view, blocks } : undefined;
}

/** Slack shows an error at an input only: without a field, at the first that was typed into. Undefined without inputs. */
export function fieldErrors(
  view: { readonly blocks: readonly object[] },
  field: string | undefined,
  text: string,
): Record<string, string> | undefined {
  const inputs = (view.blocks as readonly Partial<InputBlock>[]).filter(
    ({ type }) => type === 'input',
  );
  const named = inputs.find(({ block_id }) => block_id === field);
  const typed = inputs.find(({ element }) => element?.type === 'plain_text_input');
  const blockId = (named ?? typed ?? inputs[0])?.block_id;
  return blockId === undefined ? undefined : { [blockId]: text };
}
