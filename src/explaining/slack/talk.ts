import type { Context } from '../../context.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Line, PartTalk } from '../../slack/line.ts';
import type { Messages } from '../../slack/messages.ts';
import { sceneOf } from '../../slack/scene.ts';
import { explainText } from '../explain-text.ts';
import type { Lexicons } from '../read-lexicon.ts';
import { explainedMessage, type GlossaryButtons, howToExplain, unseenMessage } from './views.ts';
import type { Scene } from './words.ts';

export type ExplainingParts = {
  readonly lexicons: Lexicons;
  readonly messages: Messages;
  readonly buttons: GlossaryButtons;
};

/** `explain` with a text, or in a thread about its first message. */
export function createExplainTalk({ lexicons, messages, buttons }: ExplainingParts): PartTalk {
  return async (line) => {
    const { asking, raw } = line;
    const asked = raw ? 'text' : 'thread';
    const inThread = raw ? undefined : threadOf(line);
    if (!raw && !inThread) return howToExplain();
    const ctx = await line.context();
    const first = inThread && (await messages.find(inThread.channelId, inThread.ts));
    if (inThread && !first) return unseenMessage();
    const explained = await explainText(ctx, { text: first?.raw ?? raw, lexicons });
    return explainedMessage(explained, asked, explainingScene(ctx, asking), buttons);
  };
}

function threadOf({
  asking,
}: Line): { readonly channelId: string; readonly ts: string } | undefined {
  const { channelId, threadTs } = asking;
  return channelId && threadTs ? { channelId, ts: threadTs } : undefined;
}

export function explainingScene(ctx: Context, asking: Asking): Scene {
  const mayDefine = ctx.member !== undefined && !ctx.member.observer;
  return { ...sceneOf(ctx, asking), mayDefine };
}
