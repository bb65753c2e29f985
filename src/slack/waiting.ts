import type { Button, KnownBlock } from '@slack/types';
import type { Context } from '../context.ts';
import { actions, context, header, section } from './blocks.ts';

/** Something that waits for the reader, with what they can do about it right there. */
export type Waiting = {
  /** One line of mrkdwn; people's words are inert in it. */
  readonly text: string;
  readonly buttons: readonly Button[];
};

/** What waits for the member of a context; nothing waits for who is of no known organization, or only looks on. */
export type Waits = (ctx: Context) => Promise<readonly Waiting[]>;

/** Over all that is asked, in its order. */
export function gatherWaits(all: readonly Waits[]): Waits {
  return async (ctx) => {
    if (!ctx.member || ctx.member.observer) return [];
    return (await Promise.all(all.map((waits) => waits(ctx)))).flat();
  };
}

const SHOWN = 8;

const more = (count: number): string =>
  `And ${count} more: \`/partnership milestones\`, \`/glossary list proposed\`.`;

export function waitingHeading(waiting: readonly Waiting[]): string {
  return waiting.length === 0 ? 'Nothing waits for you.' : `Waiting for you: ${waiting.length}`;
}

/** In words, for what a message says as a whole. */
export function waitingLines(waiting: readonly Waiting[]): readonly string[] {
  const shown = waiting.slice(0, SHOWN).map(({ text }) => `• ${text}`);
  const left = waiting.length - shown.length;
  return [...shown, ...(left > 0 ? [more(left)] : [])];
}

/** Each with its buttons; the blocks of several stand in one message, so that their ids may be the same. */
export function waitingBlocks(waiting: readonly Waiting[]): readonly KnownBlock[] {
  const left = waiting.length - SHOWN;
  return [
    ...waiting.slice(0, SHOWN).flatMap(({ text, buttons }) => {
      const [only, other] = buttons;
      if (!other) return [section(text, only)];
      return [section(text), actions(buttons)];
    }),
    ...(left > 0 ? [context(more(left))] : []),
  ];
}

/** For the App Home. */
export function waitingHome(waiting: readonly Waiting[]): readonly KnownBlock[] {
  const heading = waitingHeading(waiting);
  return waiting.length === 0 ? [section(heading)] : [header(heading), ...waitingBlocks(waiting)];
}
