import type { webApi } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { type Message, toSlack } from './answer.ts';
import { slackErrorOf } from './clients.ts';
import { cutMarkup, LIMITS } from './limits.ts';

/** Where a question stands: a block of a message that the bot wrote to one person. */
export type Question = {
  readonly channelId: string;
  readonly ts: string;
  readonly blockId: string;
};

const QUESTION = 'question.';

/** The id of a block whose buttons go once one of them is answered. */
export function questionId(name: string): string {
  return `${QUESTION}${name}`;
}

type Pressed = {
  readonly message?: { readonly ts?: string } | undefined;
  readonly channel?: { readonly id?: string } | undefined;
};

/** The question whose button was pressed; undefined for buttons that ask nothing. */
export function questionOf(body: Pressed, blockId: string | undefined): Question | undefined {
  const channelId = body.channel?.id;
  const ts = body.message?.ts;
  if (!channelId?.startsWith('D') || !ts || !blockId?.startsWith(QUESTION)) return undefined;
  return { channelId, ts, blockId };
}

type Said = { readonly text?: string | undefined; readonly blocks?: readonly object[] | undefined };

/** The message with what was answered where the buttons were; undefined where they are gone already. */
export function answeredIn(
  said: Said,
  blockId: string,
  answered: NonNullable<Message['answered']>,
): Message | undefined {
  const blocks = (said.blocks ?? []) as readonly KnownBlock[];
  if (!blocks.some((block) => block.block_id === blockId)) return undefined;
  // What is to be done next is answered in the same place.
  const instead = answered.blocks.map((block) =>
    block.type === 'actions' ? { ...block, block_id: blockId } : block,
  );
  return {
    text: cutMarkup([said.text, answered.text].filter(Boolean).join('\n'), LIMITS.text),
    blocks: blocks.flatMap((block) =>
      block.block_id === blockId ? [...withoutButton(block), ...instead] : [block],
    ),
  };
}

function withoutButton(block: KnownBlock): readonly KnownBlock[] {
  if (block.type !== 'section') return [];
  const { accessory, block_id, ...words } = block;
  return [words];
}

/** The same for a message that has to be looked up first; false where that can’t be done. */
export async function answerInPlace(
  client: webApi.WebClient,
  { channelId, ts, blockId }: Question,
  answered: NonNullable<Message['answered']>,
): Promise<boolean> {
  try {
    const { messages = [] } = await client.conversations.history({
      channel: channelId,
      oldest: ts,
      latest: ts,
      inclusive: true,
      limit: 1,
    });
    const said = messages.find((one) => one.ts === ts);
    const message = said && answeredIn(said as Said, blockId, answered);
    if (!message) return false;
    await client.chat.update({ channel: channelId, ts, ...toSlack(message) });
    return true;
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
    return false;
  }
}
