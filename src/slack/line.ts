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
  context(): Promise<Context>;
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

/**
 * Reads `@Common Ground glossary MOU`, `glossary MOU` and, for people of several partnerships,
 * `Open doors: glossary MOU`. Anything else is a request for help.
 */
export function parseLine(text: string, talks: readonly string[]): Parsed {
  const raw = text.replace(/^(?:\s*<@[A-Z0-9]+(?:\|[^>]*)?>)+[\s,:]*/, '').trim();
  const named = new RegExp(
    `^(?:([^\\n]{1,80}?):\\s+)??/?(${talks.join('|')})(?:\\s+([\\s\\S]*))?$`,
    'i',
  );
  const [, partnershipName, talk, rest = ''] = named.exec(raw) ?? [];
  if (!talk) return { talk: 'help', raw, partnershipName: undefined };
  return {
    talk: talk.toLowerCase(),
    raw: rest.trim(),
    partnershipName: partnershipName && typed(partnershipName).trim(),
  };
}
