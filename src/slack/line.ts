import type { Context } from '../context.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';
import { typed } from './mrkdwn.ts';

/** One line that somebody wrote to the bot, by command, mention or direct message. */
export type Line = {
  /** What follows the name of the talk, as they saw it when they typed it. */
  readonly words: string;
  /** The same with Slack's tokens left in, for lines that name people: `<@U…>`. */
  readonly raw: string;
  /** Slack's ids of the files that came with it. */
  readonly fileIds: readonly string[];
  readonly asking: Asking;
  /** With guests, it may be of a channel that Slack shares with nobody, whose partnership begins by this. */
  context(how?: { readonly withGuests?: boolean }): Promise<Context>;
};

/** Answers the lines that begin with one name: `glossary`, `partnership`. */
export type Talk = (line: Line) => Promise<Answer>;

/** Answers the lines that begin with one word within a talk; undefined for those it does not take. */
export type PartTalk = (line: Line) => Promise<Answer | undefined>;

export type Parsed = {
  readonly talk: string;
  readonly raw: string;
  readonly partnershipName: string | undefined;
};

/** The words with which lines may begin without the name of the talk that answers them. */
export type PlainWords = { readonly talk: string; readonly words: readonly string[] };

/**
 * Reads `@Common Ground glossary MOU`, `glossary MOU` and, for people of several partnerships,
 * `Open doors: glossary MOU`; and `timeline` for `partnership timeline`. Anything else is a request for help.
 */
export function parseLine(text: string, talks: readonly string[], plain?: PlainWords): Parsed {
  const raw = text.replace(/^(?:\s*<@[A-Z0-9]+(?:\|[^>]*)?>)+[\s,:]*/, '').trim();
  const beginning = (words: readonly string[]) =>
    new RegExp(`^(?:([^\\n]{1,80}?):\\s+)??/?(${words.join('|')})(?:\\s+([\\s\\S]*))?$`, 'i').exec(
      raw,
    );
  const named = beginning(talks);
  const short = named || !plain ? undefined : beginning(plain.words);
  const [, partnershipName, word, rest = ''] = named ?? short ?? [];
  if (!word) return { talk: 'help', raw, partnershipName: undefined };
  return {
    talk: short && plain ? plain.talk : word.toLowerCase(),
    raw: short ? `${word} ${rest}`.trim() : rest.trim(),
    partnershipName: partnershipName && typed(partnershipName).trim(),
  };
}
